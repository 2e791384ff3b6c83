import type { Payload, Where } from 'payload'

import type { ContentCollection } from '../content/published-item.ts'
import { readPublishedPage } from '../content/read-published.ts'
import { databaseOf } from '../database/database.ts'
import type { Filter, ListContent } from './list-page.ts'
import { loadChoices } from './load-choices.ts'
import { elsewhere } from './load-home.ts'
import type { SiteContext } from './site-context.ts'

const PER_PAGE = 12

/** Null when the page number lies behind the last page or is none. */
export async function loadList(
  payload: Payload,
  { locale, locales }: SiteContext,
  collection: ContentCollection,
  query: URLSearchParams,
): Promise<ListContent | null> {
  const page = Number(query.get('page') ?? 1)
  if (!Number.isSafeInteger(page) || page < 1) return null
  const database = databaseOf(payload)
  const filters = collection === 'practices' ? await practiceFilters() : null
  const { items, total } = await readPublishedPage(payload, {
    collection,
    locale,
    limit: PER_PAGE,
    page,
    where: { and: (filters ?? []).flatMap(conditionOf) },
  })
  const pages = Math.max(1, Math.ceil(total / PER_PAGE))
  if (page > pages) return null
  return {
    collection,
    items,
    total,
    page,
    pages,
    elsewhere: await elsewhere(collection, locale, locales, database),
    filters,
  }

  async function practiceFilters(): Promise<readonly Filter[]> {
    const { countries, services } = await loadChoices(locale, database)
    return [
      { name: 'country', chosen: known(query.get('country'), countries), choices: countries },
      { name: 'service', chosen: known(query.get('service'), services), choices: services },
    ]
  }
}

/** What is not on the list is not asked for. */
const known = (value: string | null, choices: Filter['choices']): string =>
  choices.some((choice) => choice.value === value) && value !== null ? value : ''

const paths = { country: 'location.country.code', service: 'services.code' } as const

const conditionOf = ({ name, chosen }: Filter): Where[] =>
  chosen === '' ? [] : [{ [paths[name]]: { equals: chosen } }]
