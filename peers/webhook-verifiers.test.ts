import { randomBytes } from 'node:crypto'

import { expect, test } from 'vitest'

import type { Channel } from '../src/channels/channel.ts'
import { channelFor } from '../src/channels/channel-for.ts'
import { eventInEnglish, practiceInArabic } from '../src/testing/items.ts'
import { loopbackApi } from '../src/testing/services/loopback-api.ts'
import { submitOptions as options, publishPost, updatePost } from '../src/testing/submit-post.ts'
import { type Signed, verifiers } from './webhooks/verifiers.ts'

const secretOf = (bytes: number): string => `whsec_${randomBytes(bytes).toString('base64')}`
const published = { change: 'published' } as const

/** What our channel sends to a site that shares a secret with it. */
async function sentBy(secret: string, act: (channel: Channel) => Promise<unknown>): Promise<Signed[]> {
  const requests: Signed[] = []
  await using site = await loopbackApi(({ headers, body }) => {
    const texts = Object.entries(headers).map(([name, value]) => [name, String(value)])
    requests.push({ secret, headers: Object.fromEntries(texts), body })
    return { status: 204 }
  })
  const account = { service: 'webhook', baseUrl: `${site.url}/hook`, secrets: { signingSecret: secret } }
  const network = { allowedPrivateHosts: [new URL(site.url).host], publicUrl: 'https://emen.example' }
  await act(channelFor(account, network))
  return requests
}

/** One request, so many minutes from now. */
async function sentOnce(minutes = 0, secret = secretOf(32)): Promise<Signed> {
  const now = new Date(Date.now() + minutes * 60_000)
  const [request] = await sentBy(secret, (channel) =>
    publishPost(channel, channel.compose(practiceInArabic, published), options('k1', now)),
  )
  if (request === undefined) throw new Error('nothing was sent')
  return request
}

test.for(verifiers)('$name accepts all that we tell a site, in any script', async ({ verify }) => {
  const title = 'إرشاد & “ζωή” <b> 👩🏽‍💻 \u2028'
  const remoteId = 'k1'
  const requests = await sentBy(secretOf(32), async (channel) => {
    await channel.verify(options('k0'))
    await publishPost(channel, channel.compose({ ...practiceInArabic, title }, published), options('k1'))
    const post = channel.compose(eventInEnglish, { change: 'revised' })
    await updatePost(channel, { remoteId }, post, options('k2'))
    const occurredAt = new Date('2026-04-01T08:00:00Z')
    const withdrawal = {
      remoteId,
      item: eventInEnglish,
      locale: 'en',
      occurredAt,
      reason: 'Ακυρώθηκε',
    } as const
    await channel.remove(withdrawal, options('k3'))
  })

  expect(await verify(requests)).toEqual([true, true, true, true])
  expect(requests.map(({ body }) => JSON.parse(body))).toMatchObject([
    { type: 'ping' },
    { type: 'item.published', data: { title } },
    { type: 'item.revised', data: { title: eventInEnglish.title } },
    { type: 'item.withdrawn', data: { reason: 'Ακυρώθηκε' } },
  ])
})

test.for(verifiers)('$name takes secrets as short and as long as we do', async ({ verify }) => {
  const requests = [await sentOnce(0, secretOf(24)), await sentOnce(0, secretOf(64))]

  expect(await verify(requests)).toEqual([true, true])
})

const withHeader = (request: Signed, name: string, value: string): Signed => ({
  ...request,
  headers: { ...request.headers, [name]: value },
})

test.for(verifiers)(
  '$name refuses what was changed on the way, is old, or comes from elsewhere',
  async ({ verify }) => {
    const sent = await sentOnce()
    const aSecondLater = String(Number(sent.headers['webhook-timestamp']) + 1)

    expect(await verify([sent])).toEqual([true])
    expect(
      await verify([
        { ...sent, body: `${sent.body} ` },
        withHeader(sent, 'webhook-id', 'k2'),
        withHeader(sent, 'webhook-timestamp', aSecondLater),
        { ...sent, secret: secretOf(32) },
        await sentOnce(-6),
        await sentOnce(6),
      ]),
    ).toEqual([false, false, false, false, false, false])
  },
)
