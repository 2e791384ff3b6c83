import { type CanonicalAddress, canonicalAddress } from '../../audience/canonical-address.ts'
import { frequencies } from '../../audience/choices.ts'
import type { Follow } from '../../audience/follow.ts'
import type { Preferences } from '../../audience/preferences.ts'
import { timeZones } from '../../audience/time-zones.ts'
import { followName, type PreferencesFields, type PreferencesOffer } from './preferences-fields.ts'

/** A field by its id on the page. `pause-` with a newsletter's id is the pause of that one. */
export type PreferencesField =
  | 'locales'
  | 'newsletters'
  | `pause-${string}`
  | 'topics'
  | 'countries'
  | 'frequency'
  | 'pause'
  | 'role'
  | 'organisation'
  | 'timeZone'
  | 'newAddress'

/** Either everything is in order, or each field that is not is named, in the order of the page. */
export type ReadPreferences =
  | { readonly wanted: Preferences; readonly newAddress: CanonicalAddress | null }
  | { readonly wrong: readonly PreferencesField[] }

export function readPreferences(
  fields: PreferencesFields,
  offer: PreferencesOffer,
  follows: readonly Follow[],
  now: Date,
): ReadPreferences {
  const [first, ...others] = fields.locales
  const pauses = fields.newsletters.map((id) => [id, pauseEnd(fields.pauses.get(id) ?? '', now)] as const)
  const frequency = frequencies.find((each) => each === fields.frequency)
  const pausedUntil = pauseEnd(fields.pause, now)
  const newAddress = fields.newAddress === '' ? null : canonicalAddress(fields.newAddress)
  const wrong = [
    first === undefined && ('locales' as const),
    ...pauses.map(([id, until]) => until === 'wrong' && (`pause-${id}` as const)),
    !areOffered(fields.topics, offer.topics) && ('topics' as const),
    !areOffered(fields.countries, offer.countries) && ('countries' as const),
    frequency === undefined && ('frequency' as const),
    pausedUntil === 'wrong' && ('pause' as const),
    fields.timeZone !== '' && !timeZones.includes(fields.timeZone) && ('timeZone' as const),
    !areOffered(given(fields.role), offer.roles) && ('role' as const),
    !areOffered(given(fields.organisation), offer.organisations) && ('organisation' as const),
    fields.newAddress !== '' && newAddress === null && ('newAddress' as const),
  ].filter((field) => field !== false)
  if (first === undefined || frequency === undefined || pausedUntil === 'wrong' || wrong.length > 0)
    return { wrong }
  const wanted: Preferences = {
    locales: [first, ...others],
    newsletterIds: fields.newsletters,
    follows: follows
      .filter((follow) => !fields.unfollowed.includes(followName(follow)))
      .map((follow) => ({ ...follow, reminder: isReminded(follow, fields) })),
    frequency,
    topics: fields.topics,
    countries: fields.countries,
    role: given(fields.role)[0] ?? null,
    organisation: given(fields.organisation)[0] ?? null,
    timeZone: given(fields.timeZone)[0] ?? null,
    pausedUntil,
    newsletterPauses: new Map(pauses.flatMap(([id, until]) => (until instanceof Date ? [[id, until]] : []))),
  }
  return { wanted, newAddress }
}

const given = (value: string): readonly string[] => (value === '' ? [] : [value])

const areOffered = (ids: readonly string[], offered: readonly { readonly id: string }[]): boolean =>
  ids.every((id) => offered.some((each) => each.id === id))

/** Only what takes place at a time can be reminded of. */
const isReminded = (follow: Follow, { reminders }: PreferencesFields): boolean =>
  follow.target === 'events' && reminders.includes(followName(follow))

/** Null: no pause. The day itself is no longer paused. */
function pauseEnd(day: string, now: Date): Date | null | 'wrong' {
  if (day === '') return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return 'wrong'
  const end = new Date(`${day}T00:00:00Z`)
  return end > now ? end : 'wrong'
}
