import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { ownProduct } from '../testing/own-product.ts'

const { url } = ownProduct()
let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  await payload.create({
    collection: 'channels',
    data: {
      name: 'Search engines',
      service: 'indexnow',
      baseUrl: 'https://api.indexnow.org',
      settings: { key: 'a1b2c3d4-emissary' },
      locales: ['en'],
      mode: 'auto',
    },
  })
})
afterAll(async () => {
  await payload.delete({ collection: 'channels', where: { service: { equals: 'indexnow' } } })
  await payload.destroy()
})

test('a search engine finds the key at the top of the site, and nothing else that looks like one', async () => {
  const ours = await fetch(`${url}/a1b2c3d4-emissary.txt`)
  const other = await fetch(`${url}/another-key-of-somebody.txt`)

  expect([ours.status, await ours.text()]).toEqual([200, 'a1b2c3d4-emissary'])
  expect(other.status).toBe(404)
})
