import { type Database, sql } from '../database/database.ts'
import { sourceLocale } from '../i18n/locales.ts'
import { noWording } from './consent-wording.ts'
import { forgetMails } from './forget-mails.ts'
import { forgetQuestionsOf } from './questions/forget-questions.ts'

export interface Erasing {
  /** A few hundred at most: they are held until the transaction ends. */
  readonly subscriberIds: readonly string[]
  /** Path of the page where a person asked for it; or `retention`, where the time that we keep people was over. */
  readonly source: string
  /** Whether the person asked for it: then nobody but they themselves can bring them back. */
  readonly isWish: boolean
  /** Who of staff did it, and why. Null: the person themselves, or the time that we keep people was over. @default null */
  readonly by?: ErasedBy | null
  readonly now: Date
}

export interface ErasedBy {
  readonly actor: string
  /** In the officer's words. Never an address. */
  readonly note: string
}

/**
 * Removes everything about people but the keyed hash of the address: under it stand the proof that they once agreed and
 * what bars them from mail. Deliveries keep their counts and forget whom they went to; what was still planned is skipped.
 * The proof tells what each erasure ended. Needs a transaction.
 */
export async function erasePeople(
  { subscriberIds, source, isWish, by = null, now }: Erasing,
  transaction: Database,
): Promise<void> {
  if (subscriberIds.length === 0) return
  const at = sql`${now.toISOString()}::timestamptz`
  const theirs = sql`any(array(select jsonb_array_elements_text(${JSON.stringify(subscriberIds)}::jsonb)::uuid))`
  const { version } = noWording(sourceLocale)
  await transaction.execute(sql`
    insert into consent_events
      (address_key, kind, newsletter_ids, follows, locale, wording, wording_version, wording_hash, source,
       detail, actor, at)
    select person.address_key, 'erased',
      coalesce((select jsonb_agg(tie.newsletter_id order by tie.newsletter_id) from subscriptions tie
        where tie.subscriber_id = person.id and tie.state = 'confirmed'), '[]'::jsonb),
      coalesce((select jsonb_agg(jsonb_build_object('target', f.target, 'targetId', f.target_id) order by f.target_id)
        from follows f where f.subscriber_id = person.id), '[]'::jsonb),
      person.locale, '', ${version}, '', ${source},
      ${by === null ? null : JSON.stringify({ note: by.note })}::jsonb, ${by?.actor ?? null}::uuid, ${at}
    from subscribers person where person.id = ${theirs}
  `)
  if (isWish)
    await transaction.execute(sql`
      insert into suppressions as known (address_key, scope, reason, at)
      select address_key, 'global', 'erased', ${at} from subscribers where id = ${theirs}
      on conflict (address_key, scope) do update set erased_at = excluded.at where known.reason <> 'erased'
    `)
  if (isWish) {
    const { rows } = await transaction.execute<{ address_key: string }>(
      sql`select address_key from subscribers where id = ${theirs}`,
    )
    await forgetQuestionsOf(
      rows.map(({ address_key }) => address_key),
      transaction,
    )
  }
  await forgetMails(sql`subscriber_id = ${theirs}`, now, transaction)
  await transaction.execute(sql`
    update audience_import_rows set email = null, values = null, subscriber_id = null
    where subscriber_id = ${theirs}
      or address_key in (select address_key from subscribers where id = ${theirs})
  `)
  await transaction.execute(
    sql`update address_looks set subscriber_id = null where subscriber_id = ${theirs}`,
  )
  await transaction.execute(sql`delete from subscriptions where subscriber_id = ${theirs}`)
  await transaction.execute(sql`delete from follows where subscriber_id = ${theirs}`)
  await transaction.execute(sql`delete from subscriber_facets where subscriber_id = ${theirs}`)
  await transaction.execute(sql`delete from subscribers where id = ${theirs}`)
}
