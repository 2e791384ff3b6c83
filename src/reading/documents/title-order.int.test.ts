import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { type Locale, locales } from '../../i18n/locales.ts'
import { browseDocuments } from './browse-documents.ts'
import { type DocumentPlace, readDocuments } from './read-documents.ts'

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())

/** Enters documents that have nothing but a title, in this order. */
async function enter(
  collection: 'news' | 'events' | 'faqs',
  locale: Locale,
  titles: readonly string[],
): Promise<void> {
  await databaseOf(payload).execute(sql`
    insert into public_documents (
      collection, item_id, locale, document, changed_at, slug, title, published_at, sort_at, facets, refs
    )
    select ${collection}, gen_random_uuid(), ${locale}, jsonb_build_object('title', title), now(), '', title, now(),
      now() - place * interval '1 minute', '{}', '{}'
    from jsonb_array_elements_text(${JSON.stringify(titles)}::jsonb) with ordinality as given (title, place)
  `)
}

const titlesOf = (documents: readonly { readonly title: string }[]) => documents.map(({ title }) => title)

describe('titles stand in the order of the alphabet', () => {
  test.for([
    ['sv', ['Zon', 'Ål', 'Ärta', 'Öl']],
    ['de', ['Ähre', 'Zone']],
    ['et', ['Saar', 'Šokk', 'Zoo', 'Tee', 'Õhk', 'Ära', 'Öö', 'Üks']],
    ['cs', ['Cena', 'Čas', 'Hora', 'Chata', 'Zub', 'Žena']],
    ['es', ['nube', 'ñandú', 'oso']],
    ['lt', ['yla', 'inkaras', 'joja']],
    ['el', ['Άνθρωπος', 'Βιβλίο', 'Ωμέγα']],
    ['uk', ['гора', 'ґанок', 'дім', 'їжак', 'йод']],
    ['ar', ['أثر', 'باب', 'تاج']],
    ['fa', ['آب', 'پدر', 'چای', 'گل']],
  ] as const)('of %s', async ([locale, titles]) => {
    await enter('events', locale, titles.toReversed())
    const asked = { collections: ['events'], locale } as const
    const read = await readDocuments(payload, { ...asked, order: 'title', limit: 100 })
    expect(titlesOf(read.documents)).toEqual(titles)
    const browsed = await browseDocuments(payload, asked, { order: 'title', perPage: 100 })
    expect(titlesOf(browsed.documents)).toEqual(titles)
  })
})

test('titles of several languages stand in the order of all scripts, each once, page by page', async () => {
  await enter('faqs', 'sv', ['Zon', 'Ål', 'Öl'])
  await enter('faqs', 'en', ['Apple', 'Zoo', 'Oak'])
  await enter('faqs', 'el', ['Άλφα'])
  const seen: string[] = []
  let after: DocumentPlace | null | undefined
  while (after !== null) {
    const page = await readDocuments(payload, {
      collections: ['faqs'],
      locale: 'sv',
      fallback: ['en', 'el'],
      order: 'title',
      limit: 2,
      ...(after !== undefined && { after }),
    })
    seen.push(...titlesOf(page.documents))
    after = page.next
  }
  expect(seen).toEqual(['Ål', 'Apple', 'Oak', 'Öl', 'Zon', 'Zoo', 'Άλφα'])
  await databaseOf(payload).execute(sql`delete from public_documents where collection = 'faqs'`)
})

test('titles that differ only behind what they are sorted by each stand in a list once, page by page', async () => {
  const long = 'Ω'.repeat(300)
  await enter('news', 'el', [`${long} 1`, `${long} 2`, `${long} 3`, 'Άλφα', 'Ωμέγα'])
  const seen: string[] = []
  let after: DocumentPlace | null | undefined
  while (after !== null) {
    const page = await readDocuments(payload, {
      collections: ['news'],
      locale: 'el',
      order: 'title',
      limit: 2,
      ...(after !== undefined && { after }),
    })
    seen.push(...titlesOf(page.documents))
    after = page.next
  }
  expect(seen.toSorted()).toEqual(['Άλφα', 'Ωμέγα', `${long} 1`, `${long} 2`, `${long} 3`].toSorted())
})

test('every language has its index, and an order in which titles can be asked for', async () => {
  const { rows } = await databaseOf(payload).execute<{ definition: string }>(sql`
    select indexdef as definition from pg_indexes where indexname like 'public_documents_title_%'
  `)
  const indexed = rows.map(({ definition }) => /locale = '([^']+)'/.exec(definition)?.[1])
  expect(indexed.toSorted()).toEqual([...locales].sort())
  for (const locale of locales) {
    await enter('faqs', locale, ['B', 'A'])
    const asked = { collections: ['faqs'], locale, order: 'title', limit: 2 } as const
    expect(titlesOf((await readDocuments(payload, asked)).documents)).toEqual(['A', 'B'])
  }
})
