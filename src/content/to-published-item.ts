import { isLocale, type Locale, sourceLocale } from '../i18n/locales.ts'
import { translator } from '../i18n/translator.ts'
import { acknowledgementOf, type StoredProject } from './acknowledgement.ts'
import { firstSentences } from './first-sentences.ts'
import type { PublicDates, PublicNames } from './public-locales.ts'
import type { ContentCollection, EventTimes, ItemImage, PublishedItem } from './published-item.ts'
import { itemUrl, siteUrl } from './site-url.ts'

/** Longest summary, in characters: more is cut after a sentence. */
const MAX_SUMMARY = 600

type Populated<Row> = Row | string | null | undefined

interface Term {
  readonly label?: string | null
  readonly authorityUri?: string | null
}

/** The parts that we read of an item as Payload answers it for one locale at depth 1. */
export interface StoredItem {
  readonly id: string
  readonly title?: string | null
  readonly summary?: string | null
  readonly teaser?: string | null
  readonly abstract?: string | null
  readonly sourceLocale?: string | null
  readonly machineTranslated?: boolean | null
  readonly sample?: boolean | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly coverImage?: Populated<StoredMedia>
  readonly topics?: readonly Populated<{ readonly label?: string | null }>[] | null
  readonly countries?: readonly Populated<Term>[] | null
  readonly licence?: Populated<Term>
  readonly responsibleOrganisation?: Populated<{
    readonly name?: string | null
    readonly disclaimer?: string | null
  }>
  readonly projects?: readonly Populated<StoredProject>[] | null
  readonly location?: { readonly city?: string | null; readonly country?: Populated<Term> } | null
  readonly start?: string | null
  readonly end?: string | null
  readonly timeZone?: string | null
  readonly mode?: EventTimes['mode'] | null
  readonly status?: EventTimes['status'] | null
  readonly previousStart?: string | null
  readonly venue?: { readonly name?: string | null; readonly city?: string | null } | null
}

export interface StoredMedia {
  readonly url?: string | null
  readonly alt?: string | null
  readonly width?: number | null
  readonly height?: number | null
  readonly mimeType?: string | null
}

export interface ItemContext {
  readonly collection: ContentCollection
  readonly locale: Locale
  readonly names: PublicNames
  /** Languages of the network: an item that is published in another is not to be found there. */
  readonly spoken: readonly Locale[]
  /** The responsible organisation's, by locale: a disclaimer in another language names it in that one. */
  readonly organisationNames: Readonly<Partial<Record<Locale, string>>>
  /** Null when the outbox does not know the item: it was imported without its history. */
  readonly dates: PublicDates | null
}

/** Turns what Payload stores into the one shape that everything downstream reads. Texts of other locales never enter. */
export function toPublishedItem(
  stored: StoredItem,
  { collection, locale, names, spoken, dates, organisationNames }: ItemContext,
): PublishedItem {
  const slug = names.get(locale)?.slug ?? stored.id
  const organisation = populated(stored.responsibleOrganisation)
  return {
    collection,
    id: stored.id,
    locale,
    sourceLocale: isLocale(stored.sourceLocale) ? stored.sourceLocale : sourceLocale,
    slug,
    title: stored.title ?? '',
    summary: summaryOf(stored, locale),
    url: itemUrl(collection, slug, locale),
    alternates: Object.fromEntries(
      [...names]
        .filter(([language]) => spoken.includes(language))
        .map(([language, name]) => [language, itemUrl(collection, name.slug, language)]),
    ),
    publishedAt: dates?.publishedAt ?? new Date(stored.createdAt),
    updatedAt: dates?.updatedAt ?? new Date(stored.updatedAt),
    image: imageOf(populated(stored.coverImage)),
    places: placesOf(stored, locale),
    topics: labels(stored.topics),
    event: collection === 'events' ? eventOf(stored) : null,
    licence: licenceOf(populated(stored.licence)),
    organisation: organisation?.name ?? null,
    acknowledgements: (stored.projects ?? []).flatMap((project) => {
      const row = populated(project)
      return row === null ? [] : acknowledgementOf(row, { locale, responsible: organisationNames })
    }),
    machineTranslated: stored.machineTranslated === true,
    sample: stored.sample === true,
  }
}

const populated = <Row extends object>(value: Populated<Row>): Row | null =>
  typeof value === 'object' && value !== null ? value : null

const labels = (
  terms: readonly Populated<{ readonly label?: string | null }>[] | null | undefined,
): string[] => (terms ?? []).flatMap((term) => populated(term)?.label ?? [])

const summaryOf = ({ summary, teaser, abstract }: StoredItem, locale: Locale): string =>
  firstSentences((summary ?? teaser ?? abstract ?? '').replace(/\s+/g, ' ').trim(), MAX_SUMMARY, locale)

/** A stored picture as it stands beside an item. Null: it is none. */
export function imageOf(media: StoredMedia | null): ItemImage | null {
  if (media === null || !media.url || !media.width || !media.height) return null
  return {
    url: siteUrl(new URL(media.url, siteUrl('/')).pathname),
    alt: media.alt ?? '',
    width: media.width,
    height: media.height,
    type: media.mimeType ?? 'image/jpeg',
  }
}

/** Where it takes place, as readers of the locale write it; otherwise the countries it concerns. */
function placesOf({ location, countries }: StoredItem, locale: Locale): string[] {
  const country = populated(location?.country)?.label
  if (location?.city && country)
    return [translator(locale, 'terms')('place', { city: location.city, country })]
  return country ? [country] : labels(countries)
}

function eventOf({
  start,
  end,
  timeZone,
  mode,
  status,
  venue,
  previousStart,
}: StoredItem): EventTimes | null {
  if (!start || !end || !timeZone) return null
  const place = [venue?.name, venue?.city].filter((name): name is string => Boolean(name)).join(', ')
  return {
    start: new Date(start),
    end: new Date(end),
    timeZone,
    mode: mode ?? 'onsite',
    status: status ?? 'as-planned',
    venue: mode === 'online' || place === '' ? null : place,
    previousStart: previousStart ? new Date(previousStart) : null,
  }
}

const licenceOf = (term: Term | null): PublishedItem['licence'] =>
  term?.label && term.authorityUri ? { name: term.label, url: term.authorityUri } : null
