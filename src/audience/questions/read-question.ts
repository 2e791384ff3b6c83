import { isLocale, type Locale } from '../../i18n/locales.ts'
import { canonicalAddress } from '../canonical-address.ts'
import type { Offer, OfferedTerm } from '../choices.ts'
import { type Asked, MAX_NAME, MAX_QUESTION } from './question.ts'

/** What the form sends as the topic or the country where none of those that are offered is meant. */
export const OTHER = 'other'

/** The form as it was sent, before anything is believed. */
export interface QuestionFields {
  readonly question: string
  /** An id, or `OTHER`. */
  readonly topic: string
  /** An id, or `OTHER`. */
  readonly country: string
  readonly locale: string
  /** After `locale`, in order. Empty ones are passed over. */
  readonly further: readonly string[]
  readonly name: string
  readonly email: string
  readonly consent: boolean
}

export type QuestionField = keyof QuestionFields

/** Either everything is in order, or each field that is not is named, in the order of the form. */
type ReadQuestion = { readonly asked: Asked } | { readonly wrong: readonly QuestionField[] }

const order = [
  'question',
  'topic',
  'country',
  'locale',
  'further',
  'name',
  'email',
  'consent',
] as const satisfies QuestionField[]

export function readQuestion(fields: QuestionFields, offer: Offer): ReadQuestion {
  const question = cleaned(fields.question)
  const name = cleaned(fields.name).replace(/\s+/gu, ' ')
  const address = canonicalAddress(fields.email)
  const locale = among(fields.locale, offer.locales)
  const further = fields.further.filter((each) => each !== '').map((each) => among(each, offer.locales))
  const faults: Readonly<Record<QuestionField, boolean>> = {
    question: question === '' || [...question].length > MAX_QUESTION,
    topic: !isOffered(fields.topic, offer.topics),
    country: !isOffered(fields.country, offer.countries),
    locale: locale === null,
    further: further.includes(null),
    name: [...name].length > MAX_NAME,
    email: address === null,
    consent: !fields.consent,
  }
  const wrong = order.filter((field) => faults[field])
  if (address === null || locale === null || wrong.length > 0) return { wrong }
  return {
    asked: {
      address,
      question,
      name: name === '' ? null : name,
      locale,
      furtherLocales: [...new Set(further)].filter((each) => each !== null && each !== locale) as Locale[],
      topicId: fields.topic === OTHER ? null : fields.topic,
      countryId: fields.country === OTHER ? null : fields.country,
    },
  }
}

const isOffered = (value: string, offered: readonly OfferedTerm[]): boolean =>
  value === OTHER || offered.some(({ id }) => id === value)

const among = (value: string, locales: readonly Locale[]): Locale | null =>
  isLocale(value) && locales.includes(value) ? value : null

/** Without what nobody can see or type, and no more than one empty line in a row. */
const cleaned = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu, ' ')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
