import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { createSurroundings } from '../../testing/create-practice.ts'
import { recordDoi } from './record-doi.ts'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())

async function createPublication(): Promise<string> {
  const { organisation, terms } = await createSurroundings(payload, ['en', 'fr'])
  const type = await payload.create({
    collection: 'terms',
    locale: 'en',
    data: { vocabulary: 'resource-types', code: 'report', label: 'Report' },
  })
  const { id } = await payload.create({
    collection: 'publications',
    locale: 'en',
    draft: false,
    data: {
      title: 'What works',
      abstract: 'Ten cities compared.',
      type: type.id,
      date: '2026-11-01T00:00:00.000Z',
      publisher: organisation,
      responsibleOrganisation: organisation,
      licence: terms.licences,
      sourceLocale: 'en',
      accessRight: 'open',
      editions: [
        { locale: 'en', format: 'pdf' },
        { locale: 'fr', format: 'pdf' },
      ],
      _status: 'published',
    },
  })
  return String(id)
}

const doisOf = async (id: string, draft: boolean) => {
  const { editions } = await payload.findByID({
    collection: 'publications',
    id,
    locale: 'en',
    draft,
    depth: 0,
  })
  return (editions ?? []).map(({ locale, doi }) => [locale, doi ?? null])
}

test('an identifier stands with the edition of its language, public and in the draft, and readers’ drafts stay drafts', async () => {
  const id = await createPublication()
  await payload.update({
    collection: 'publications',
    id,
    locale: 'en',
    draft: true,
    data: { title: 'Unfinished' },
  })
  const item = { collection: 'publications', id } as const

  expect(await recordDoi(payload, item, 'en', '10.5281/zenodo.1')).toBe(1)
  expect(await recordDoi(payload, item, 'en', '10.5281/zenodo.2')).toBe(0)
  const expected = [
    ['en', '10.5281/zenodo.1'],
    ['fr', null],
  ]
  expect(await doisOf(id, false)).toEqual(expected)
  expect(await doisOf(id, true)).toEqual(expected)
  const { rows } = await databaseOf(payload).execute<{ title: string }>(
    sql`select title from publications_locales where _parent_id = ${id} and _locale = 'en'`,
  )
  expect(rows).toEqual([{ title: 'What works' }])
})
