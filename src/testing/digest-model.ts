import type { Locale } from '../i18n/locales.ts'

/** A publication as a test made it: the item became public in a language. */
export interface ModelPublication {
  readonly position: number
  readonly item: string
  readonly locale: Locale
}

export interface ModelItem {
  readonly id: string
  readonly topics: readonly string[]
  readonly countries: readonly string[]
  /** Where it is public now. */
  readonly publicIn: Set<Locale>
}

export interface ModelPerson {
  readonly id: string
  languages: Locale[]
  topics: string[]
  countries: string[]
  frequency: 'every-issue' | 'weekly' | 'monthly'
  /** Day of the test's clock. */
  pausedUntil: number
  cursor: number
  /** Item → how often it was in a mail that left. */
  readonly got: Map<string, number>
  /** Items in mails that are planned and have not left. */
  readonly waiting: string[][]
  /** Position at which the person last chose anything. */
  choseAt: number
}

/** What a digest of the person would hold, item by item, said as plainly as can be. */
export function modelDigest(
  person: ModelPerson,
  publications: readonly ModelPublication[],
  items: ReadonlyMap<string, ModelItem>,
  head: number,
): { readonly items: string[]; readonly cursor: number } {
  const chosen: string[] = []
  let last = head
  for (const { position, item: id, locale } of publications) {
    const item = items.get(id)
    if (item === undefined || position <= person.cursor || position > head) continue
    if (!item.publicIn.has(locale) || !person.languages.includes(locale)) continue
    if (!concerns(item, person) || chosen.includes(id) || hasHad(person, id)) continue
    if (chosen.length === 20) return { items: chosen, cursor: last }
    chosen.push(id)
    if (chosen.length === 20) last = position
  }
  return { items: chosen, cursor: Math.max(person.cursor, head) }
}

export const concerns = (
  { topics, countries }: Pick<ModelItem, 'topics' | 'countries'>,
  person: Pick<ModelPerson, 'topics' | 'countries'>,
): boolean =>
  (person.topics.length === 0 || topics.some((topic) => person.topics.includes(topic))) &&
  (person.countries.length === 0 ||
    countries.length === 0 ||
    countries.some((country) => person.countries.includes(country)))

export const hasHad = (person: ModelPerson, id: string): boolean =>
  person.got.has(id) || person.waiting.some((mail) => mail.includes(id))
