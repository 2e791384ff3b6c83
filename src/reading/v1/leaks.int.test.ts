import config from '@payload-config'
import type { GraphQLObjectType } from 'graphql'
import { getPayload } from 'payload'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'

import { graphql, rest } from '../../testing/api.ts'
import { everyAnswer } from '../../testing/every-answer.ts'
import { createHidden, HIDDEN } from '../../testing/hidden-content.ts'
import { paragraph } from '../../testing/paragraph.ts'
import { projectWork } from '../documents/project-documents.ts'
import { readingSchema } from '../graphql/schema.ts'

const payload = await getPayload({ config })
afterAll(() => payload.destroy())
const hidden = await createHidden(payload)
const { practice, review, people } = hidden
const { ask, addresses, elsewhere, askGraphql, everythingOf, practiceType, graphqlQueries } = everyAnswer(
  payload,
  hidden,
)

const leaks = /SECRET|secret@|"(?:validation|approvedBy|consentToPublish|consentedOn)"/

describe.each(['anyone', 'editor', 'translator', 'contributor', 'partner'])('%s', (who) => {
  const brought = () => people.get(who) ?? {}

  test('reads nothing under any address of /v1 that the public may not see', async () => {
    const leaking: string[] = []
    const unanswered: string[] = []
    for (const [route, paths] of addresses()) {
      const statuses = new Set<number>()
      for (const path of paths) {
        const response = await ask(path, brought())
        statuses.add(response.status)
        if (leaks.test(await response.text())) leaking.push(path)
      }
      // Whatever is asked there can be asked, and some of it is there.
      if (!statuses.has(200) || statuses.has(400)) unanswered.push(`${route}: ${[...statuses]}`)
    }
    expect(leaking).toEqual([])
    expect(unanswered).toEqual([])
  })

  test('reads nothing over GraphQL that the public may not see, however much is asked for', async () => {
    const answered: string[] = []
    for (const query of graphqlQueries()) {
      const text = await (await askGraphql(query, brought())).text()
      if (/SECRET|secret@|QUERY_TOO_LARGE|VALIDATION_FAILED/.test(text))
        answered.push(`${query.slice(0, 90)}: ${text.slice(0, 300)}`)
    }
    expect(answered).toEqual([])
  })

  test('reads nothing on pages, in feeds and as a harvester that the public may not see', async () => {
    for (const [path, open] of elsewhere(brought())) {
      const response = await open()
      expect([path, response.status]).toEqual([path, 200])
      expect([path, await response.text()]).not.toEqual([path, expect.stringMatching(leaks)])
    }
  })

  test('is answered what is public', async () => {
    expect((await ask('/v1/practices?locale=fr', brought())).status).toBe(200)
    const query = `{ practice(locale: fr, id: "${practice}") ${everythingOf(practiceType())} }`
    const answer = await askGraphql(query, brought())
    expect([answer.status, (await answer.text()).includes('"Public title')]).toEqual([200, true])
  })
})

test('who may see what is hidden does so where staff work, with what they bring here', async () => {
  const brought = people.get('editor') ?? {}
  const { status, text } = await rest(`/practices/${practice}?locale=en&draft=true`, { brought })
  expect([status, text.includes(HIDDEN)]).toEqual([200, true])
})

test.for(['JWT nobody', 'Bearer emk_wrong'])(
  'who brings what is not right is refused, and not read as the public: %s',
  async (Authorization) => {
    expect((await ask('/v1/practices?locale=fr', { Authorization })).status).toBe(401)
    expect((await askGraphql('{ __typename }', { Authorization })).status).toBe(401)
  },
)

test.for([
  'where[title][like]=S',
  'depth=3',
  'select[title]=true',
  'populate[people][name]=true',
  'draft=true',
  'trash=true',
  'fallback-locale=en',
  'joins=1',
  'page=2',
])('what Payload’s own API understands is refused under /v1: %s', async (query) => {
  expect((await ask(`/v1/practices?locale=fr&${query}`)).status).toBe(400)
})

test('every language at once cannot be asked for', async () => {
  for (const locale of ['all', '*', 'en,fr'])
    expect((await ask(`/v1/practices?locale=${locale}`)).status).toBe(400)
})

test('what was withdrawn is in no answer of GraphQL from that moment on, by reference and by search neither', async () => {
  const { id } = await payload.create({
    collection: 'faqs',
    locale: 'fr',
    data: {
      title: 'Withdrawable',
      body: paragraph('Answer.'),
      sourceLocale: 'fr',
      _status: 'published',
    } as never,
  })
  await projectWork(payload)
  const query = `{
    faq(locale: fr, id: "${id}") { title }
    faqs(locale: fr) { nodes { title } total }
    search(locale: fr, q: "withdrawable") { total hits { document { title html } } } }`
  const before = await (await askGraphql(query)).json()
  expect(before.data).toMatchObject({
    faq: { title: 'Withdrawable' },
    faqs: { total: 2 },
    search: { total: 1 },
  })
  await payload.update({ collection: 'faqs', id, locale: 'fr', data: { _status: 'draft' } as never })
  const after = await (await askGraphql(query)).json()
  expect(after.data).toMatchObject({
    faq: null,
    faqs: { nodes: [{ title: 'Public faqs (fr)' }], total: 1 },
    search: { hits: [] },
  })
})

