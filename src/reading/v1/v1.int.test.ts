import { describe, expect, test } from 'vitest'

import type { Locale } from '../../i18n/locales.ts'
import { readNetwork, titlesOf } from '../../testing/read-network.ts'

const { both, greek, send, get } = await readNetwork()

describe('the language of an answer', () => {
  test('has to be said, and whoever forgets it is told which there are', async () => {
    const { status, headers, body } = await get('/news')
    expect([status, headers.get('Content-Type')]).toEqual([400, 'application/problem+json'])
    expect(body).toMatchObject({
      type: 'http://localhost:3000/v1/docs#problem-query',
      status: 400,
      errors: [{ field: 'locale', problem: 'It is missing.', remedy: 'Use one of: en, fr, el.' }],
    })
  })

  test('is the one that was asked for and no other', async () => {
    expect(titlesOf(await get('/news?locale=fr'))).toEqual(['Étude'])
    expect(titlesOf(await get('/news?locale=el'))).toEqual(['Ωμέγα'])
  })

  test.for([
    ['fr', 'el', ['Étude', 'Ωμέγα'], ['fr', 'el']],
    ['el', 'en,fr', ['Alpha', 'Ωμέγα'], ['el', 'en']],
    ['fr', 'network', ['Étude'], ['fr']],
  ] as const)('in %s with fallback %s', async ([locale, fallback, titles, served]) => {
    const answer = await get(`/news?locale=${locale}&fallback=${fallback}&sort=title`)
    expect(titlesOf(answer).sort()).toEqual([...titles].sort())
    expect(answer.body.locale).toEqual({ requested: locale, served })
    expect(answer.headers.get('Content-Language')).toBe(served.join(', '))
  })

  test('is said of each document, with why', async () => {
    const { body } = await get(`/news/${greek.id}?locale=fr&fallback=el`)
    expect(body.data.served).toEqual({ locale: 'el', requested: 'fr', reason: 'fallback' })
    const own = await get(`/news/${both.id}?locale=fr`)
    expect(own.body.data.served).toEqual({ locale: 'fr', requested: 'fr', reason: 'requested' })
  })

  test('that a document does not have is a 404 that names those it has', async () => {
    const { status, body } = await get(`/news/${greek.id}?locale=fr`)
    expect(status).toBe(404)
    expect(body.errors).toEqual([
      {
        field: 'locale',
        problem: 'It is not public in fr.',
        remedy: 'Ask for locale=el, or name them as fallback.',
      },
    ])
  })
})

test('an unknown collection is a 404 that asks whether another was meant', async () => {
  const { status, body } = await get('/newz?locale=en')
  expect(status).toBe(404)
  expect(body.errors[0].remedy).toContain('Did you mean “news”?')
})

test('formatted text comes as HTML, and as the editor keeps it only for whoever asks', async () => {
  const plain = await get(`/news/${both.id}?locale=en`)
  expect(plain.body.data.details.body).toEqual({ html: '<p>Text in en.</p>' })
  const lexical = await get(`/news/${both.id}?locale=en&include=lexical`)
  expect(lexical.body.data.details.body.lexical.root.type).toBe('root')
})

test('days are days and moments are moments', async () => {
  const { body } = await get(`/news/${both.id}?locale=en`)
  expect([body.data.details.date, body.data.publishedAt.slice(-1)]).toEqual(['2026-11-20', 'Z'])
})

describe('how an answer may be kept', () => {
  test('it says so, and what it was made of', async () => {
    const { headers } = await get('/news?locale=fr&fallback=el')
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'public, max-age=0, stale-while-revalidate=60',
      'cache-tag': 'news,news:fr,news:el,network',
      vary: 'Accept-Encoding',
      'access-control-allow-origin': '*',
    })
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull()
  })

  test('what fell back changes when something becomes public in an earlier language', async () => {
    const tags = async (query: string) =>
      (await get(`/news/${greek.id}?${query}`)).headers.get('Cache-Tag')?.split(',')
    expect(await tags('locale=fr&fallback=en,el')).toEqual([
      `news/${greek.id}`,
      'news:fr',
      'news:en',
      'network',
    ])
    expect(await tags('locale=el&fallback=fr')).toEqual([`news/${greek.id}`, 'network'])
  })

  test('whoever has it already is told that it still holds', async () => {
    const { headers } = await get('/news?locale=fr')
    const again = await get('/news?locale=fr', { 'If-None-Match': headers.get('ETag') ?? '' })
    expect([again.status, again.text]).toEqual([304, ''])
    await expect
      .poll(async () => (await get(`/news/${both.id}?locale=fr`)).headers.has('Last-Modified'))
      .toBe(true)
    const one = await get(`/news/${both.id}?locale=fr`)
    const modified = one.headers.get('Last-Modified') ?? ''
    expect((await get(`/news/${both.id}?locale=fr`, { 'If-Modified-Since': modified })).status).toBe(304)
  })

  test('a refusal is kept by nobody', async () => {
    expect((await get('/news')).headers.get('Cache-Control')).toBe('no-store')
  })
})

