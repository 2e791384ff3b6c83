import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { graphql, rest } from '../testing/api.ts'
import { createSurroundings } from '../testing/create-practice.ts'

let payload: Payload
let id: string

beforeAll(async () => {
  payload = await getPayload({ config })
  const { organisation, terms } = await createSurroundings(payload, ['en'])
  const review = await payload.create({
    collection: 'peer-reviews',
    locale: 'en',
    data: {
      title: 'Review of a mentoring scheme',
      summary: 'Four peers looked at it for two days.',
      hostOrganisation: organisation,
      responsibleOrganisation: organisation,
      sourceLocale: 'en',
      licence: terms.licences,
      findings: { isPublic: true, text: 'Mentors stay.' },
      peerNotes: { isPublic: false, text: 'CANDID remarks' },
      recommendations: { items: [{ text: 'CANDID advice' }] },
      _status: 'published',
    },
  })
  id = String(review.id)
})
afterAll(() => payload.destroy())

test('of a peer review the public reads the sections that its host opened, and no other', async () => {
  const { body } = await rest(`/peer-reviews/${id}?locale=en`)
  expect(body.findings).toEqual({ isPublic: true, text: 'Mentors stay.' })
  for (const query of ['', '&locale=all', '&select[peerNotes][text]=true', '&select[recommendations]=true'])
    expect((await rest(`/peer-reviews/${id}?locale=en${query}`)).text).not.toContain('CANDID')
})

test('candid notes do not leave by GraphQL either', async () => {
  const { text } = await graphql(
    `{ PeerReview(id: "${id}", locale: en) { title peerNotes { text } recommendations { items { text } } } }`,
  )
  expect(text).toContain('Review of a mentoring scheme')
  expect(text).not.toContain('CANDID')
})

test('nor can they be guessed by asking for them', async () => {
  const { status } = await rest('/peer-reviews?locale=en&where[peerNotes.text][like]=CANDID')
  expect(status).toBe(400)
})
