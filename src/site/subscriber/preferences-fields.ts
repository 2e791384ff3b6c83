import type { OfferedNewsletter } from '../../audience/choices.ts'
import type { Follow } from '../../audience/follow.ts'
import type { Named } from '../../audience/named.ts'
import type { Subscriber } from '../../audience/subscriber.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { textOf, textsOf } from './read-form.ts'

/** What a person's settings can be chosen from, as a page in one language shows it. */
export interface PreferencesOffer {
  readonly newsletters: readonly OfferedNewsletter[]
  /** Languages of the network. */
  readonly locales: readonly Locale[]
  readonly topics: readonly Choosable[]
  readonly countries: readonly Choosable[]
  /** Terms of the vocabulary `audiences`. */
  readonly roles: readonly Choosable[]
  readonly organisations: readonly Choosable[]
  readonly follows: readonly ShownFollow[]
  /** The network's, IANA name. */
  readonly timeZone: string
}

/** Something to choose that has a name. */
export interface Choosable {
  readonly id: string
  readonly name: string
  /** What the name is in, where it has none in the page's language. */
  readonly language: Locale
}

/** What a person follows, as far as it is public. */
export interface ShownFollow extends Follow, Omit<Named, 'id'> {
  /** Path of its page. Null: it has none, or none any more. */
  readonly href: string | null
}

/** The form as it stands, before anything in it is believed. */
export interface PreferencesFields {
  readonly locales: readonly Locale[]
  readonly newsletters: readonly string[]
  /** Newsletter → `YYYY-MM-DD`, or empty. */
  readonly pauses: ReadonlyMap<string, string>
  readonly frequency: string
  readonly topics: readonly string[]
  readonly countries: readonly string[]
  readonly role: string
  readonly organisation: string
  /** IANA name. Empty: the network's. */
  readonly timeZone: string
  /** Of everything: `YYYY-MM-DD`, or empty. */
  readonly pause: string
  /** `target/id` of what is to be followed no longer. */
  readonly unfollowed: readonly string[]
  /** `target/id` of the events that a reminder is wanted of. */
  readonly reminders: readonly string[]
  /** Empty: the address stays. */
  readonly newAddress: string
}

/** Names a follow in a form. */
export const followName = ({ target, targetId }: Pick<Follow, 'target' | 'targetId'>): string =>
  `${target}/${targetId}`

/** `YYYY-MM-DD`. Pauses end at midnight UTC. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

/** Pauses that are over are as good as none. */
export const fieldsOf = (subscriber: Subscriber, now: Date): PreferencesFields => ({
  locales: [subscriber.locale, ...subscriber.furtherLocales],
  newsletters: subscriber.newsletterIds,
  pauses: new Map(
    [...subscriber.newsletterPauses].map(([id, until]) => [id, until > now ? dayOf(until) : '']),
  ),
  frequency: subscriber.frequency,
  topics: subscriber.topics,
  countries: subscriber.countries,
  role: subscriber.role ?? '',
  organisation: subscriber.organisation ?? '',
  timeZone: subscriber.timeZone ?? '',
  pause: subscriber.pausedUntil !== null && subscriber.pausedUntil > now ? dayOf(subscriber.pausedUntil) : '',
  unfollowed: [],
  reminders: subscriber.follows.filter(({ reminder }) => reminder).map(followName),
  newAddress: '',
})

/**
 * The form as the person has it before them. What it does not show stays as it is: letters without a name in this
 * language, and what they began to follow since the page was opened.
 */
export function fieldsSent(
  sent: FormData,
  offer: PreferencesOffer,
  before: PreferencesFields,
): PreferencesFields {
  const shownNewsletters = new Set(offer.newsletters.map(({ id }) => id))
  const shownFollows = new Set(textsOf(sent, 'follows'))
  const single = (name: 'frequency' | 'role' | 'organisation' | 'timeZone'): string =>
    sent.has(name) ? textOf(sent, name) : before[name]
  const offered = (locale: string): locale is Locale => isLocale(locale) && offer.locales.includes(locale)
  return {
    locales: [...new Set(textsOf(sent, 'locales').filter(offered))],
    newsletters: [
      ...new Set(textsOf(sent, 'newsletters').filter((id) => shownNewsletters.has(id))),
      ...before.newsletters.filter((id) => !shownNewsletters.has(id)),
    ],
    pauses: new Map([
      ...before.pauses,
      ...offer.newsletters.flatMap(({ id }) =>
        sent.has(`pause-${id}`) ? [[id, textOf(sent, `pause-${id}`)] as const] : [],
      ),
    ]),
    frequency: single('frequency'),
    topics: [...new Set(textsOf(sent, 'topics'))],
    countries: [...new Set(textsOf(sent, 'countries'))],
    role: single('role'),
    organisation: single('organisation'),
    timeZone: single('timeZone'),
    pause: textOf(sent, 'pause'),
    unfollowed: textsOf(sent, 'unfollow'),
    reminders: [
      ...textsOf(sent, 'reminders').filter((name) => shownFollows.has(name)),
      ...before.reminders.filter((name) => !shownFollows.has(name)),
    ],
    newAddress: textOf(sent, 'newAddress').trim(),
  }
}
