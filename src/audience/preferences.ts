import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Frequency } from './choices.ts'
import { storeFollows, storeSubscriptions } from './confirm-subscription.ts'
import { recordConsent } from './consent-events.ts'
import { type ConsentWording, noWording } from './consent-wording.ts'
import { startDigest, startDigestNow } from './digest/start-digest.ts'
import { endSubscriptions } from './end-subscriptions.ts'
import type { Follow } from './follow.ts'
import { refreshPeople } from './refresh-people.ts'
import type { Subscriber } from './subscriber.ts'
import { liftSuppressions } from './suppression.ts'
import { uuids } from './uuids.ts'

/** A person's settings as they want them from now on. */
export interface Preferences {
  /** In order, at least one. */
  readonly locales: readonly [Locale, ...Locale[]]
  readonly newsletterIds: readonly string[]
  /** Of those that the person has: it cannot be added to here, only left. */
  readonly follows: readonly Follow[]
  readonly frequency: Frequency
  readonly topics: readonly string[]
  readonly countries: readonly string[]
  readonly role: string | null
  readonly organisation: string | null
  /** Of everything. Null: not paused. */
  readonly pausedUntil: Date | null
  /** Of single newsletters. */
  readonly newsletterPauses: ReadonlyMap<string, Date>
}

interface SavedWith {
  readonly wording: ConsentWording
  readonly now: Date
}

/** Stores them as one: choices, pauses, and for each newsletter or follow that was added or left its proof. Needs a transaction. */
export async function savePreferences(
  subscriber: Subscriber,
  wanted: Preferences,
  { wording, now }: SavedWith,
  transaction: Database,
): Promise<void> {
  const { id, addressKey } = subscriber
  await storeChoices(id, wanted, now, transaction)
  if (subscriber.newsletterIds.length === 0) await startDigestNow(id, transaction)
  else if (subscriber.frequency === 'every-issue' && wanted.frequency !== 'every-issue')
    await startDigest(id, transaction)

  const left = subscriber.newsletterIds.filter((newsletter) => !wanted.newsletterIds.includes(newsletter))
  const unfollowed = subscriber.follows.filter(
    (follow) => !wanted.follows.some(({ targetId }) => targetId === follow.targetId),
  )
  await endSubscriptions(
    {
      subscriberId: id,
      newsletterIds: left,
      follows: unfollowed,
      how: 'preferences',
      locale: wording.locale,
      now,
    },
    transaction,
  )

  const added = wanted.newsletterIds.filter((newsletter) => !subscriber.newsletterIds.includes(newsletter))
  await storeSubscriptions(id, added, now, transaction)
  await storeFollows(id, wanted.follows, now, transaction)
  await storePauses(id, wanted.newsletterPauses, transaction)
  await liftSuppressions(addressKey, added, transaction)
  await refreshPeople([id], now, transaction)
  const proof = {
    newsletterIds: added,
    // Nothing is agreed to where nothing was added: the entry then says what was chosen.
    wording: added.length === 0 ? noWording(wording.locale) : wording,
    source: '/preferences',
    tokenId: null,
    detail: choicesDetail(wanted),
    now,
  }
  await recordConsent({ addressKey, kind: 'changed', ...proof }, transaction)
}

async function storeChoices(
  id: string,
  { locales, frequency, topics, countries, role, organisation, pausedUntil }: Preferences,
  now: Date,
  transaction: Database,
): Promise<void> {
  const [locale, ...furtherLocales] = locales
  await transaction.execute(sql`
    update subscribers set locale = ${locale}, further_locales = ${JSON.stringify(furtherLocales)}::jsonb,
      frequency = ${frequency}, topics = ${uuids(topics)}, countries = ${uuids(countries)},
      role = ${role}::uuid, organisation = ${organisation}::uuid,
      paused_until = ${pausedUntil?.toISOString() ?? null}::timestamptz, updated_at = ${now.toISOString()}::timestamptz
    where id = ${id}::uuid
  `)
}

async function storePauses(
  id: string,
  pauses: ReadonlyMap<string, Date>,
  transaction: Database,
): Promise<void> {
  const rows = [...pauses].map(([newsletterId, until]) => ({ newsletterId, until: until.toISOString() }))
  await transaction.execute(sql`
    update subscriptions tie set paused_until = (
      select pause.until from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as pause ("newsletterId" uuid, until timestamptz)
      where pause."newsletterId" = tie.newsletter_id
    ) where tie.subscriber_id = ${id}::uuid
  `)
}

const choicesDetail = ({ newsletterIds, follows, newsletterPauses, ...rest }: Preferences) => ({
  ...rest,
  pausedUntil: rest.pausedUntil?.toISOString() ?? null,
  pauses: Object.fromEntries([...newsletterPauses].map(([id, until]) => [id, until.toISOString()])),
})
