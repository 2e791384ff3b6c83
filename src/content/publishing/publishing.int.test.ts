import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { type Answer, graphql, rest, signIn } from '../../testing/api.ts'
import {
  createSurroundings,
  practiceFacts,
  practiceTexts,
  type Surroundings,
} from '../../testing/create-practice.ts'

let payload: Payload
let around: Surroundings
let editor: string

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, ['en', 'fr', 'ar'])
  editor = await signIn(payload, { roles: ['editor'] })
})
afterAll(() => payload.destroy())

async function draft(data: object = {}): Promise<string> {
  const { id } = await payload.create({
    collection: 'practices',
    locale: 'en',
    draft: true,
    data: { ...practiceFacts(around), ...practiceTexts('English'), ...data },
  })
  return id
}

const publish = (id: string, query: string) =>
  rest(`/practices/${id}?${query}`, { as: editor, method: 'PATCH', body: { _status: 'published' } })

const publicLocales = async (id: string): Promise<string[]> => {
  const { status, body } = await rest(`/practices/${id}?locale=all`)
  return status === 200 ? Object.keys(body._status).sort() : []
}

/** What an editor is told, field by field. */
const faults = ({ body }: Answer): string[] =>
  body.errors[0].data.errors.map(
    ({ path, message }: { path: string; message: string }) => `${path}: ${message}`,
  )

test('a language is published when every required field is filled in, and only that language', async () => {
  const id = await draft()
  expect((await publish(id, 'locale=en')).status).toBe(200)
  expect(await publicLocales(id)).toEqual(['en'])
})

test('what is missing is named, with its language, and nothing is published', async () => {
  const id = await draft({ transferability: '', howItWorks: null, location: { country: null } })
  const answer = await publish(id, 'locale=en')
  expect(answer.status).toBe(400)
  expect(faults(answer)).toEqual([
    'howItWorks: How it works is missing in English.',
    'transferability: What others can learn is missing in English.',
    'location.country: Country is missing in English.',
  ])
  expect(answer.body.errors[0].message).toContain('How it works (English)')
  expect(await publicLocales(id)).toEqual([])
})

test('a practice that claims results shows them; one that is only described need not', async () => {
  const id = await draft({ results: [] })
  expect(faults(await publish(id, 'locale=en'))).toEqual(['results: Results is missing in English.'])
  const described = await draft({ results: [], evidenceLevel: 'described' })
  expect((await publish(described, 'locale=en')).status).toBe(200)
})

test('publishing all languages publishes those that the item is written in', async () => {
  const id = await draft()
  await payload.update({
    collection: 'practices',
    id,
    locale: 'fr',
    draft: true,
    data: practiceTexts('French'),
  })
  expect((await publish(id, 'locale=en&publishAllLocales=true')).status).toBe(200)
  expect(await publicLocales(id)).toEqual(['en', 'fr'])
})

test('publishing all languages is refused as long as one of them is not whole', async () => {
  const id = await draft()
  const { title, summary } = practiceTexts('Arabic')
  await payload.update({ collection: 'practices', id, locale: 'ar', draft: true, data: { title, summary } })
  const answer = await publish(id, 'locale=en&publishAllLocales=true')
  expect(faults(answer)).toEqual([
    'challenge: Challenge is missing in Arabic.',
    'goals: Goals is missing in Arabic.',
    'howItWorks: How it works is missing in Arabic.',
    'transferability: What others can learn is missing in Arabic.',
    'results: Results is missing in Arabic.',
  ])
  expect(await publicLocales(id)).toEqual([])
})

test('GraphQL is held to the same', async () => {
  const id = await draft({ summary: '' })
  const { text } = await graphql(
    `mutation { updatePractice(id: "${id}", locale: en, data: { _status: published }) { id } }`,
    editor,
  )
  expect(text).toContain('Summary is missing in English.')
  expect(await publicLocales(id)).toEqual([])
})

test('nothing is published in a language that the network does not speak', async () => {
  const id = await draft()
  await payload.update({
    collection: 'practices',
    id,
    locale: 'uk',
    draft: true,
    data: practiceTexts('Ukrainian'),
  })
  expect(faults(await publish(id, 'locale=uk'))).toEqual([
    '_status: Ukrainian is not a language of the network. Add it in the network settings first.',
  ])
})

test('a network gains a language in its settings, without a migration', async () => {
  const id = await draft()
  await payload.update({
    collection: 'practices',
    id,
    locale: 'tr',
    draft: true,
    data: practiceTexts('Turkish'),
  })
  await payload.updateGlobal({ slug: 'network', data: { enabledLocales: ['en', 'fr', 'ar', 'tr'] } })
  expect((await publish(id, 'locale=tr')).status).toBe(200)
  expect(await publicLocales(id)).toEqual(['tr'])
})

test('a language without interface texts cannot be enabled, and the refusal says why', async () => {
  const administrator = await signIn(payload, { roles: ['administrator'] })
  const answer = await rest('/globals/network?locale=en', {
    as: administrator,
    method: 'POST',
    body: { enabledLocales: ['en', 'ti', 'so'] },
  })
  expect(faults(answer)).toEqual([
    'enabledLocales: There are no interface texts yet in: ትግርኛ, Soomaali. Pages and mails in them would mix languages.',
  ])
})

