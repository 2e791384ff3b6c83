import type { TFunction } from 'i18next'
import {
  type DateLeaf,
  dateLeafOf,
  dayOf,
  type EventDates,
  languageNames,
  lastsWholeDays,
  monthOf,
  whenOf,
  zoneNameOf,
  zoneOffsetOf,
} from './dates.ts'
import type { LetterDesign, LetterInvitation, LetterPart } from './letter-contents.ts'
import type { Direction } from './theme.ts'

/** Texts in the letter's language: namespace `email`, and the short shared names of `terms`. */
export interface Texts {
  readonly t: TFunction
  readonly terms: TFunction
}

/** A language and how it is written. Locales are BCP 47 tags. */
export interface Language {
  readonly locale: string
  readonly direction: Direction
}

interface LetterEvent extends EventDates {
  readonly mode: 'onsite' | 'online' | 'hybrid'
  readonly status: 'as-planned' | 'postponed' | 'rescheduled' | 'moved-online' | 'cancelled'
  readonly venue: string | null
  readonly previousStart: Date | null
}

export interface LetterItem {
  readonly collection: 'practices' | 'publications' | 'events' | 'news'
  readonly title: string
  readonly summary: string
  readonly url: string
  readonly image: { readonly url: string; readonly alt: string } | null
  readonly places: readonly string[]
  readonly organisation: string | null
  readonly event: LetterEvent | null
  readonly publishedAt: Date
  /** Locale → address, for each language the item is public in. */
  readonly alternates: Readonly<Record<string, string>>
  /** A machine's words in it have not been approved by anybody. */
  readonly machineTranslated: boolean
  readonly sample: boolean
  /** The language it is shown in. Where it is not the letter's, the item says so. */
  readonly language: Language
}

export interface LetterAcknowledgement {
  readonly statement: 'funded' | 'co-funded'
  /** Whether the emblem may be shown: not before the award is signed. */
  readonly emblem: boolean
  readonly disclaimer: { readonly text: string; readonly language: Language } | null
}

export interface LetterNetwork {
  readonly name: string
  readonly url: string
  readonly privacyUrl: string
  /** PNG, shown 48 x 36. Null: the name alone. */
  readonly logoUrl: string | null
}

export interface LetterProps {
  readonly language: Language
  readonly design: LetterDesign
  readonly network: LetterNetwork
  readonly newsletter: {
    readonly name: string
    /** Names of others whose readers get the letter too. */
    readonly alsoTo: readonly string[]
    readonly postalAddress: string
    readonly subscribeUrl: string
  }
  readonly issue: {
    readonly number: number
    readonly date: Date
    readonly subject: string
    readonly preheader: string
    /** Paragraphs and lists as an editor typed them: see `prose`. May be empty. */
    readonly intro: string
    /** PNG at twice its shown width of 600. Decorative, so it has no text alternative. */
    readonly coverUrl: string | null
  }
  /** Web edition in this language. */
  readonly webUrl: string
  /** In how many other languages the issue appears. */
  readonly otherLanguages: number
  readonly emblemUrl: string
  /** In their order. Of all items the first leads. */
  readonly parts: readonly LetterPart[]
  /** About the leading item, which then is an event. Null in other designs. */
  readonly invitation: LetterInvitation | null
  readonly acknowledgements: readonly LetterAcknowledgement[]
  /** Says on top that it is a test that only its sender got. */
  readonly test: boolean
}

/** Words in a language. */
interface Part {
  readonly text: string
  readonly language: Language
}

/** One item, with everything decided that both HTML and plain text say about it. */
export interface LetterBlock {
  /** Null: it does not take place at one time. */
  readonly event: LetterItem['event']
  readonly kind: string
  /** Changes that a reader must not miss. Null: all as planned. */
  readonly status: string | null
  /** Where, who or since when, in the language of the item or of the letter. */
  readonly facts: Part | null
  /** What the reader should know about the text: sample content, another language, a machine's words. */
  readonly notes: readonly string[]
  readonly title: string
  readonly summary: string
  readonly language: Language
  readonly image: LetterItem['image']
  readonly leaf: DateLeaf | null
  /** The event's date is no longer valid. */
  readonly dateIsOff: boolean
  readonly when: string | null
  readonly languages: string | null
  readonly url: string
  readonly linkText: string
}

