import config from '@payload-config'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createEveryKind, type EveryKind } from '../../testing/create-every-kind.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createSentIssue } from '../../testing/create-sent-issue.ts'
import { readableCollections } from '../contract/document.ts'
import { projectWork } from '../documents/project-documents.ts'
import { answerV1 } from '../v1/router.ts'
import { routesOf } from '../v1/routes.ts'
import { openApi } from './open-api.ts'

let payload: Payload
let ids: EveryKind['ids']
let newsletter: string

beforeAll(async () => {
  payload = await getPayload({ config })
  ids = (await createEveryKind(payload, ['en', 'fr'])).ids
  // What was withdrawn is among the changes, too.
  const item = await createTestItem(payload)
  newsletter = (await createSentIssue(payload, ['en', 'fr'], item.id)).slug
  await item.publish('en')
  await projectWork(payload)
  await item.saveDraft('en', {}, { unpublish: true })
  await projectWork(payload)
})
afterAll(() => payload.destroy())

/** Every address that answers JSON of our own, asked in every way that changes the shape of the answer. */
const paths = () => [
  '/v1',
  '/v1/openapi.json',
  '/v1/network?locale=en',
  '/v1/newsletters?locale=fr',
  `/v1/newsletters/${newsletter}/issues?locale=fr&count=true`,
  '/v1/changes',
  '/v1/changes?locales=fr&collection=news,events&limit=1',
  '/v1/search?locale=en&q=public&facets=country,service&limit=2',
  '/v1/search?locale=en&q=publik',
  ...routesOf(payload.config).flatMap(({ path, pathValues: { name: names = [] } = {} }) =>
    names.map((name) => `${path.replace('{name}', name)}?locale=en`),
  ),
  ...readableCollections.flatMap((collection) => [
    `/v1/${collection}?locale=en`,
    `/v1/${collection}?locale=fr&fallback=en&count=true&limit=1&include=lexical,related`,
    `/v1/${collection}/${ids.get(collection)}?locale=en&include=lexical,related`,
  ]),
]

test('what is answered is what the description says', async () => {
  const described = openApi(routesOf(payload.config), payload.config)
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema({ $id: 'contract', ...described })
  for (const path of paths()) {
    const { pathname } = new URL(path, 'http://localhost:3000')
    const template = routesOf(payload.config).find(({ path: each }) =>
      new RegExp(`^${each.replace(/\{\w+\}/, '[^/]+')}$`).test(pathname),
    )?.path
    const pointer = `#/paths/${template?.replaceAll('~', '~0').replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`
    const answer = await answerV1(payload, new Request(`http://localhost:3000${path}`), new Date())
    const validate = ajv.getSchema(
      `contract${pointer.replace(/[{}]/g, (brace) => encodeURIComponent(brace))}`,
    )
    validate?.(await answer.json())
    expect([path, answer.status, validate?.errors]).toEqual([path, 200, null])
  }
})

test('a framework that nobody has named in a language is called by its code, and so are its dimensions', async () => {
  const path = `http://localhost:3000/v1/practices/${ids.get('practices')}?locale=fr`
  const { data } = await (await answerV1(payload, new Request(path), new Date())).json()
  expect(data.details.frameworks).toMatchObject([
    { code: 'sample', name: 'sample', dimensions: ['a', 'b', 'c'].map((code) => ({ code, label: code })) },
  ])
  expect(data.html).toContain('1. a<')
})