test('a result of a signed grant needs the disclaimer in its language or in English', async () => {
  const project = await payload.create({
    collection: 'projects',
    locale: 'en',
    data: { acronym: 'SAMPLE', title: 'Sample', statement: 'co-funded', awardSigned: true },
  })
  const id = await draft({ projects: [project.id] })
  expect(faults(await publish(id, 'locale=en'))).toEqual([
    'projects: SAMPLE has no approved disclaimer in English. Add one to the project, under Funding.',
  ])
  const disclaimer = (locale: 'en' | 'fr') => ({
    locale,
    text: 'Views…',
    source: 'Grant',
    approvedBy: 'Coordinator',
  })
  const approve = (locale: 'en' | 'fr') =>
    payload.update({ collection: 'projects', id: project.id, data: { disclaimers: [disclaimer(locale)] } })
  await approve('fr')
  expect((await publish(id, 'locale=en')).status).toBe(400)
  await approve('en')
  expect((await publish(id, 'locale=en')).status).toBe(200)
})

test('a work package must be one of the project’s', async () => {
  const project = await payload.create({
    collection: 'projects',
    locale: 'en',
    data: {
      acronym: 'OTHER',
      title: 'Other',
      statement: 'funded',
      workPackages: [{ code: 'WP4', title: 'Dissemination' }],
    },
  })
  const id = await draft({ projects: [project.id], workPackage: 'WP9' })
  expect(faults(await publish(id, 'locale=en'))).toEqual([
    'workPackage: None of the chosen projects has a work package WP9.',
  ])
})

test('a score is on a dimension of its framework and within its scale', async () => {
  const framework = await payload.create({
    collection: 'frameworks',
    locale: 'en',
    data: {
      name: 'MEGA',
      code: 'mega',
      version: '1',
      scaleMin: 0,
      scaleMax: 10,
      dimensions: ['visibility', 'networking', 'finance'].map((code) => ({ code, label: code })),
    },
  })
  const score = (dimension: string, value: number) => ({
    framework: framework.id,
    dimension,
    value,
    assessor: 'self' as const,
  })
  const id = await draft({ scores: [score('visibility', 11), score('unknown', 5), score('finance', 10)] })
  expect(faults(await publish(id, 'locale=en'))).toEqual([
    'scores.0.value: Scores on mega 1 go from 0 to 10.',
    'scores.1.dimension: mega 1 has no dimension unknown.',
  ])
})

test('a cover picture needs an alternative text in the language in which it is shown', async () => {
  const data = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==',
    'base64',
  )
  const picture = await payload.create({
    collection: 'media',
    locale: 'en',
    data: { alt: 'A pixel' },
    file: { name: 'pixel.png', data, mimetype: 'image/png', size: data.length },
  })
  const id = await draft({ coverImage: picture.id })
  await payload.update({
    collection: 'practices',
    id,
    locale: 'fr',
    draft: true,
    data: practiceTexts('French'),
  })
  expect((await publish(id, 'locale=en')).status).toBe(200)
  expect(faults(await publish(id, 'locale=fr'))).toEqual([
    'coverImage: The cover picture has no alternative text in French. Add it to the picture.',
  ])
})

test('an uploaded file that a browser would run is refused', async () => {
  for (const [name, type] of [
    ['x.svg', 'image/svg+xml'],
    ['x.html', 'text/html'],
  ] as const) {
    const file = new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'], name, {
      type,
    })
    const answer = await rest('/media?locale=en', { as: editor, method: 'POST', body: { alt: 'A' }, file })
    expect([name, answer.status]).toEqual([name, 400])
  }
})

test('two items with the same title get different addresses, in each language on its own', async () => {
  const slugs = async (title: string, locale: 'en' | 'ar' | 'uk') => {
    const made: (string | null | undefined)[] = []
    for (let count = 0; count < 3; count += 1) {
      const data = { ...practiceFacts(around), title }
      const { slug } = await payload.create({
        collection: 'practices',
        locale,
        draft: true,
        data: data as never,
      })
      made.push(slug)
    }
    return made
  }
  expect(await slugs('Peer lending', 'en')).toEqual(['peer-lending', 'peer-lending-2', 'peer-lending-3'])
  expect(await slugs('Peer lending', 'uk')).toEqual(['peer-lending', 'peer-lending-2', 'peer-lending-3'])
  expect(await slugs('إقراض الأقران', 'ar')).toEqual(['إقراض-الأقران', 'إقراض-الأقران-2', 'إقراض-الأقران-3'])
})

test('an address stays when the title changes, and follows it when it is emptied', async () => {
  const id = await draft({ title: 'First title' })
  const save = (data: object) =>
    payload.update({ collection: 'practices', id, locale: 'en', draft: true, data })
  expect((await save({ title: 'Second title' })).slug).toBe('first-title')
  expect((await save({ summary: 'Other' })).slug).toBe('first-title')
  expect((await save({ slug: '' })).slug).toBe('second-title')
  expect((await save({ slug: 'My Own Address!' })).slug).toBe('my-own-address')
})
