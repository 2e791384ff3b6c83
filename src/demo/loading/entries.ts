import type { ContentCollection } from '../../content/published-item.ts'
import { demoEvents } from '../network/events/all.ts'
import { newest } from '../network/newest.ts'
import { demoNews } from '../network/news/all.ts'
import { demoPractices } from '../network/practices/all.ts'
import { demoPublications } from '../network/publications/all.ts'
import type { DemoItem, DemoLocale, ItemKey, Texts } from '../network/shapes.ts'
import {
  eventFields,
  eventTexts,
  type Fields,
  type Known,
  newsFields,
  newsTexts,
  practiceFields,
  practiceTexts,
  publicationFields,
  publicationTexts,
} from './item-fields.ts'

/** An item of any collection, ready to be stored. */
export interface Entry extends ItemKey {
  readonly item: DemoItem<{ readonly title: string }>
  /** Day since which the world knows it, `YYYY-MM-DD`. Null where the demonstration says nothing about it. */
  readonly publishedOn: string | null
  /** Keys of the publications that are its chapters. */
  readonly parts: readonly string[]
  fields(known: Known): Fields
  /** @throws {RangeError} when the item has no text in that locale. */
  textsIn(locale: DemoLocale): Fields
}

interface Kind<Item extends DemoItem<Shape>, Shape extends { readonly title: string }> {
  readonly collection: ContentCollection
  readonly fields: (item: Item, known: Known) => Fields
  readonly texts: (item: Item, texts: Shape, locale: DemoLocale) => Fields
  readonly publishedOn: (item: Item) => string | null
}

const entriesOf = <Item extends DemoItem<Shape>, Shape extends { readonly title: string }>(
  items: readonly Item[],
  { collection, fields, texts, publishedOn }: Kind<Item, Shape>,
): Entry[] =>
  items.map((item) => ({
    collection,
    key: item.key,
    item,
    publishedOn: publishedOn(item),
    parts: demoPublications
      .filter(({ partOf }) => collection === 'publications' && partOf === item.key)
      .map(({ key }) => key),
    fields: (known) => fields(item, known),
    textsIn: (locale) => texts(item, textsOf<Shape>(item.key, item.texts, locale), locale),
  }))

function textsOf<Shape>(key: string, texts: Texts<Shape>, locale: DemoLocale): Shape {
  const found = texts[locale]
  if (found === undefined) throw new RangeError(`${key} has no text in ${locale}`)
  return found
}

const firstDay = (date: string): string => (date.length === 'YYYY-MM'.length ? `${date}-01` : date)

const everyEntry: readonly Entry[] = [
  ...entriesOf(demoPractices, {
    collection: 'practices',
    fields: practiceFields,
    texts: practiceTexts,
    publishedOn: () => null,
  }),
  ...entriesOf(demoPublications, {
    collection: 'publications',
    fields: publicationFields,
    texts: publicationTexts,
    publishedOn: ({ date }) => firstDay(date),
  }),
  ...entriesOf(demoEvents, {
    collection: 'events',
    fields: eventFields,
    texts: eventTexts,
    publishedOn: () => null,
  }),
  ...entriesOf(demoNews, {
    collection: 'news',
    fields: newsFields,
    texts: newsTexts,
    publishedOn: ({ date }) => date,
  }),
]

const isSame = (one: ItemKey, other: ItemKey): boolean =>
  one.collection === other.collection && one.key === other.key

/** What the network has published over the years. */
export const olderEntries: readonly Entry[] = everyEntry.filter(
  (entry) => !newest.some((item) => isSame(item, entry)),
)

/** What it publishes last, in that order. */
export const newestEntries: readonly Entry[] = newest.map((item) => {
  const found = everyEntry.find((entry) => isSame(item, entry))
  if (found === undefined) throw new RangeError(`no ${item.key} in the demo network's ${item.collection}`)
  return found
})