/** What the masthead says at its far end. */
export const numberAndMonth = ({ issue, language }: LetterProps, { t }: Texts): string =>
  t('newsletter.number', { number: issue.number, month: monthOf(issue.date, language.locale) })

export const webLinkText = ({ otherLanguages }: LetterProps, { t }: Texts): string =>
  otherLanguages === 0 ? t('newsletter.web') : t('newsletter.webLanguages', { count: otherLanguages })

/** Why a reader gets it. One letter is for all of them, so it names each newsletter that may be theirs. */
export const whyLine = ({ newsletter, language: { locale } }: LetterProps, { t }: Texts): string =>
  t('footer.why', {
    newsletter: new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'disjunction' }).format([
      newsletter.name,
      ...newsletter.alsoTo,
    ]),
  })

/** Who writes, and where they can be reached by post, on one line. */
export const addressLine = (network: LetterNetwork, postalAddress: string, { t }: Texts): string =>
  t('footer.postalAddress', {
    network: network.name,
    address: postalAddress
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(', '),
  })

export function blockOf(item: LetterItem, letter: Language, { t }: Texts): LetterBlock {
  const { event, language, collection } = item
  return {
    event,
    kind: t(`newsletter.kind.${collection}`),
    status: event === null ? null : statusOf(event, letter, t),
    facts: factsOf(item, letter, t),
    notes: [
      ...(item.machineTranslated ? [t('newsletter.machineTranslated')] : []),
      ...(item.sample ? [t('newsletter.sample')] : []),
      ...(language.locale === letter.locale
        ? []
        : [t('newsletter.otherLanguage', { language: languageNames([language.locale], letter.locale) })]),
    ],
    title: item.title,
    summary: item.summary,
    language,
    image: item.image,
    leaf: event === null ? null : dateLeafOf(event, letter.locale),
    dateIsOff: event?.status === 'cancelled' || event?.status === 'postponed',
    when: event === null ? null : eventTimeOf(event, letter, t),
    languages: collection === 'publications' ? languagesOf(item, letter, t) : null,
    url: item.url,
    linkText: t(`newsletter.read.${collection}`),
  }
}

/** A zone belongs to hours: days alone have none. */
const eventTimeOf = (event: LetterEvent, { locale }: Language, t: TFunction): string =>
  lastsWholeDays(event)
    ? whenOf(event, locale)
    : t('newsletter.when', {
        when: whenOf(event, locale),
        zone: zoneNameOf(event, locale),
        offset: zoneOffsetOf(event, locale),
      })

function statusOf(
  { status, previousStart, timeZone }: LetterEvent,
  { locale }: Language,
  t: TFunction,
): string | null {
  if (status === 'as-planned') return null
  if (status === 'rescheduled' && previousStart !== null)
    return t('newsletter.status.rescheduledFrom', { date: dayOf(previousStart, timeZone, locale) })
  return t(`newsletter.status.${status}`)
}

function factsOf(
  { collection, event, places, organisation, publishedAt, language }: LetterItem,
  letter: Language,
  t: TFunction,
): Part | null {
  if (event !== null) {
    if (event.venue === null || event.mode === 'online')
      return { text: t('newsletter.online'), language: letter }
    // "and online" is ours and in the letter's language; the venue keeps the item's.
    const venue: Part = { text: event.venue, language }
    return event.mode === 'hybrid' && language.locale === letter.locale
      ? { text: t('newsletter.hybrid', { venue: event.venue }), language: letter }
      : venue
  }
  if (collection === 'news') return { text: dayOf(publishedAt, 'UTC', letter.locale), language: letter }
  if (collection === 'publications')
    return organisation === null ? null : { text: organisation, language: letter }
  return places.length === 0 ? null : { text: listOf(places, language.locale), language }
}

export const listOf = (words: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(words)

/** More names than this are a wall of words, so only their number is told. */
const MAX_NAMED_LANGUAGES = 4

function languagesOf({ alternates }: LetterItem, { locale }: Language, t: TFunction): string | null {
  const locales = Object.keys(alternates)
  if (locales.length < 2) return null
  return locales.length > MAX_NAMED_LANGUAGES
    ? t('newsletter.languageCount', { count: locales.length })
    : t('newsletter.languages', { languages: languageNames(locales, locale) })
}
