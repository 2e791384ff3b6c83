import type { EventEmitter } from 'node:events'

import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql'
import { describe, expect, test } from 'vitest'

import { createTestItem } from '../../testing/create-item.ts'
import { graphqlNetwork } from '../../testing/graphql-network.ts'
import { now } from '../../testing/read-network.ts'
import { projectWork } from '../documents/project-documents.ts'
import { answerV1 } from '../v1/router.ts'
import { readingSchema } from './schema.ts'

const { payload, alpha, omega, ask, post } = await graphqlNetwork()

describe('documents', () => {
  test('come in the language that was asked for and no other', async () => {
    const query = 'query Q($locale: Locale!) { news(locale: $locale) { nodes { title } served total next } }'
    expect((await ask(query, { locale: 'fr' })).body).toEqual({
      data: { news: { nodes: [{ title: 'Étude' }], served: ['fr'], total: 1, next: null } },
    })
    const { body } = await ask(query, { locale: 'el' })
    expect(body.data.news).toMatchObject({ nodes: [{ title: 'Ωμέγα' }], served: ['el'] })
  })

  test.for([
    ['fr', '[el]', ['Étude', 'Ωμέγα'], ['fr', 'el']],
    ['el', '[en, fr]', ['Alpha', 'Ωμέγα'], ['el', 'en']],
    ['fr', '[network]', ['Étude'], ['fr']],
  ] as const)(
    'in %s with fallback %s say what they fell back to',
    async ([locale, fallback, titles, served]) => {
      const { body, headers } = await ask(
        `{ news(locale: ${locale}, fallback: ${fallback}, sort: title) { nodes { title served { locale requested reason } } served } }`,
      )
      expect(body.data.news.nodes.map(({ title }: { title: string }) => title).sort()).toEqual(
        [...titles].sort(),
      )
      expect(body.data.news.served).toEqual(served)
      expect(body.data.news.nodes.map((each: { served: object }) => each.served)).toEqual(
        expect.arrayContaining(
          served.map((each) => ({
            locale: each,
            requested: locale,
            reason: each === locale ? 'requested' : 'fallback',
          })),
        ),
      )
      expect(headers.get('Content-Language')?.split(', ').sort()).toEqual([...served].sort())
    },
  )

  test('say what REST says of them', async () => {
    const { body } = await ask(`{ newsItem(locale: en, id: "${alpha.id}") {
      id collection locale sourceLocale slug title summary url publishedAt updatedAt attribution machineTranslated sample html
      served { locale requested reason } licence { name url } topics { label code } organisation { label id }
      funding { text } alternates { locale url } related { label id }
      details { teaser date type body { html lexical } projects { label } } } }`)
    const rest = await answerV1(
      payload,
      new Request(`http://localhost:3000/v1/news/${alpha.id}?locale=en&include=lexical`),
      now,
    )
    const { data } = await rest.json()
    const { alternates, details, licence, organisation, ...own } = body.data.newsItem
    expect(data).toMatchObject({ ...own, licence, organisation })
    expect(
      Object.fromEntries(alternates.map((each: { locale: string; url: string }) => [each.locale, each.url])),
    ).toEqual(data.alternates)
    const { teaser, date, type, body: text, projects } = data.details
    expect(details).toMatchObject({ teaser, date, type, body: text, projects })
  })

  test('are found page by page, in any order', async () => {
    const page = (after: string | null) =>
      ask(
        'query Q($after: String) { news(locale: en, fallback: [el], sort: title, first: 1, after: $after) { nodes { title } next } }',
        { after },
      )
    const first = await page(null)
    const second = await page(first.body.data.news.next)
    const titles = [first, second].map(({ body }) => body.data.news.nodes[0].title)
    expect([...titles, second.body.data.news.next]).toEqual(['Alpha', 'Ωμέγα', null])
  })
})

test('a document that is public in other languages is not there, and the error names them', async () => {
  const { body } = await ask(`{ newsItem(locale: fr, id: "${omega.id}") { id } network(locale: fr) { url } }`)
  expect(body.data).toEqual({ newsItem: null, network: { url: 'http://localhost:3000/fr' } })
  expect(body.errors).toMatchObject([
    { path: ['newsItem'], extensions: { code: 'NOT_IN_LOCALE', locales: ['el'] } },
  ])
})

