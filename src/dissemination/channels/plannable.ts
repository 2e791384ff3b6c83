import { type ItemTies, noTies, tiesOf } from '../../content/item-ties.ts'
import { publicNamesOf } from '../../content/public-locales.ts'
import { contentCollections, type ItemReference } from '../../content/published-item.ts'
import { itemUrl } from '../../content/site-url.ts'
import type { Database } from '../../database/database.ts'
import { choicesOf, itemKey } from '../../ledger/channel-choices.ts'
import { standingPlaces } from '../../ledger/standing-places.ts'
import type { OutboxEntry } from '../../outbox/outbox.ts'
import type { PlannableChange } from './plan.ts'

/** Changes with all that planning them needs to know, as it is now. */
export async function plannable(
  entries: readonly OutboxEntry[],
  database: Database,
): Promise<PlannableChange[]> {
  const items = entries.map(({ item }) => item)
  const published = new Map<string, PlannableChange['published']>()
  const ties = new Map<string, ItemTies>()
  for (const collection of contentCollections) {
    const ids = idsIn(collection, items)
    if (ids.length === 0) continue
    for (const [id, names] of await publicNamesOf(collection, ids, database))
      published.set(
        itemKey({ collection, id }),
        new Map(
          [...names].map(([locale, { title, slug }]) => [
            locale,
            { title, url: itemUrl(collection, slug, locale) },
          ]),
        ),
      )
    for (const [id, tied] of await tiesOf(collection, ids, database))
      ties.set(itemKey({ collection, id }), tied)
  }
  if (items.length === 0) return []
  const choices = await choicesOf(items, database)
  const standing = await standingPlaces(items, database)
  return entries.map((entry) => {
    const key = itemKey(entry.item)
    return {
      ...entry,
      published: published.get(key) ?? new Map(),
      ties: ties.get(key) ?? noTies,
      choices: choices.get(key) ?? new Map(),
      standing: standing.get(key) ?? [],
    }
  })
}

const idsIn = (collection: ItemReference['collection'], items: readonly ItemReference[]): string[] => [
  ...new Set(items.filter((item) => item.collection === collection).map(({ id }) => id)),
]
