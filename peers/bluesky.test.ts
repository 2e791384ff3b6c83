import { randomBytes } from 'node:crypto'

import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { bluesky } from '../src/channels/bluesky.ts'
import { openService } from '../src/channels/channel-for.ts'
import { sessionInMemory } from '../src/channels/service.ts'
import { describeChannel } from '../src/testing/describe-channel.ts'
import { practiceInEnglish } from '../src/testing/items.ts'
import { startLoopbackService } from '../src/testing/services/loopback-service.ts'
import { publishPost, submitOptions } from '../src/testing/submit-post.ts'
import { type Peer, startPeer } from './start-peer.ts'

interface Post {
  readonly uri: string
  readonly value: {
    readonly text: string
    readonly createdAt: string
    readonly embed?: {
      readonly external?: { readonly uri: string; readonly thumb?: { readonly size: number } }
    }
  }
}

let server: Peer
beforeAll(async () => {
  server = await startPeer('bluesky.mjs')
})
afterAll(() => server[Symbol.asyncDispose]())

async function call(method: 'GET' | 'POST', procedure: string, input: object, token = '') {
  const query = method === 'GET' ? `?${new URLSearchParams(Object.entries(input))}` : ''
  const answer = await fetch(`${server.url}/xrpc/${procedure}${query}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    },
    ...(method === 'POST' && { body: JSON.stringify(input) }),
  })
  expect(answer.status, procedure).toBe(200)
  return answer.json()
}

/** The newest account, with an app password. */
let account = { handle: 'nobody.test', appPassword: 'none' }

/** The server, with an account of its own for each test. */
async function startAccount() {
  const name = `emen-${randomBytes(4).toString('hex')}`
  const { did, handle, accessJwt } = await call('POST', 'com.atproto.server.createAccount', {
    handle: `${name}.test`,
    email: `${name}@emen.test`,
    password: randomBytes(12).toString('hex'),
  })
  const named = { name: 'Emissary' }
  const { password } = await call('POST', 'com.atproto.server.createAppPassword', named, accessJwt)
  account = { handle, appPassword: password }

  const collection = 'app.bsky.feed.post'
  const posts = async (): Promise<Post[]> => {
    const { records } = await call('GET', 'com.atproto.repo.listRecords', { repo: did, collection })
    return records.toSorted((one: Post, other: Post) =>
      one.value.createdAt.localeCompare(other.value.createdAt),
    )
  }
  const newest = async () => (await posts()).at(-1)
  const rkeyOf = (post: Post | undefined) => post?.uri.split('/').at(-1)
  return {
    url: server.url,
    posts,
    standing: async () => (await posts()).map(({ value }) => value.embed?.external?.uri ?? ''),
    newestText: async () => (await newest())?.value.text ?? '',
    async changeByHand() {
      const post = await newest()
      const record = { ...post?.value, text: 'Changed by hand' }
      const input = { repo: did, collection, rkey: rkeyOf(post), record }
      await call('POST', 'com.atproto.repo.putRecord', input, accessJwt)
    },
    async removeByHand() {
      const input = { repo: did, collection, rkey: rkeyOf(await newest()) }
      await call('POST', 'com.atproto.repo.deleteRecord', input, accessJwt)
    },
    async [Symbol.asyncDispose]() {},
  }
}

const at = (baseUrl: string, { handle, appPassword } = account) => ({
  baseUrl,
  settings: { handle },
  secrets: { appPassword },
})

describeChannel({
  service: bluesky,
  startService: startAccount,
  isSubmission: ({ path }) => /repo\.(put|delete)Record/.test(path),
  account: (url) => at(url),
  stranger: (url) => at(url, { ...account, appPassword: 'wrong-wron-wron-wron' }),
  reasons: { 500: 'unconfirmed' },
  probes: true,
  // Followers are counted by another part of the network.
  countsFollowers: false,
  changeByHand: (service) => service.changeByHand(),
  removeByHand: (service) => service.removeByHand(),
})

test('a session that is over is renewed, without another log-in', async () => {
  await using service = await startAccount()
  const session = sessionInMemory()
  const channel = openService(bluesky, at(service.url), {
    allowedPrivateHosts: [new URL(service.url).host],
    publicUrl: 'https://emen.example',
    session,
  })
  await channel.verify(submitOptions())
  const before = await session.current()
  const { refreshJwt, ...kept } = JSON.parse(before ?? '{}')
  // What the server answers to any access token that it does not know is what it answers to one that is over.
  await session.renew(before, async () => ({
    value: JSON.stringify({ ...kept, refreshJwt, accessJwt: `${kept.accessJwt}x` }),
    expiresAt: null,
  }))
  await channel.verify(submitOptions())

  expect(JSON.parse((await session.current()) ?? '{}').refreshJwt).not.toBe(refreshJwt)
})

test('a large picture stands in the box, and the server keeps it', async () => {
  const pixels = randomBytes(1600 * 1200 * 3)
  const picture = await sharp(pixels, { raw: { width: 1600, height: 1200, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
  await using site = await startLoopbackService(() => ({ status: 200, body: picture }))
  await using service = await startAccount()
  const channel = openService(bluesky, at(service.url), {
    allowedPrivateHosts: [new URL(service.url).host],
    publicUrl: site.url,
  })
  const image = { url: `${site.url}/w.jpg`, alt: 'A workshop', type: 'image/jpeg', width: 1600, height: 1200 }
  const post = channel.compose({ ...practiceInEnglish, image }, { change: 'published' })
  await publishPost(channel, post, submitOptions())

  const [standing] = await service.posts()
  expect(standing?.value.embed?.external?.thumb?.size).toBeLessThanOrEqual(1_000_000)
})
