import type { Locale } from '../../i18n/locales.ts'
import type { PersonalItem } from '../../ledger/personal-mails.ts'
import type { DigestOffer } from './digest-offer.ts'

/** More are too many to read; the rest stands in the next digest. */
const MAX_ITEMS = 20

/** A person as planning needs to know them. */
export interface DigestReader {
  readonly id: string
  /** In their order, at least one. */
  readonly languages: readonly Locale[]
  /** Ids. Empty: all. */
  readonly topics: readonly string[]
  readonly countries: readonly string[]
  /** Position up to which everything was considered for them. */
  readonly cursor: number
}

/** An item that is new to a person, and where it stands. */
export interface Match {
  readonly item: number
  readonly position: number
  readonly entry: PersonalItem
}

/** People with the same choices, to whom the same is new. */
export interface MatchedReaders {
  readonly languages: readonly Locale[]
  readonly cursor: number
  readonly ids: readonly string[]
  /** By position. */
  readonly matches: readonly Match[]
}

/** Finds what is new for each person by their choices, whatever they have had of it. Pure: computed once for equal choices. */
export function matchDigests(readers: readonly DigestReader[], offer: DigestOffer): MatchedReaders[] {
  const byLanguages = new Map<string, ReturnType<typeof readableIn>>()
  const groups = new Map<string, MatchedReaders & { readonly ids: string[] }>()
  for (const { id, languages, topics, countries, cursor } of readers) {
    const spoken = languages.join()
    const key = `${spoken}|${topics.join()}|${countries.join()}|${cursor}`
    const group = groups.get(key)
    if (group !== undefined) {
      group.ids.push(id)
      continue
    }
    const readable = byLanguages.get(spoken) ?? readableIn(languages, offer)
    byLanguages.set(spoken, readable)
    const matches = matchesOf(readable, { topics: new Set(topics), countries: new Set(countries), cursor })
    groups.set(key, { languages, cursor, ids: [id], matches })
  }
  return [...groups.values()]
}

type Publication = DigestOffer['publications'][number]

/** What readers of these languages can read, by position, each item in the first of them that it is public in. */
function readableIn(languages: readonly Locale[], { publications, entries }: DigestOffer) {
  const entryOf = new Map<number, PersonalItem>()
  for (const language of languages)
    for (const { item, reader, entry } of entries)
      if (reader === language && !entryOf.has(item)) entryOf.set(item, entry)
  return publications
    .filter(({ reader }) => languages.includes(reader))
    .flatMap((publication) => {
      const entry = entryOf.get(publication.item)
      return entry === undefined ? [] : [{ publication, entry }]
    })
    .toSorted((one, other) => one.publication.position - other.publication.position)
}

interface Wanted {
  readonly topics: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
  readonly cursor: number
}

function matchesOf(
  readable: readonly { readonly publication: Publication; readonly entry: PersonalItem }[],
  wanted: Wanted,
): Match[] {
  const matches = new Map<number, Match>()
  for (const { publication, entry } of readable) {
    const { item, position } = publication
    if (position > wanted.cursor && !matches.has(item) && concerns(publication, wanted))
      matches.set(item, { item, position, entry })
  }
  return [...matches.values()]
}

const concerns = (publication: Publication, { topics, countries }: Wanted): boolean =>
  (topics.size === 0 || publication.topics.some((topic) => topics.has(topic))) &&
  (countries.size === 0 ||
    publication.countries.length === 0 ||
    publication.countries.some((country) => countries.has(country)))

export interface CutDigest {
  readonly items: readonly PersonalItem[]
  /** Position of the last item that is in, where some are left for the next digest. Null: all are in. */
  readonly last: number | null
}

/** As much of it as one digest holds, without what the person has had. */
export function cutDigest(matches: readonly Match[], had: ReadonlySet<number> | undefined): CutDigest {
  const left = had === undefined ? matches : matches.filter(({ item }) => !had.has(item))
  const chosen = left.slice(0, MAX_ITEMS)
  return {
    items: chosen.map(({ entry }) => entry),
    last: left.length > MAX_ITEMS ? (chosen.at(-1)?.position ?? null) : null,
  }
}
