import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Frequency } from './choices.ts'
import { storeSubscriptions } from './confirm-subscription.ts'
import { recordConsent } from './consent-events.ts'
import { type ConsentWording, noWording } from './consent-wording.ts'
import { startDigest, startDigestNow } from './digest/start-digest.ts'
import { endSubscriptions } from './end-subscriptions.ts'
import type { Follow } from './follow.ts'
import { lockPerson } from './lock-person.ts'
import { refreshPeople } from './refresh-people.ts'
import { findSubscriber, type Subscriber } from './subscriber.ts'
import { isBarred, liftSuppressions } from './suppression.ts'
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
  /** IANA name, in which hours of the day are meant. Null: the network's. */
  readonly timeZone: string | null
  /** Of everything. Null: not paused. */
  readonly pausedUntil: Date | null
  /** Of single newsletters. */
  readonly newsletterPauses: ReadonlyMap<string, Date>
}

interface SavedWith {
  readonly wording: ConsentWording
  readonly now: Date
}

/**
 * - `unchanged`: it was so already, and the ledger is told nothing twice.
 * - `barred`: newsletters were added to an address that must get no mail. Nothing was stored.
 * - `gone`: the person was erased in the meantime.
 */
export type SavedPreferences = 'saved' | 'unchanged' | 'barred' | 'gone'

/** Stores them as one: choices, pauses, and for each newsletter or follow that was added or left its proof. Needs a transaction. */
export async function savePreferences(
  { id }: Pick<Subscriber, 'id'>,
  wanted: Preferences,
  { wording, now }: SavedWith,
  transaction: Database,
): Promise<SavedPreferences> {
  await lockPerson(id, transaction)
  const before = await findSubscriber(id, transaction)
  if (before === null) return 'gone'
  const { addressKey } = before
  const added = without(wanted.newsletterIds, before.newsletterIds)
  if (added.length > 0 && (await isBarred(addressKey, now, transaction))) return 'barred'
  const left = without(before.newsletterIds, wanted.newsletterIds)
  const unfollowed = before.follows.filter((follow) => followIn(wanted.follows, follow) === undefined)
  const detail = choicesDetail(wanted)
  const isSame = JSON.stringify(detail) === JSON.stringify(choicesDetail(settingsOf(before)))
  if (isSame && added.length + left.length + unfollowed.length === 0) {
    if (before.timeZone === wanted.timeZone) return 'unchanged'
    // Where somebody lives is no matter of consent.
    await storeTimeZone(id, wanted.timeZone, now, transaction)
    return 'saved'
  }

  await storeChoices(id, wanted, now, transaction)
  await storeTimeZone(id, wanted.timeZone, now, transaction)
  if (before.newsletterIds.length === 0) await startDigestNow(id, transaction)
  else if (before.frequency === 'every-issue' && wanted.frequency !== 'every-issue')
    await startDigest(id, transaction)
  const ending = { subscriberId: id, newsletterIds: left, follows: unfollowed, how: 'preferences' } as const
  await endSubscriptions({ ...ending, locale: wording.locale, now }, transaction)
  await storeSubscriptions(id, added, now, transaction)
  await storeReminders(id, wanted.follows, transaction)
  await storePauses(id, wanted.newsletterPauses, transaction)
  await liftSuppressions(addressKey, added, transaction)
  await refreshPeople([id], now, transaction)
  const proof = {
    newsletterIds: added,
    // Nothing is agreed to where nothing was added: the entry then says what was chosen.
    wording: added.length === 0 ? noWording(wording.locale) : wording,
    source: '/preferences',
    tokenId: null,
    detail,
    now,
  }
  await recordConsent({ addressKey, kind: 'changed', ...proof }, transaction)
  return 'saved'
}

const without = (ids: readonly string[], others: readonly string[]): readonly string[] =>
  [...new Set(ids)].filter((id) => !others.includes(id))

const followIn = (follows: readonly Follow[], { target, targetId }: Follow): Follow | undefined =>
  follows.find((each) => each.target === target && each.targetId === targetId)

/** A person's settings as they are stored. */
export const settingsOf = (subscriber: Subscriber): Preferences => ({
  locales: [subscriber.locale, ...subscriber.furtherLocales],
  newsletterIds: subscriber.newsletterIds,
  follows: subscriber.follows,
  frequency: subscriber.frequency,
  topics: subscriber.topics,
  countries: subscriber.countries,
  role: subscriber.role,
  organisation: subscriber.organisation,
  timeZone: subscriber.timeZone,
  pausedUntil: subscriber.pausedUntil,
  newsletterPauses: subscriber.newsletterPauses,
})

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

async function storeTimeZone(
  id: string,
  timeZone: string | null,
  now: Date,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    update subscribers set time_zone = ${timeZone}, updated_at = ${now.toISOString()}::timestamptz
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

/** Only of what they follow already: to follow is agreed to elsewhere. */
async function storeReminders(id: string, follows: readonly Follow[], transaction: Database): Promise<void> {
  await transaction.execute(sql`
    update follows f set reminder = wanted.reminder
    from jsonb_to_recordset(${JSON.stringify(follows)}::jsonb)
      as wanted (target text, "targetId" uuid, reminder boolean)
    where f.subscriber_id = ${id}::uuid and f.target = wanted.target and f.target_id = wanted."targetId"
      and f.reminder <> wanted.reminder
  `)
}

/** Equal for equal settings, in whichever order they were ticked. What is agreed to stands beside it in the proof. */
const choicesDetail = ({ newsletterIds, follows, newsletterPauses, ...rest }: Preferences) => ({
  locales: rest.locales,
  frequency: rest.frequency,
  topics: [...rest.topics].sort(),
  countries: [...rest.countries].sort(),
  role: rest.role,
  organisation: rest.organisation,
  pausedUntil: rest.pausedUntil?.toISOString() ?? null,
  pauses: [...newsletterPauses]
    .filter(([id]) => newsletterIds.includes(id))
    .map(([id, until]) => ({ newsletterId: id, until: until.toISOString() }))
    .sort((one, other) => one.newsletterId.localeCompare(other.newsletterId)),
  reminders: follows
    .filter(({ reminder }) => reminder)
    .map(({ target, targetId }) => ({ target, targetId }))
    .sort((one, other) => one.targetId.localeCompare(other.targetId)),
})
