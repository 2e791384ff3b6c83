import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { paragraph } from '../../testing/paragraph.ts'
import { readTranslation } from '../targets/translation.ts'

let payload: Payload
let item: TestItem

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'ar'])
})
beforeEach(async () => {
  item = await createTestItem(payload)
})
afterAll(() => payload.destroy())

/** Field and state of every segment in a locale, and that of the whole. */
async function states(locale: Locale) {
  const translation = await readTranslation({ collection: 'news', id: item.id }, locale, databaseOf(payload))
  return translation?.segments.map(({ field, state }) => `${field} ${state}`) ?? []
}

async function whole(locale: Locale) {
  const { rows } = await databaseOf(payload).execute<{
    state: string
    outdated: number
    served_revision: number | null
  }>(sql`
    select state, outdated, served_revision from translation_locales
    where item_id = ${item.id} and locale = ${locale}
  `)
  return rows[0]
}

const allCurrent = ['title current', 'teaser current', 'body current']

test('a language that nobody wrote in is missing', async () => {
  expect(await states('fr')).toEqual(['title missing', 'teaser missing', 'body missing'])
  expect(await whole('fr')).toMatchObject({ state: 'missing', served_revision: null })
})

test('what a person saves is in translation, and publishing it approves it', async () => {
  await item.saveDraft('fr')
  expect((await whole('fr'))?.state).toBe('in-translation')

  await item.publish('fr')
  expect(await states('fr')).toEqual(allCurrent)
  expect(await whole('fr')).toMatchObject({ state: 'current', served_revision: 1 })
})

test('one changed sentence outdates exactly that segment, in each language', async () => {
  await item.publish('en')
  await item.publish('fr')
  await item.publish('ar')
  await item.publish('en', { teaser: 'A programme of twelve months.' })

  for (const locale of ['fr', 'ar'] as const) {
    expect(await states(locale)).toEqual(['title current', 'teaser outdated', 'body current'])
    expect(await whole(locale)).toMatchObject({ state: 'outdated', outdated: 1, served_revision: 1 })
  }
})

test('each language’s public text says which revision of the source it renders', async () => {
  await item.publish('en')
  await item.publish('fr')
  await item.publish('en', { teaser: 'A programme of twelve months.' })
  const stored = await payload.findByID({ collection: 'news', id: item.id, locale: 'all', draft: false })

  expect(stored.revision).toEqual({ en: 2, fr: 1 })
})

test('punctuation and white space outdate nothing', async () => {
  await item.publish('fr')
  await item.publish('en', { teaser: 'A six-month programme  in en' })

  expect(await states('fr')).toEqual(allCurrent)
})

test('a minor edit outdates nothing, and what changes after it does', async () => {
  await item.publish('fr')
  await item.publish('en', { teaser: 'A programme of six months, in English.', minorEdit: true })
  expect(await states('fr')).toEqual(allCurrent)

  await item.publish('en', { teaser: 'A programme of seven months, in English.' })
  expect(await states('fr')).toEqual(['title current', 'teaser outdated', 'body current'])
})

test('readers of an outdated language see nothing where the network wants that, until the new text is approved', async () => {
  await item.publish('en')
  await item.publish('fr')
  await payload.updateGlobal({ slug: 'network', data: { whenOutdated: { news: 'withdraw' } } })
  await item.publish('en', { teaser: 'A programme of twelve months.' })
  const told = async () => {
    const { rows } = await databaseOf(payload).execute<{ kind: string; locale: string }>(
      sql`select kind, locale from outbox where item_id = ${item.id} order by id`,
    )
    return rows.map(({ kind, locale }) => `${kind} ${locale}`)
  }
  const { _status: status } = await payload.findByID({ collection: 'news', id: item.id, locale: 'all' })

  expect(status).toMatchObject({ en: 'published', fr: 'draft' })
  expect((await told()).slice(2)).toEqual(['revised en', 'withdrawn fr'])
  expect((await whole('fr'))?.state).toBe('withdrawn')

  await item.publish('fr', { teaser: 'Douze mois.' })
  expect((await told()).at(-1)).toBe('published fr')
  await payload.updateGlobal({ slug: 'network', data: { whenOutdated: { news: 'keep' } } })
})

test('taking a change back makes translations current again', async () => {
  await item.publish('fr')
  await item.saveDraft('en', { teaser: 'Something else entirely.' })
  await item.saveDraft('en', { teaser: 'A six-month programme, in en.' })

  expect(await states('fr')).toEqual(allCurrent)
})

test('paragraphs that change places outdate nothing, and a new one is missing', async () => {
  const { body } = await payload.findByID({ collection: 'news', id: item.id, locale: 'en', draft: true })
  await item.publish('fr')
  const children = [...paragraph('A second one.').root.children, ...(body?.root.children ?? [])]
  await item.saveDraft('en', { body: { root: { ...body?.root, children } } })

  expect(await states('fr')).toEqual(['title current', 'teaser current', 'body missing', 'body current'])
})

test('a language that was taken back is withdrawn, until it is published again', async () => {
  await item.publish('fr')
  await item.saveDraft('fr', {}, { unpublish: true })
  expect((await whole('fr'))?.state).toBe('withdrawn')

  await item.publish('fr')
  expect((await whole('fr'))?.state).toBe('current')
})

test('the diff shows the source as it was when the translation was made', async () => {
  await item.publish('fr')
  await item.saveDraft('en', { teaser: 'Something else entirely.' })
  const translation = await readTranslation({ collection: 'news', id: item.id }, 'fr', databaseOf(payload))
  const teaser = translation?.segments.find(({ field }) => field === 'teaser')

  expect(teaser?.text).toBe('Something else entirely.')
  expect(teaser?.target?.sourceText).toBe('A six-month programme, in en.')
})

test('segments and item are stored together or not at all', async () => {
  const transactionID = (await payload.db.beginTransaction()) as string
  item = await createTestItem(payload, { transactionID })
  await payload.db.rollbackTransaction(transactionID)

  expect(await whole('fr')).toBeUndefined()
})

test('nothing is left of an item that is deleted', async () => {
  await item.publish('fr')
  await payload.delete({ collection: 'news', id: item.id })
  const { rows } = await databaseOf(payload).execute(sql`
    select 1 from translation_items where item_id = ${item.id}
    union all select 1 from translation_segments where item_id = ${item.id}
    union all select 1 from translation_targets where item_id = ${item.id}
    union all select 1 from translation_locales where item_id = ${item.id}
  `)

  expect(rows).toEqual([])
})
