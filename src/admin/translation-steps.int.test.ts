import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { rest, signIn } from '../testing/api.ts'
import { createTestItem } from '../testing/create-item.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { stepOutcome } from './translation-editor/editor-api.ts'

let payload: Payload
let place = ''
let editor = ''
let translator = ''

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr'])
  const item = await createTestItem(payload)
  place = `/translation/items/news/${item.id}/fr`
  editor = await signIn(payload, { roles: ['editor'] })
  translator = await signIn(payload, { roles: ['translator'], locales: ['fr'] })
  await rest(place, {
    as: translator,
    method: 'PATCH',
    body: { key: 'title', text: 'Le mentorat commence', version: 0, verdict: 'needs-review' },
  })
})
afterAll(() => payload.destroy())

const step = async (name: string, as: string | null) =>
  stepOutcome(await rest(`${place}/${name}`, { as, method: 'POST', body: {} }))

test('a translation that lacks what readers need is not published, and the fields are named', async () => {
  expect(await step('publish', editor)).toEqual({
    outcome: 'invalid',
    fields: ['Teaser (French)', 'Text (French)'],
  })
})

test('a translator hands in, and does not publish', async () => {
  expect(await step('submit', translator)).toEqual({ outcome: 'done' })
  expect(await step('publish', translator)).toEqual({ outcome: 'forbidden' })
})

test('who was signed out is told so', async () => {
  expect(await step('submit', null)).toEqual({ outcome: 'signed-out' })
})
