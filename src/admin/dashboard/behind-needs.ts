import type { Payload } from 'payload'

import { contentCollections } from '../../content/published-item.ts'
import { databaseOf } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { ViewContext } from '../view-context.ts'
import { behindItems } from './behind.ts'
import type { Need } from './need.ts'

/** More would bury what is urgent. */
const MAX_ITEMS = 5

/** Translations that are behind what they translate. @param own null: those of every language. */
export async function behindNeeds(
  payload: Payload,
  own: readonly string[] | null,
  { t, list, languageName }: ViewContext,
): Promise<Need[]> {
  const database = databaseOf(payload)
  const perCollection = await Promise.all(
    contentCollections.map((collection) => behindItems(collection, MAX_ITEMS, database)),
  )
  return perCollection
    .flat()
    .map((item) => ({ ...item, locales: item.locales.filter((locale) => own?.includes(locale) ?? true) }))
    .sort((one, other) => other.changedAt.getTime() - one.changedAt.getTime())
    .slice(0, MAX_ITEMS)
    .flatMap(({ collection, id, title, sourceLocale, changedAt, locales }): Need[] => {
      const [first] = locales
      if (first === undefined) return []
      return [
        {
          key: `behind-${id}`,
          mark: 'outdated',
          tone: 'bad',
          title: t('views.need.behind.title', { title, language: languageName(sourceLocale) }),
          consequence: t('views.need.behind.consequence', {
            count: locales.length,
            languages: list(locales.map(languageName)),
          }),
          since: changedAt,
          href: editing(collection, id, first),
          verb: t('views.need.behind.verb'),
          isUrgent: false,
        },
      ]
    })
}

const editing = (collection: string, id: string, locale: Locale): string =>
  `/admin/collections/${collection}/${id}?locale=${locale}`
