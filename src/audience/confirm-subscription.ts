import { type Database, sql } from '../database/database.ts'
import { addressKey } from '../secrets/address-key.ts'
import type { Choices } from './choices.ts'
import type { Confirmation } from './confirmation-token.ts'
import { recordConsent } from './consent-events.ts'
import type { ConsentWording } from './consent-wording.ts'
import { startDigest, startDigestNow } from './digest/start-digest.ts'
import type { Follow } from './follow.ts'
import { lockAddress } from './lock-person.ts'
import { refreshPeople } from './refresh-people.ts'
import { isBarredForGood, liftBounce, liftSuppressions } from './suppression.ts'
import { uuids } from './uuids.ts'

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
  await lockAddress(key, transaction)
  if (await isBarredForGood(key, now, transaction)) return { state: 'barred' }

  const { newsletterIds, follows } = choices
  const detail = choicesDetail(choices)
  const proof = { newsletterIds, follows, wording, source, tokenId, detail, now }
  if (!(await recordConsent({ addressKey: key, kind: 'confirmed', ...proof }, transaction)))
    return { state: 'again' }

  const reader = await readerOf(key, transaction)
  const changesRhythm =
    reader?.getsIssues === true && (choices.interests?.frequency ?? 'every-issue') !== 'every-issue'
  if (changesRhythm) await startDigest(reader.id, transaction)
  const subscriberId = await storeSubscriber(key, choices, now, transaction)
  await storeSubscriptions(subscriberId, newsletterIds, now, transaction)
  if (reader === null) await startDigestNow(subscriberId, transaction)
  await storeFollows(subscriberId, follows, now, transaction)
  await liftSuppressions(key, newsletterIds, transaction)
  await liftBounce(key, now, transaction)
  await refreshPeople([subscriberId], now, transaction)
  return { state: 'confirmed', subscriberId }
}

/** Who has newsletters already under the address, whose digest goes on where it is. Null: nobody. */
async function readerOf(
  key: string,
  transaction: Database,
): Promise<{ readonly id: string; readonly getsIssues: boolean } | null> {
  const { rows } = await transaction.execute<{ id: string; frequency: string }>(sql`
    select person.id, person.frequency from subscribers person
    where person.address_key = ${key} and exists (
      select from subscriptions tie where tie.subscriber_id = person.id and tie.state = 'confirmed'
    )
  `)
  const [row] = rows
  return row === undefined ? null : { id: row.id, getsIssues: row.frequency === 'every-issue' }
}

/** What the person chose besides, as the proof keeps it. */
const choicesDetail = ({ locale, furtherLocales, interests }: Choices): Record<string, unknown> => ({
  locales: [locale, ...furtherLocales],
  ...interests,
})

/** A person who is known and was asked for nothing but what to follow keeps their settings. */
async function storeSubscriber(
  key: string,
  { address, locale, furtherLocales, interests }: Choices,
  now: Date,
  transaction: Database,
): Promise<string> {
  const at = now.toISOString()
  const { topics, countries, frequency } = interests ?? {
    topics: [],
    countries: [],
    frequency: 'every-issue',
  }
  const asked = interests !== null
  const { rows } = await transaction.execute<{ id: string }>(sql`
    insert into subscribers as known
      (id, email, address_key, locale, further_locales, frequency, topics, countries, status, confirmed_at)
    values (gen_random_uuid(), ${address.address}, ${key}, ${locale}, ${JSON.stringify(furtherLocales)}::jsonb,
      ${frequency}, ${uuids(topics)}, ${uuids(countries)}, 'active', ${at}::timestamptz)
    on conflict (address_key) do update set
      email = excluded.email,
      locale = case when ${asked} then excluded.locale else known.locale end,
      further_locales = case when ${asked} then excluded.further_locales else known.further_locales end,
      frequency = case when ${asked} then excluded.frequency else known.frequency end,
      topics = case when ${asked} then excluded.topics else known.topics end,
      countries = case when ${asked} then excluded.countries else known.countries end,
      confirmed_at = excluded.confirmed_at, updated_at = ${at}::timestamptz
    returning id
  `)
  const [subscriber] = rows
  if (subscriber === undefined) throw new Error('a subscriber was neither inserted nor updated')
  return subscriber.id
}

/** The person wants to hear of these from now on, besides what they follow already. */
export async function storeFollows(
  subscriberId: string,
  follows: readonly Follow[],
  now: Date,
  transaction: Database,
): Promise<void> {
  if (follows.length === 0) return
  await transaction.execute(sql`
    insert into follows (subscriber_id, target, target_id, reminder, confirmed_at)
    select ${subscriberId}::uuid, wanted.target, wanted."targetId", wanted.reminder, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(follows)}::jsonb)
      as wanted (target text, "targetId" uuid, reminder boolean)
    on conflict (subscriber_id, target, target_id) do update set reminder = excluded.reminder
  `)
}

/** The person agrees to these newsletters now, whatever they had before. Refresh the person afterwards. */
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
      state = 'confirmed', confirmed_at = excluded.confirmed_at, ended_at = null, ended_how = null,
      paused_until = null
    where subscriptions.state <> 'confirmed'
  `)
}