test('what leads to documents is asked for beside them', async () => {
  const { body } = await ask(`{
    search(locale: en, q: "alpha", facets: ["type"]) {
      total more suggestion next hits { similar title { text hit } document { title ... on News { details { teaser } } } }
      facets { name choices { code count } } }
    vocabulary(locale: en, name: "phase") { code label uri count }
    network(locale: el) { name languages { locale name direction isDefault url } } }`)
  expect(body.data.search).toMatchObject({
    total: 1,
    hits: [
      {
        similar: false,
        title: [{ text: 'Alpha', hit: true }],
        document: { title: 'Alpha', details: { teaser: 'A six-month programme, in en.' } },
      },
    ],
    facets: [{ name: 'type', choices: [{ code: 'announcement', count: 1 }] }],
  })
  expect(body.data.vocabulary[0]).toMatchObject({ code: 'pre-incubation', count: 0 })
  expect(body.data.network.languages[2]).toMatchObject({ locale: 'el', direction: 'ltr', isDefault: false })
})

test('a program that asks what there is gets the schema that is published', async () => {
  const { body } = await post({
    query: getIntrospectionQuery({ specifiedByUrl: true, schemaDescription: true }),
  })
  expect(printSchema(buildClientSchema(body.data))).toBe(printSchema(readingSchema(payload.config)))
})

test('the schema is served as text, under its first address too', async () => {
  for (const path of ['schema.graphql', 'graphql.schema']) {
    const answer = await answerV1(payload, new Request(`http://localhost:3000/v1/${path}`), now)
    expect(await answer.text()).toBe(printSchema(readingSchema(payload.config)))
  }
})

/** Each statement outside a transaction takes a connection from the pool. */
function countingStatements() {
  const { pool } = payload.db as unknown as { readonly pool: EventEmitter }
  return async <Answer>(read: () => Promise<Answer>) => {
    let count = 0
    const note = () => {
      count += 1
    }
    pool.on('acquire', note)
    const answer = await read()
    pool.off('acquire', note)
    return { answer, count }
  }
}

describe('references', () => {
  test('lead to the documents, each in the languages that were asked for where they stand', async () => {
    const naming = await createTestItem(payload)
    await naming.publish('fr', { title: 'Qui mène' })
    await naming.publish('fr', { related: [{ relationTo: 'news', value: alpha.id }] })
    await naming.publish('en', { title: 'Leads' })
    const related = 'related { label document { title locale served { requested reason } } }'
    const { body } = await ask(`{
      french: newsItem(locale: fr, id: "${naming.id}") { ${related} }
      english: newsItem(locale: en, fallback: [fr], id: "${naming.id}") { ${related} } }`)
    expect(body.data).toMatchObject({
      french: { related: [{ document: { title: 'Étude', locale: 'fr', served: { requested: 'fr' } } }] },
      english: { related: [{ document: { title: 'Alpha', locale: 'en', served: { reason: 'requested' } } }] },
    })
  })

  test('of a whole list are read at once, however many there are', async () => {
    for (const title of ['Beta', 'Gamma']) await (await createTestItem(payload)).publish('en', { title })
    await projectWork(payload)
    const statements = countingStatements()
    const query = (first: number) =>
      `{ news(locale: en, first: ${first}) { nodes { organisation { document { title } } } } }`
    const few = await statements(() => ask(query(1)))
    expect(few.count).toBeGreaterThan(1)
    const more = await statements(() => ask(query(3)))
    expect(more.answer.body.data.news.nodes).toHaveLength(3)
    expect(more.count).toBe(few.count)
  })

  test('to what is withdrawn lead nowhere from that moment on', async () => {
    const query = '{ news(locale: fr) { nodes { title related { document { title } } } } }'
    expect((await ask(query)).text).toContain('Étude')
    await alpha.saveDraft('fr', {}, { unpublish: true })
    expect((await ask(query)).text).not.toContain('Étude')
  })
})
