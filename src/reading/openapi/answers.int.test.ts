import config from '@payload-config'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { createSurroundings, practiceFacts, practiceTexts } from '../../testing/create-practice.ts'
import { answerV1 } from '../v1/router.ts'
import { routesOf } from '../v1/routes.ts'
import { openApi } from './open-api.ts'

let payload: Payload
const id = new Map<string, string>()

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr'])
  const around = await createSurroundings(payload, ['en', 'fr'])
  const news = await createTestItem(payload)
  await news.publish('en')
  id.set('news', news.id)
  const practice = await payload.create({
    collection: 'practices',
    locale: 'en',
    data: { ...practiceFacts(around), ...practiceTexts('Open'), _status: 'published' } as never,
  })
  id.set('practices', practice.id)
  id.set('organisations', around.organisation)
  const project = { acronym: 'SAMPLE', title: 'Sample project', statement: 'co-funded' } as const
  id.set('projects', (await payload.create({ collection: 'projects', locale: 'en', data: project })).id)
  const community = { name: 'Access to finance' }
  id.set(
    'communities',
    (await payload.create({ collection: 'communities', locale: 'en', data: community })).id,
  )
})
afterAll(() => payload.destroy())

/** Every document that is there, asked for in every way that changes its shape. */
const paths = () => [
  '/v1',
  '/v1/network?locale=en',
  '/v1/newsletters?locale=fr',
  '/v1/vocabularies/services?locale=en',
  '/v1/vocabularies/phase?locale=fr',
  ...Array.from(id, ([collection, each]) => [
    `/v1/${collection}?locale=en`,
    `/v1/${collection}?locale=fr&fallback=en&count=true&include=lexical`,
    `/v1/${collection}/${each}?locale=en&include=lexical`,
  ]).flat(),
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
