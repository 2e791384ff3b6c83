import { isLocale, type Locale } from '../i18n/locales.ts'
import { type CanonicalAddress, canonicalAddress } from './canonical-address.ts'

/** What may be chosen. */
export interface Offer {
  readonly newsletters: readonly OfferedNewsletter[]
  /** Languages of the network. */
  readonly locales: readonly Locale[]
}

export interface OfferedNewsletter {
  readonly id: string
  /** In the page's language. */
  readonly name: string
  /** In the page's language. Empty when there is none. */
  readonly description: string
}

/** What a person asks for. */
export interface Choices {
  readonly address: CanonicalAddress
  readonly locale: Locale
  /** In order, without `locale`. */
  readonly furtherLocales: readonly Locale[]
  readonly newsletterIds: readonly string[]
}

/** The form as it was sent, before anything is believed. */
export interface SignUpFields {
  readonly email: string
  readonly locale: string
  readonly second: string
  readonly newsletters: readonly string[]
  readonly consent: boolean
}

export type SignUpField = keyof SignUpFields

/** Either everything is in order, or each field that is not is named, in the order of the form. */
export type ReadChoices = { readonly choices: Choices } | { readonly wrong: readonly SignUpField[] }

const order = ['email', 'locale', 'second', 'newsletters', 'consent'] as const satisfies SignUpField[]

export function readChoices(fields: SignUpFields, offer: Offer): ReadChoices {
  const address = canonicalAddress(fields.email)
  const locale = among(fields.locale, offer.locales)
  const second = fields.second === '' ? null : among(fields.second, offer.locales)
  const known = new Set(offer.newsletters.map(({ id }) => id))
  const newsletterIds = [...new Set(fields.newsletters)]

  const faults: Readonly<Record<SignUpField, boolean>> = {
    email: address === null,
    locale: locale === null,
    second: fields.second !== '' && second === null,
    newsletters: newsletterIds.length === 0 || !newsletterIds.every((id) => known.has(id)),
    consent: !fields.consent,
  }
  const wrong = order.filter((field) => faults[field])
  if (address === null || locale === null || wrong.length > 0) return { wrong }

  const furtherLocales = second === null || second === locale ? [] : [second]
  return { choices: { address, locale, furtherLocales, newsletterIds } }
}

const among = (value: string, locales: readonly Locale[]): Locale | null =>
  isLocale(value) && locales.includes(value) ? value : null
