import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { projectWork } from '../reading/documents/project-documents.ts'
import { answerV1 } from '../reading/v1/router.ts'
import {
  createSurroundings,
  practiceFacts,
  practiceTexts,
  type Surroundings,
} from '../testing/create-practice.ts'
import { paragraph } from '../testing/paragraph.ts'
import { visitor } from '../testing/visitor.ts'
import {
  answerAbout,
  answerCommunities,
  answerCommunity,
  answerHome,
  answerItem,
  answerPartners,
  answerProjects,
  answerTextPage,
} from './public-answers.ts'

let payload: Payload
let around: Surroundings
let community: string

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, ['en', 'fr'])
  await payload.create({
    collection: 'projects',
    locale: 'en',
    data: { title: 'A sample', acronym: 'SAMPLE', statement: 'funded', coordinator: around.organisation },
  })
  const made = await payload.create({
    collection: 'communities',
    locale: 'en',
    data: { name: 'Finance group', scope: 'Money.', leader: around.organisation },
  })
  community = made.slug ?? ''
  await payload.create({
    collection: 'pages',
    locale: 'en',
    draft: false,
    data: {
      title: 'Who we are',
      slug: 'who-we-are',
      kind: 'about',
      body: paragraph('A text.'),
      sourceLocale: 'en',
      _status: 'published',
    },
  })
  await projectWork(payload)
})
afterAll(() => payload.destroy())

/** What stands for programs in the head of a page. */
async function told(answer: Promise<Response>) {
  const page = await (await answer).text()
  const [, data = 'null'] = page.match(/<script type="application\/ld\+json">(.*?)<\/script>/s) ?? []
  return JSON.parse(data)
}
const visit = () => visitor(payload).get('/')
const asked = { locale: 'en' }

test.for([
  ['communities', 'Organization', 'Finance group', () => answerCommunities(visit(), asked)],
  [
    'one community',
    'Organization',
    'Finance group',
    () => answerCommunity(visit(), { ...asked, slug: community }),
  ],
  ['projects', 'Project', 'A sample', () => answerProjects(visit(), asked)],
  ['partners', 'Organization', 'First partner', () => answerPartners(visit(), asked)],
  ['about us', 'WebPage', 'Who we are', () => answerAbout(visit(), asked)],
  ['a text', 'WebPage', 'Who we are', () => answerTextPage(visit(), { ...asked, slug: 'who-we-are' })],
] as const)('the page of %s tells programs what it shows', async ([, type, name, open]) => {
  expect((await told(open()))['@graph']).toMatchObject([{ '@type': type, name }])
})

test('a page that shows nothing tells nothing', async () => {
  expect(await told(answerCommunities(visit(), { locale: 'fr' }))).toBeNull()
})

test('the front page tells programs what there is to read, as feeds of its language', async () => {
  const { dataset, ...catalogue } = await told(answerHome(visit(), asked))

  expect(catalogue).toMatchObject({
    '@type': 'DataCatalog',
    name: 'Sample network',
    inLanguage: ['en', 'fr'],
  })
  expect(
    dataset.map(({ distribution }: { distribution: { contentUrl: string } }) => distribution.contentUrl),
  ).toContain('http://localhost:3000/en/feeds/practices/atom.xml')
})

test.for([
  ['municipality', 'GovernmentService'],
  ['ngo', 'Service'],
])('a practice of a provider that is a %s is a %s on its page and by itself', async ([code, type]) => {
  const kind = await payload.create({
    collection: 'terms',
    locale: 'en',
    data: { vocabulary: 'organisation-types', code: code ?? '', label: 'A kind' },
  })
  const provider = await payload.create({
    collection: 'organisations',
    locale: 'en',
    data: { name: `A ${code}`, type: kind.id },
  })
  const { slug } = await payload.create({
    collection: 'practices',
    locale: 'en',
    data: {
      ...practiceFacts(around),
      ...practiceTexts(`Of a ${code}`),
      provider: provider.id,
      sector: 'public',
      _status: 'published',
    },
  })
  await projectWork(payload)
  const onPage = await told(answerItem(visit(), { ...asked, collection: 'practices', slug: slug ?? '' }))
  const request = new Request(`http://localhost:3000/v1/practices/${slug}.jsonld?locale=en`)
  const alone = await (await answerV1(payload, request, new Date())).json()

  expect(onPage['@graph'][0]['@type']).toBe(type)
  expect(alone['@graph'].slice(0, 2)).toEqual(onPage['@graph'])
})
