import { type Database, sql } from '../database/database.ts'
import { recordConsent } from './consent-events.ts'
import { noWording } from './consent-wording.ts'
import type { Subscriber } from './subscriber.ts'

/** Who of staff erased somebody, and why. */
interface ErasedBy {
  readonly actor: string
  /** In the officer's words. Never an address. */
  readonly note: string
}

/**
 * Removes everything about a person but the keyed hash of the address: under it stand the proof that they once agreed
 * and the note that they must get no mail. Deliveries keep their counts and forget whom they went to; what was still
 * planned is skipped. Needs a transaction.
 * @param by null: the person themselves, on their own page.
 */
export async function eraseSubscriber(
  { id, addressKey, locale, newsletterIds, follows }: Subscriber,
  now: Date,
  transaction: Database,
  by: ErasedBy | null = null,
): Promise<void> {
  const at = now.toISOString()
  await transaction.execute(sql`delete from subscriptions where subscriber_id = ${id}::uuid`)
  await transaction.execute(sql`delete from follows where subscriber_id = ${id}::uuid`)
  await transaction.execute(sql`delete from subscriber_facets where subscriber_id = ${id}::uuid`)
  await transaction.execute(sql`
    update address_looks set subscriber_id = null where subscriber_id = ${id}::uuid
  `)
  await transaction.execute(sql`
    update personal_mails set subscriber_id = null, items = '[]', updated_at = ${at}::timestamptz,
      state = case when state = 'planned' then 'skipped' else state end,
      reason = case when state = 'planned' then 'unsubscribed' else reason end
    where subscriber_id = ${id}::uuid
  `)
  await transaction.execute(sql`
    update audience_import_rows set email = null, values = null, subscriber_id = null
    where subscriber_id = ${id}::uuid or address_key = ${addressKey}
  `)
  await transaction.execute(sql`
    update email_deliveries set subscriber_id = null, updated_at = ${at}::timestamptz,
      state = case when state = 'planned' then 'skipped' else state end,
      reason = case when state = 'planned' then 'unsubscribed' else reason end
    where subscriber_id = ${id}::uuid
  `)
  await transaction.execute(sql`delete from subscribers where id = ${id}::uuid`)
  await transaction.execute(sql`
    insert into suppressions (address_key, scope, reason, at)
    values (${addressKey}, 'global', 'erased', ${at}::timestamptz)
    on conflict (address_key, scope) do nothing
  `)
  const wording = noWording(locale)
  await recordConsent(
    {
      addressKey,
      kind: 'erased',
      newsletterIds,
      follows,
      wording,
      source: by === null ? '/preferences' : 'officer',
      tokenId: null,
      detail: by === null ? null : { note: by.note },
      actor: by?.actor ?? null,
      now,
    },
    transaction,
  )
}
