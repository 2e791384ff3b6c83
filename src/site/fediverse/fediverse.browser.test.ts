import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { ownFederation } from '../../dissemination/fediverse/own-federation.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { type FediversePeer, startFediversePeer } from '../../testing/fediverse-peer.ts'
import { ownProduct } from '../../testing/own-product.ts'

const { url } = ownProduct()
const { host } = new URL(url)

let payload: Payload
let peer: FediversePeer
let channelId: string

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'ar'])
  peer = await startFediversePeer()
  await payload.updateGlobal({ slug: 'network', data: { privateHosts: peer.host } })
  const { id } = await payload.create({
    collection: 'channels',
    data: {
      name: 'Fediverse',
      service: 'activitypub',
      baseUrl: 'https://fediverse.invalid/',
      settings: { accountName: 'herald' },
      locales: ['en'],
      mode: 'off',
    },
  })
  channelId = id
  await ownFederation(payload, channelId, url).accounts('herald')
})
afterAll(async () => {
  // Without asking whether anything stands there: what followed is gone with the test.
  await payload.db.deleteOne({ collection: 'channels', where: { id: { equals: channelId } } })
  await payload.destroy()
  await peer[Symbol.asyncDispose]()
})

test('a server of the fediverse finds an account of the running product, follows it and gets its posts', async () => {
  const found = await fetch(`${url}/.well-known/webfinger?resource=acct:herald-en@${host}`)
  expect(found.headers.get('content-type')).toBe('application/jrd+json')
  expect(await found.json()).toMatchObject({ aliases: [`${url}/fediverse/actors/herald-en`] })

  await peer.follow(`${url}/fediverse/actors/herald-en`)
  await expect.poll(() => peer.acceptedBy).toEqual([`${url}/fediverse/actors/herald-en`])

  const post = { locale: 'en', url: `${url}/en`, html: '<p>Hello</p>', hashtags: [], image: null } as const
  await ownFederation(payload, channelId, url).publish('herald', post, 'browser-test')
  await expect.poll(() => [...peer.notes.values()].map(({ content }) => content)).toEqual(['<p>Hello</p>'])
})

test('a browser that opens an account sees the site', async () => {
  const opened = await fetch(`${url}/fediverse/actors/herald-en`, {
    headers: { accept: 'text/html' },
    redirect: 'manual',
  })

  expect([opened.status, opened.headers.get('location')]).toEqual([303, `${url}/en`])
})
