import { type Database, sql } from '../../database/database.ts'

/**
 * From when on digests tell a person what is new who got every issue so far: after the last issue that was planned for
 * them, or else after they confirmed. What became public before that is not owed to them. A cursor never goes back: what
 * an earlier digest has considered stays considered.
 */
export async function startDigest(subscriberId: string, transaction: Database): Promise<void> {
  await transaction.execute(sql`
    update subscribers person set digest_cursor = greatest(person.digest_cursor, coalesce((
      select max(item.position) from digest_items item
      where item.at <= greatest(person.confirmed_at, (
        select max(edition.rendered_at) from email_deliveries d join editions edition on edition.id = d.edition_id
        where d.subscriber_id = person.id and d.state <> 'skipped'
      ))
    ), 0))
    where person.id = ${subscriberId}::uuid
  `)
}

/** For somebody who had no newsletter until this moment: their first digest tells what becomes public from now on. */
export async function startDigestNow(subscriberId: string, transaction: Database): Promise<void> {
  await transaction.execute(sql`
    update subscribers person
    set digest_cursor = greatest(person.digest_cursor, (select coalesce(max(position), 0) from digest_items))
    where person.id = ${subscriberId}::uuid
  `)
}
