import type { CollectionSlug, Payload } from 'payload'
import sharp from 'sharp'

import { contentCollections } from '../content/published-item.ts'
import type { Locale } from '../i18n/locales.ts'
import { filledRow, MARK } from './filled-row.ts'

/** Collection, or `terms/<vocabulary>`, → id of its row. */
export type MarkedRows = ReadonlyMap<string, string>

const vocabularies = [
  'services',
  'target-groups',
  'audiences',
  'event-types',
  'resource-types',
  'organisation-types',
  'countries',
  'languages',
  'licences',
  'programmes',
] as const

/** A network of two languages with one row of each kind that says something in every field, public under the slug `mark`. */
export async function createMarkedNetwork(
  payload: Payload,
  locale: Locale,
  second: Locale,
): Promise<MarkedRows> {
  const rows = new Map<string, string>()
  const find = (to: string, vocabulary: string | null) =>
    rows.get(vocabulary === null ? to : `${to}/${vocabulary}`) ?? null
  const add = async (collection: string, given: object = {}, key = collection, file?: object) => {
    const { flattenedFields } = payload.collections[collection as CollectionSlug].config
    const { id } = await payload.create({
      collection: collection as CollectionSlug,
      locale,
      data: { ...filledRow(flattenedFields, locale, find), ...given } as never,
      ...(file !== undefined && { file: file as never }),
    })
    rows.set(key, String(id))
  }

  await payload.updateGlobal({
    slug: 'network',
    locale,
    data: {
      name: MARK,
      tagline: MARK,
      enabledLocales: [locale, second],
      postalAddress: MARK,
      contactEmail: 'mark@mark.example',
    },
  })
  for (const vocabulary of vocabularies)
    await add('terms', { vocabulary, code: `mark-${vocabulary}` }, `terms/${vocabulary}`)
  const data = await sharp({ create: { width: 1200, height: 630, channels: 3, background: '#003399' } })
    .png()
    .toBuffer()
  await add('media', {}, 'media', { name: 'mark.png', data, mimetype: 'image/png', size: data.length })
  for (const collection of ['organisations', 'people', 'topics', 'projects', 'communities'])
    await add(collection)
  await add('newsletters', { locales: [locale] })
  for (const collection of ['publications', 'practices', 'events', 'news', 'pages'])
    await add(collection, { _status: 'published', slug: 'mark' })
  await add('issues', {
    newsletter: rows.get('newsletters'),
    contents: [
      {
        blockType: 'items',
        heading: MARK,
        items: contentCollections.map((relationTo) => ({ relationTo, value: rows.get(relationTo) })),
      },
      { blockType: 'text', heading: MARK, body: MARK, linkText: MARK, link: 'https://mark.example/' },
    ],
    state: 'draft',
  })
  return rows
}