test('whatever Accept says, it is answered', async () => {
  expect((await get('/news?locale=fr', { Accept: 'text/csv' })).status).toBe(200)
})

test('who would rather have linked data gets it at the same address, in the language that is served', async () => {
  const path = `/news/${greek.id}?locale=fr&fallback=el`
  const linked = await get(path, { Accept: 'application/ld+json' })
  expect(linked.headers.get('Content-Type')).toBe('application/ld+json; charset=utf-8')
  expect(linked.body['@graph'][0]).toMatchObject({ '@type': 'NewsArticle', name: 'Ωμέγα' })
  const plain = await get(path)
  expect([plain.headers.get('Content-Type'), plain.body.data.title]).toEqual(['application/json', 'Ωμέγα'])
  expect([linked, plain].map(({ headers }) => headers.get('Vary'))).toEqual([
    'Accept',
    'Accept, Accept-Encoding',
  ])
  expect((await get(`/news/${greek.id}?locale=fr`, { Accept: 'application/ld+json' })).status).toBe(404)
})

test.for(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is refused, with what is allowed', async (method) => {
  const response = await send('/news?locale=en', { method })
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
})

test('where nothing can be asked, what is asked is to be left out', async () => {
  const { status, body } = await get('/openapi.json?pretty=1')
  expect([status, body.errors[0].remedy]).toEqual([
    400,
    'Leave it out: nothing is asked here but the address.',
  ])
})

test('HEAD answers what GET does, without a body, and OPTIONS lets any site ask', async () => {
  const head = await send('/news?locale=fr', { method: 'HEAD' })
  const { headers } = await get('/news?locale=fr')
  expect([await head.text(), head.headers.get('ETag')]).toEqual(['', headers.get('ETag')])
  const options = await send('/news', { method: 'OPTIONS' })
  expect(options.status).toBe(204)
  expect(options.headers.get('Access-Control-Allow-Headers')).toContain('Authorization')
})

test('words of a list are named in the language, with how many documents have each', async () => {
  const { body } = await get('/vocabularies/topics?locale=en')
  expect(body.data).toEqual([{ code: 'finance', label: 'Finance', uri: null, count: 0 }])
  expect((await get('/vocabularies/topics?locale=fr')).body.data).toEqual([])
  const types = await get('/vocabularies/type?locale=el')
  expect(types.body.data).toContainEqual(expect.objectContaining({ code: 'announcement', count: 1 }))
  expect((await get('/vocabularies/topic?locale=en')).body.errors[0].remedy).toContain('“topics”')
})

test('the network says which languages it speaks', async () => {
  const { body } = await get('/network?locale=en')
  const languages: readonly { locale: Locale }[] = body.data.languages
  expect([body.data.name, languages.map(({ locale }) => locale)]).toEqual([
    'Sample network',
    ['en', 'fr', 'el'],
  ])
})

test('newsletters are listed with their archive', async () => {
  const { body } = await get('/newsletters?locale=fr')
  expect(body.data.map(({ name }: { name: string }) => name)).toEqual([
    'Practice letter (fr)',
    'Policy letter (fr)',
  ])
  const issues = await get(body.data[0].issues.replace('http://localhost:3000/v1', ''))
  expect(issues.body).toMatchObject({ data: [], next: null, total: null })
  expect((await get('/newsletters/none/issues?locale=fr')).status).toBe(404)
})

test('the index leads to every address', async () => {
  const { body } = await get('')
  const templates = body.addresses.map(({ template }: { template: string }) => template)
  expect(templates).toContain('http://localhost:3000/v1/news/{slugOrId}')
})
