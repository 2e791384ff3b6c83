import { eventsOver } from '../../content/events-over.ts'
import { publicNamesOf } from '../../content/public-locales.ts'
import {
  type ContentCollection,
  contentCollections,
  isContentCollection,
} from '../../content/published-item.ts'
import type { Database } from '../../database/database.ts'
import { chooseLocale } from '../../i18n/choose-locale.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { PersonalItem } from '../../ledger/personal-mails.ts'

/** An item of a digest that a person can read now. */
export interface StandingItem extends PersonalItem {
  readonly collection: ContentCollection
}

interface Reader {
  /** In their order. */
  readonly languages: readonly Locale[]
  /** Languages that the network speaks. */
  readonly enabled: readonly Locale[]
  readonly now: Date
}

/** Those of the items that are public now in one of the reader's languages, each in the first of them. No event that is over. */
export async function standingItems(
  items: readonly PersonalItem[],
  { languages, enabled, now }: Reader,
  database: Database,
): Promise<StandingItem[]> {
  const publicIn = new Map<string, readonly Locale[]>()
  for (const collection of contentCollections) {
    const ids = items.filter((item) => item.collection === collection).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const [id, names] of await publicNamesOf(collection, ids, database))
      publicIn.set(id, [...names.keys()])
  }
  const events = items.filter(({ collection }) => collection === 'events').map(({ id }) => id)
  for (const id of await eventsOver(events, now, database)) publicIn.delete(id)
  return items.flatMap((item) => {
    const available = (publicIn.get(item.id) ?? []).filter((locale) => enabled.includes(locale))
    const { locale } = chooseLocale(languages, available, { whenNone: 'skip' })
    const { collection } = item
    return locale === null || !isContentCollection(collection) ? [] : [{ ...item, collection, locale }]
  })
}
