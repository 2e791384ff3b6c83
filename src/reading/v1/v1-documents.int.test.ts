import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { readNetwork, titlesOf } from '../../testing/read-network.ts'
import { projectWork } from '../documents/project-documents.ts'

const { payload, both, greek, get } = await readNetwork()

const forged = (order: string, at: string): string =>
  Buffer.from(JSON.stringify([order, at, '01980000-0000-7000-8000-000000000000'])).toString('base64url')

test.for([
  ['lokale=en', 'lokale', 'Did you mean “locale”?'],
  ['locale=enn', 'locale', 'Did you mean “en”?'],
  ['locale=en&locale=fr', 'locale', 'Give it once'],
  ['locale=ku', 'locale', 'Use one of: en, fr, el.'],
  ['locale=en&fallback=xx', 'fallback', 'Use one of: network, en, fr, el.'],
  ['locale=en&fallback=de', 'fallback', 'Use one of'],
  ['locale=en&limit=0', 'limit', 'from 1 to 100'],
  ['locale=en&limit=101', 'limit', 'from 1 to 100'],
  ['locale=en&limit=ten', 'limit', 'from 1 to 100'],
  ['locale=en&sort=newset', 'sort', 'Did you mean “newest”?'],
  ['locale=en&cursor=abc', 'cursor', 'Follow `next`'],
  ['locale=en&from=2026-02-30', 'from', 'such as 2026-11-28'],
  ['locale=en&from=2026-02-30T10:00Z', 'from', 'such as 2026-11-28'],
  ['locale=en&from=0000-01-01', 'from', 'such as 2026-11-28'],
  [`locale=en&cursor=${forged('newest', '2026-02-30T10:00:00.000000Z')}`, 'cursor', 'Follow `next`'],
  [`locale=en&cursor=${forged('newest', '0000-01-01T00:00:00.000000Z')}`, 'cursor', 'Follow `next`'],
  ['locale=en&topic=%00', 'topic', 'Leave %00 out.'],
  ['locale=en&cursor=%00', 'cursor', 'Leave %00 out.'],
  ['locale=en&updatedSince=yesterday', 'updatedSince', 'such as 2026-11-28'],
  ['locale=en&count=yes', 'count', 'true, false'],
  ['locale=en&type=anouncement', 'type', 'Did you mean “announcement”?'],
  ['locale=en&fields=titel', 'fields', 'Did you mean “title”?'],
  ['locale=en&fields=details.bodi', 'fields', 'Did you mean “details.body”?'],
  ['locale=en&include=everything', 'include', 'related, lexical'],
  ['locale=en&draft=true', 'draft', 'Use one of'],
  ['locale=en&where[title][like]=A', 'where[title][like]', 'Use one of'],
  ['locale=en&upcoming=true', 'upcoming', 'Use one of'],
] as const)('?%s is refused, and the answer says what to change', async ([query, field, remedy]) => {
  const { status, body } = await get(`/news?${query}`)
  expect(status).toBe(400)
  const found = body.errors.find((each: { field: string }) => each.field === field)
  expect(found.remedy).toContain(remedy)
})

test('what was public and is no more is gone, and what never was is not found', async () => {
  const item = await createTestItem(payload)
  await item.publish('en')
  expect((await get(`/news/${item.id}?locale=en`)).status).toBe(200)
  await payload.delete({ collection: 'news', id: item.id })
  expect((await get(`/news/${item.id}?locale=en`)).status).toBe(410)
  expect((await get('/news/nothing-of-that-name?locale=en')).status).toBe(404)
})

test('linked data that is not there says why, as the document itself does', async () => {
  const item = await createTestItem(payload)
  await item.publish('en')
  expect((await get(`/news/${item.id}.jsonld?locale=en`)).status).toBe(200)
  await payload.delete({ collection: 'news', id: item.id })
  expect((await get(`/news/${item.id}.jsonld?locale=en`)).status).toBe(410)
  const { status, body } = await get(`/news/${greek.id}.jsonld?locale=fr`)
  expect([status, body.errors[0].remedy]).toEqual([404, 'Ask for locale=el, or name them as fallback.'])
})

test('a document is found by its slug in the language, and by its id', async () => {
  const { body } = await get(`/news/${both.id}?locale=fr`)
  const named = await get(`/news/${encodeURIComponent(body.data.slug)}?locale=fr`)
  expect(named.body).toEqual(body)
})