test('of those who took part, only who agreed is named', async () => {
  const { data } = await (await ask(`/v1/practices/${practice}?locale=fr`)).json()
  expect(data.details.contributors.map(({ label }: { label: string }) => label)).toEqual(['Open person'])
})

test('a section of a review is there once its host has opened it', async () => {
  const { data } = await (await ask(`/v1/peer-reviews/${review}?locale=fr`)).json()
  expect(data.details).toMatchObject({
    findings: null,
    recommendations: { items: [{ text: 'Do more.' }] },
    peers: [{ person: null }],
  })
})

test('files of what is not openly accessible are not given away', async () => {
  const [organisation] = (await payload.find({ collection: 'organisations', limit: 1 })).docs
  const term = async (vocabulary: 'licences' | 'resource-types') =>
    (
      await payload.create({
        collection: 'terms',
        locale: 'fr',
        data: { vocabulary, code: 'report', label: 'Report' },
      })
    ).id
  const data = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#039' } })
    .png()
    .toBuffer()
  const file = await payload.create({
    collection: 'media',
    locale: 'fr',
    data: { alt: 'Report' },
    file: { name: 'secret-report.png', data, mimetype: 'image/png', size: data.length },
  })
  const { id } = await payload.create({
    collection: 'publications',
    locale: 'fr',
    data: {
      title: 'Report',
      abstract: 'What we found.',
      type: await term('resource-types'),
      date: '2026-01-05',
      publisher: organisation?.id,
      responsibleOrganisation: organisation?.id,
      licence: await term('licences'),
      sourceLocale: 'fr',
      accessRight: 'embargoed',
      embargoUntil: '2999-01-01',
      editions: [{ locale: 'fr', format: 'pdf', file: file.id }],
      _status: 'published',
    } as never,
  })
  const text = await (await ask(`/v1/publications/${id}?locale=fr`)).text()
  expect(text).not.toContain('secret-report')
  const everything = everythingOf(readingSchema(payload.config).getType('Publication') as GraphQLObjectType)
  const graphqlText = await (
    await askGraphql(`{ publication(locale: fr, id: "${id}") ${everything} }`)
  ).text()
  expect(graphqlText).toContain('"accessRight":"embargoed"')
  expect(graphqlText).not.toContain('secret-report')
  expect(JSON.parse(text).data.details.editions).toMatchObject([{ format: 'pdf', file: null }])
})

describe('Payload’s own interfaces', () => {
  test.for([
    '/peer-reviews?locale=fr&depth=3',
    '/peer-reviews?locale=all&depth=3&draft=true',
    '/peer-reviews?locale=fr&select[findings]=true',
    '/practices?locale=fr&depth=3&populate[people][name]=true&populate[people][consentToPublish]=true',
    '/practices?locale=all&select[validation]=true&draft=true',
    '/projects?locale=fr&depth=3&select[disclaimers]=true',
    '/projects?locale=all&draft=true',
    '/people?locale=fr&depth=3',
    '/people?locale=fr&where[name][like]=SECRET',
    '/press-contacts?locale=fr',
    '/pages?locale=fr&draft=true',
    '/pages?locale=all',
    '/globals/network?locale=all&depth=3',
  ])('tell the public nothing of what is hidden: %s', async (path) => {
    expect((await rest(path)).text).not.toMatch(/SECRET|secret@|"validation"|"approvedBy"/)
  })

  test.for([
    '/peer-reviews?locale=fr&where[findings.text][like]=SECRET',
    '/practices?locale=fr&where[validation.byNetwork][equals]=declined',
    '/projects?locale=fr&where[disclaimers.approvedBy][like]=SECRET',
    '/practices?locale=fr&where[contributors.name][like]=SECRET',
    '/practices?locale=fr&sort=validation.byNetwork',
  ])('answer no question about what is hidden: %s', async (path) => {
    const { status, body } = await rest(path)
    expect([status, body.docs?.length ?? 0]).not.toEqual([200, 1])
  })

  test('tell nothing by fragments either', async () => {
    const query = `
      fragment P on Practice { title summary contributors { name } }
      fragment R on PeerReview { findings { text isPublic } facilitator { name } peers { person { name } } }
      { Practices(locale: fr, draft: true) { docs { ...P related { value { ... on Practice { ...P } } } } }
        PeerReviews(locale: fr, draft: true) { docs { ...R } } }`
    expect((await graphql(query)).text).not.toContain(HIDDEN)
  })
})
