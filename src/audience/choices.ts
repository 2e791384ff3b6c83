import { isLocale, type Locale } from '../i18n/locales.ts'
import { type CanonicalAddress, canonicalAddress } from './canonical-address.ts'
import type { Follow } from './follow.ts'

/** How often newsletters come: each issue as it is sent, or instead of them one mail with what is new. */
export const frequencies = ['every-issue', 'weekly', 'monthly'] as const
export type Frequency = (typeof frequencies)[number]

/** What may be chosen. */
export interface Offer {
  readonly newsletters: readonly OfferedNewsletter[]
  /** Languages of the network. */
  readonly locales: readonly Locale[]
  readonly topics: readonly OfferedTerm[]
  readonly countries: readonly OfferedTerm[]
}

export interface OfferedNewsletter {
  readonly id: string
  /** In the page's language. */
  readonly name: string
  /** In the page's language. Empty when there is none. */
  readonly description: string
}

/** A word of a vocabulary that the content is described with too. */
export interface OfferedTerm {
  readonly id: string
  /** In the page's language. */
  readonly label: string
}

/** What a person wants to read about, and how often. */
interface Interests {
  /** Ids of topics. Empty: all. */
  readonly topics: readonly string[]
  /** Ids of countries. Empty: all. */
  readonly countries: readonly string[]
  readonly frequency: Frequency
}

/** What a person asks for. */
export interface Choices {
  readonly address: CanonicalAddress
  readonly locale: Locale
  /** In order, without `locale`. */
  readonly furtherLocales: readonly Locale[]
  readonly newsletterIds: readonly string[]
  readonly follows: readonly Follow[]
  /** Null: nothing was asked, as where one follows an item. Who is known keeps their settings then. */
  readonly interests: Interests | null
}

/** The form as it was sent, before anything is believed. */
export interface SignUpFields {
  readonly email: string
  readonly locale: string
  /** Of `locale` and after it, in order. Empty ones are passed over. */
  readonly further: readonly string[]
  readonly newsletters: readonly string[]
  readonly frequency: string
  readonly topics: readonly string[]
  readonly countries: readonly string[]
  readonly consent: boolean
}

export type SignUpField = keyof SignUpFields

/** Either everything is in order, or each field that is not is named, in the order of the form. */
export type ReadChoices = { readonly choices: Choices } | { readonly wrong: readonly SignUpField[] }

const order = [
  'email',
  'newsletters',
  'locale',
  'further',
  'frequency',
  'topics',
  'countries',
  'consent',
] as const satisfies SignUpField[]

export function readChoices(fields: SignUpFields, offer: Offer): ReadChoices {
  const address = canonicalAddress(fields.email)
  const locale = among(fields.locale, offer.locales)
  const further = furtherLocales(fields.further, offer.locales)
  const newsletterIds = offeredIds(fields.newsletters, offer.newsletters)
  const topics = offeredIds(fields.topics, offer.topics)
  const countries = offeredIds(fields.countries, offer.countries)
  const frequency = frequencies.find((each) => each === fields.frequency) ?? null

  const faults: Readonly<Record<SignUpField, boolean>> = {
    email: address === null,
    newsletters: newsletterIds === null || newsletterIds.length === 0,
    locale: locale === null,
    further: further === null,
    frequency: frequency === null,
    topics: topics === null,
    countries: countries === null,
    consent: !fields.consent,
  }
  const wrong = order.filter((field) => faults[field])
  if (address === null || locale === null || newsletterIds === null) return { wrong }
  if (topics === null || countries === null || frequency === null || further === null) return { wrong }
  if (wrong.length > 0) return { wrong }

  const interests = { topics, countries, frequency }
  return {
    choices: {
      address,
      locale,
      furtherLocales: further.filter((each) => each !== locale),
      newsletterIds,
      follows: [],
      interests,
    },
  }
}

const among = (value: string, locales: readonly Locale[]): Locale | null =>
  isLocale(value) && locales.includes(value) ? value : null

/** Each once, in order. Null when one of them is none of the network's. */
function furtherLocales(values: readonly string[], locales: readonly Locale[]): readonly Locale[] | null {
  const known: Locale[] = []
  for (const value of new Set(values.filter((each) => each !== ''))) {
    const locale = among(value, locales)
    if (locale === null) return null
    known.push(locale)
  }
  return known
}

/** Each once. Null when one of them is not offered. */
function offeredIds(
  ids: readonly string[],
  offered: readonly { readonly id: string }[],
): readonly string[] | null {
  const known = new Set(offered.map(({ id }) => id))
  const chosen = [...new Set(ids)]
  return chosen.every((id) => known.has(id)) ? chosen : null
}