describe('a slug that a document once had', () => {
  let moved: TestItem
  beforeAll(async () => {
    moved = await createTestItem(payload)
    for (const slug of ['first', 'second', 'third']) await moved.publish('en', { slug })
    for (const slug of ['premier', 'présent']) await moved.publish('fr', { slug })
  })
  afterAll(() => payload.delete({ collection: 'news', id: moved.id }))

  const leads = async (path: string) => {
    const { status, headers } = await get(`/news/${path}`)
    return [status, headers.get('Location')]
  }

  test('leads to the present one in one hop, with the whole question', async () => {
    expect(await leads('first?locale=en&fields=title')).toEqual([
      308,
      '/v1/news/third?locale=en&fields=title',
    ])
    expect(await leads('second?locale=en')).toEqual([308, '/v1/news/third?locale=en'])
    expect(await leads('third?locale=en')).toEqual([200, null])
    expect((await get('/news/first?locale=en')).headers.get('Cache-Control')).toBe(
      'public, max-age=0, must-revalidate',
    )
  })

  test('leads on as linked data too', async () => {
    expect(await leads('first.jsonld?locale=en')).toEqual([308, '/v1/news/third.jsonld?locale=en'])
  })

  test('is one in its language, and in others only for whoever falls back to it', async () => {
    expect((await leads('premier?locale=en'))[0]).toBe(404)
    expect(await leads('premier?locale=fr')).toEqual([308, '/v1/news/present?locale=fr'])
    expect(await leads('premier?locale=el&fallback=en,fr')).toEqual([
      308,
      '/v1/news/present?locale=el&fallback=en,fr',
    ])
    expect(await leads('present?locale=el&fallback=en,fr')).toEqual([200, null])
  })

  test('leads nowhere while the document is not public in the language', async () => {
    await moved.saveDraft('fr', {}, { unpublish: true })
    expect((await leads('premier?locale=fr'))[0]).toBe(404)
    await moved.publish('fr')
    expect((await leads('premier?locale=fr'))[0]).toBe(308)
  })
})

test('only the names that were asked for are answered, and always what tells documents apart and on which terms they are', async () => {
  const { body } = await get('/news?locale=fr&fields=title,details.body.html')
  expect(body.data).toEqual([
    {
      id: both.id,
      collection: 'news',
      locale: 'fr',
      served: { locale: 'fr', requested: 'fr', reason: 'requested' },
      machineTranslated: false,
      sample: false,
      licence: null,
      attribution: 'Sample network',
      funding: [],
      title: 'Étude',
      details: { body: { html: '<p>Text in fr.</p>' } },
    },
  ])
})

test('related documents come beside those that name them, in their order, each in a language that was asked for', async () => {
  const item = await createTestItem(payload)
  const other = await createTestItem(payload)
  await other.publish('fr', { title: 'Autre' })
  const named = [
    { relationTo: 'news' as const, value: other.id },
    { relationTo: 'news' as const, value: greek.id },
    { relationTo: 'news' as const, value: both.id },
  ]
  for (const locale of ['en', 'fr'] as const) {
    await item.saveDraft(locale, { related: named })
    await item.publish(locale, { title: 'Names others' })
  }
  const included = async (query: string) =>
    (await get(`/news/${item.id}?${query}&include=related&fields=title`)).body.included.map(
      ({ title, served }: { title: string; served: { locale: string } }) => `${title} (${served.locale})`,
    )
  expect(await included('locale=en')).toEqual(['Alpha (en)'])
  expect(await included('locale=fr')).toEqual(['Autre (fr)', 'Étude (fr)'])
  const list = await get('/news?locale=en&include=related&fields=title')
  expect(list.body.included.map(({ title }: { title: string }) => title)).toEqual(['Alpha'])
  await payload.delete({ collection: 'news', id: item.id })
  await payload.delete({ collection: 'news', id: other.id })
})

describe('pages', () => {
  const items: string[] = []
  beforeAll(async () => {
    for (const title of ['Émile', 'Eva', 'Zoe', 'Ärzte', 'arbre']) {
      const item = await createTestItem(payload)
      await item.publish('en', { title })
      items.push(item.id)
    }
    await projectWork(payload)
  })
  afterAll(async () => {
    for (const id of items) await payload.delete({ collection: 'news', id })
    await projectWork(payload)
  })

  test.for(['newest', 'oldest', 'title'])(
    'follow each other by %s without a gap or a repeat',
    async (sort) => {
      const seen: string[] = []
      let path: string | null = `/news?locale=en&limit=2&sort=${sort}`
      while (path !== null) {
        const page: Awaited<ReturnType<typeof get>> = await get(path)
        seen.push(...titlesOf(page))
        path = page.body.next?.replace('http://localhost:3000/v1', '') ?? null
      }
      const all = await get(`/news?locale=en&sort=${sort}&count=true`)
      expect(seen).toEqual(titlesOf(all))
      expect([seen.length, all.body.total]).toEqual([6, 6])
    },
  )

  test('in the order of titles go by the dictionary, accents and capitals beside', async () => {
    expect(titlesOf(await get('/news?locale=en&sort=title'))).toEqual([
      'Alpha',
      'arbre',
      'Ärzte',
      'Émile',
      'Eva',
      'Zoe',
    ])
  })

  test('are told of in a header too, and a cursor of another order is refused', async () => {
    const { body, headers } = await get('/news?locale=en&limit=1')
    expect(headers.get('Link')).toContain(`<${body.next}>; rel="next"`)
    const cursor = new URL(body.next).searchParams.get('cursor')
    expect((await get(`/news?locale=en&sort=title&cursor=${cursor}`)).status).toBe(400)
  })
})

test.for([
  ['from=2026-11-20', 1],
  ['from=2026-11-21', 0],
  ['to=2026-11-20', 1],
  ['to=2026-11-19', 0],
  ['to=9999-12-31', 1],
  ['from=0001-01-01', 1],
  ['type=announcement', 1],
  ['type=report,announcement', 1],
  ['type=report', 0],
  ['topic=finance', 0],
  ['updatedSince=2020-01-01', 1],
  ['updatedSince=2999-01-01T00:00:00Z', 0],
] as const)('a list filtered by %s', async ([filter, found]) => {
  expect((await get(`/news?locale=fr&count=true&${filter}`)).body.total).toBe(found)
})
