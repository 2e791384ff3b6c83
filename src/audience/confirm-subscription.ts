import { type Database, sql } from '../database/database.ts'
import { addressKey } from '../secrets/address-key.ts'
import type { Choices } from './choices.ts'
import type { Confirmation } from './confirmation-token.ts'
import { recordConsent } from './consent-events.ts'
import type { ConsentWording } from './consent-wording.ts'
import { refreshStatus } from './subscriber-status.ts'
import { isBarred, liftSuppressions } from './suppression.ts'

/** `again`: the link had done its work before, so nothing was changed. `barred`: the address must get no mail. */
export type Confirmed =
  | { readonly state: 'confirmed'; readonly subscriberId: string }
  | { readonly state: 'again' | 'barred' }

/** What was on the page when the button was pressed. */
export interface ConfirmedWith {
  readonly wording: ConsentWording
  readonly source: string
  readonly now: Date
}

/**
 * Makes a person a subscriber: the proof, the person and their subscriptions stand or fall together, so it must run in
 * a transaction. A link works once: had it been used and the person left since, using it again brings nobody back.
 */
export async function confirmSubscription(
  { tokenId, choices }: Confirmation,
  { wording, source, now }: ConfirmedWith,
  transaction: Database,
): Promise<Confirmed> {
  const key = addressKey(choices.address.canonical)
  if (await isBarred(key, now, transaction)) return { state: 'barred' }

  const { newsletterIds } = choices
  const event = { addressKey: key, kind: 'confirmed', newsletterIds, wording, source, tokenId, now } as const
  if (!(await recordConsent(event, transaction))) return { state: 'again' }

  const subscriberId = await storeSubscriber(key, choices, now, transaction)
  await storeSubscriptions(subscriberId, newsletterIds, now, transaction)
  await liftSuppressions(key, newsletterIds, transaction)
  return { state: 'confirmed', subscriberId }
}

async function storeSubscriber(
  key: string,
  { address, locale, furtherLocales }: Choices,
  now: Date,
  transaction: Database,
): Promise<string> {
  const at = now.toISOString()
  const { rows } = await transaction.execute<{ id: string }>(sql`
    insert into subscribers
      (id, email, address_key, locale, further_locales, status, confirmed_at, created_at, updated_at)
    values (gen_random_uuid(), ${address.address}, ${key}, ${locale}, ${JSON.stringify(furtherLocales)}::jsonb,
      'active', ${at}, ${at}, ${at})
    on conflict (address_key) do update set
      email = excluded.email, locale = excluded.locale, further_locales = excluded.further_locales,
      status = excluded.status, confirmed_at = excluded.confirmed_at, updated_at = excluded.updated_at
    returning id
  `)
  const [subscriber] = rows
  if (subscriber === undefined) throw new Error('a subscriber was neither inserted nor updated')
  return subscriber.id
}

/** The person agrees to these newsletters now, whatever they had before. */
export async function storeSubscriptions(
  subscriberId: string,
  newsletterIds: readonly string[],
  now: Date,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    select ${subscriberId}::uuid, wanted.id::uuid, 'confirmed', ${now.toISOString()}::timestamptz
    from jsonb_array_elements_text(${JSON.stringify(newsletterIds)}::jsonb) as wanted (id)
    on conflict (subscriber_id, newsletter_id) do update set
      state = 'confirmed', confirmed_at = excluded.confirmed_at, ended_at = null, ended_how = null
    where subscriptions.state <> 'confirmed'
  `)
  await refreshStatus(subscriberId, transaction)
}
