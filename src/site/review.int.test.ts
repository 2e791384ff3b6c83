import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { createSurroundings, type Surroundings } from '../testing/create-practice.ts'
import { visitor } from '../testing/visitor.ts'
import { answerList } from './browse/browse-answer.ts'
import { answerItem } from './public-answers.ts'

let payload: Payload
let around: Surroundings

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, ['en', 'fr'])
  await payload.create({
    collection: 'peer-reviews',
    locale: 'en',
    data: {
      title: 'The desk reviewed',
      slug: 'desk',
      summary: 'Three peers came.',
      hostOrganisation: around.organisation,
      responsibleOrganisation: around.organisation,
      licence: around.terms.licences,
      sourceLocale: 'en',
      findings: { isPublic: true, text: 'The adviser makes the difference.' },
      peerNotes: { isPublic: false, text: 'Two offices send whoever is free.' },
      _status: 'published',
    } as never,
  })
})
afterAll(() => payload.destroy())

const place = (locale: 'en' | 'fr') => ({ locale, collection: 'peer-reviews', slug: 'desk' })
const open = (locale: 'en' | 'fr') =>
  answerItem(visitor(payload).get(`/${locale}/peer-reviews/desk`), place(locale))

test('a review shows what its host has opened, and nothing of what is kept among the peers', async () => {
  const text = await (await open('en')).text()

  expect(text).toContain('The adviser makes the difference.')
  expect(text).not.toContain('whoever is free')
  const list = await answerList(visitor(payload).get('/en/peer-reviews'), place('en'))
  expect(await list.text()).toContain('href="/en/peer-reviews/desk"')
})

test('in a language that it is not public in, a review leads to those that it is', async () => {
  const answer = await open('fr')

  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('href="/en/peer-reviews/desk"')
})
