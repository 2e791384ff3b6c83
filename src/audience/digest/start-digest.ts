import { type Database, sql } from '../../database/database.ts'

/**
 * From when on a person's first digest tells what is new: the last issue that was planned for them, or else the moment
 * that they confirmed. What became public before that is not owed to them.
 */
export async function startDigest(subscriberId: string, transaction: Database): Promise<void> {
  await transaction.execute(sql`
    update subscribers person set digest_cursor = coalesce((
      select max(item.position) from digest_items item
      where item.at <= greatest(person.confirmed_at, (
        select max(edition.rendered_at) from email_deliveries d join editions edition on edition.id = d.edition_id
        where d.subscriber_id = person.id and d.state <> 'skipped'
      ))
    ), 0)
    where person.id = ${subscriberId}::uuid
  `)
}
