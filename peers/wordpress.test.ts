import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Channel } from '../src/channels/channel.ts'
import { openService } from '../src/channels/channel-for.ts'
import { wordpress } from '../src/channels/wordpress.ts'
import { type FaultProxy, startFaultProxy } from '../src/testing/fault-proxy.ts'
import { practiceInArabic, practiceInEnglish } from '../src/testing/items.ts'
import { startOwnSite } from '../src/testing/services/own-site.ts'
import { submitOptions as options, publishPost, updatePost } from '../src/testing/submit-post.ts'
import { startWordPress, type WordPress } from './wordpress/start-wordpress.ts'

let peer: WordPress
let way: FaultProxy
let count = 0

beforeAll(async () => {
  peer = await startWordPress()
  way = await startFaultProxy(
    peer.url,
    ({ method, path }) => method === 'POST' && path.startsWith('/wp-json/wp/v2/posts'),
  )
}, 120_000)
afterAll(async () => {
  await way?.[Symbol.asyncDispose]()
  await peer?.[Symbol.asyncDispose]()
})

const open = (role: keyof WordPress['passwords'] = 'author', settings: object = {}, own = way.url): Channel =>
  openService(
    wordpress,
    {
      baseUrl: way.url,
      settings: { username: role, ...settings },
      secrets: { applicationPassword: peer.passwords[role] },
    },
    { allowedPrivateHosts: [new URL(way.url).host], publicUrl: own },
  )

/** Another item each time. */
const practice = (more: object = {}) => {
  count += 1
  return { ...practiceInEnglish, image: null, topics: [], url: `${practiceInEnglish.url}-${count}`, ...more }
}
const key = () => `${crypto.randomUUID()}.1`
const published = { change: 'published' } as const
const withdrawalOf = (remoteId: string) =>
  ({ remoteId, item: practiceInEnglish, locale: 'en', occurredAt: new Date(), reason: null }) as const

/** As an editor of the partner does in the browser. */
async function there(path: string, body?: object, method = 'POST') {
  const credentials = Buffer.from(`editor:${peer.passwords.editor}`).toString('base64')
  const answer = await fetch(`${way.url}/wp-json/wp/v2${path}`, {
    method: body === undefined && method === 'POST' ? 'GET' : method,
    headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return answer.json()
}
const standing = async (url: string): Promise<readonly { readonly id: number }[]> =>
  (await fetch(`${way.url}/wp-json/wp/v2/posts?search=${encodeURIComponent(`${url}"`)}`)).json()

test('an author is known, a subscriber is told what is lacking', async () => {
  expect(await open().verify(options())).toMatchObject({ name: 'author' })
  await expect(open('reader').verify(options())).rejects.toMatchObject({
    reason: 'unauthorised',
    message: expect.stringContaining('publish_posts'),
  })
})

test('a whole item stands there as it was written, in its language', async () => {
  const channel = open()
  const item = practice({ ...practiceInArabic, title: 'عنوان <script> & “x”', topics: [] })
  const whole = {
    html: '<div lang="ar" dir="rtl"><h2>كيف</h2><ul><li>أولا</li></ul><table><tbody><tr><th scope="row">أ</th><td>1</td></tr></tbody></table><p lang="en" dir="ltr">Views</p></div>',
    files: [],
  }
  const post = channel.compose(item, { ...published, whole })
  const { remoteId, remoteUrl } = await publishPost(channel, post, options(key()))

  const stored = await there(`/posts/${remoteId}?context=edit`)
  // WordPress takes that of editors only. Of all others it leaves `lang`, which says nearly the same.
  expect(stored.content.raw).toBe(post.text.replaceAll(/ hreflang="[^"]+"/g, ''))
  expect(stored.content.raw).toContain(`<a lang="fr" dir="ltr" href="${practiceInArabic.alternates.fr}">`)
  expect(stored.title.rendered).toBe('عنوان &lt;script&gt; &amp; “x”')
  expect(remoteUrl).toContain(`/emissary-`)
})

test('what is repeated stands there once', async () => {
  const channel = open()
  const item = practice()
  const identity = key()
  const first = await publishPost(channel, channel.compose(item, published), options(identity))

  await expect(
    publishPost(channel, channel.compose(item, published), options(identity)),
  ).rejects.toMatchObject({ reason: 'duplicate', receipt: first })
  expect(await standing(item.url)).toHaveLength(1)
})

test('after a lost answer it is found, as an author’s and as one that awaits approval', async () => {
  for (const postStatus of ['publish', 'pending']) {
    const channel = open('author', { postStatus })
    const item = practice()
    const identity = key()
    way.failNext({ kind: 'hang-up-after' })
    const post = channel.compose(item, published)
    await expect(publishPost(channel, post, options(identity))).rejects.toMatchObject({
      reason: 'unconfirmed',
    })

    const found = await channel.find?.(item, options(identity))
    expect(found?.remoteId).toMatch(/^\d+$/)
  }
})

test('a revision follows, also when its answer was lost', async () => {
  const channel = open()
  const item = practice()
  const receipt = await publishPost(channel, channel.compose(item, published), options(key()))
  const post = channel.compose({ ...item, title: 'Revised' }, { change: 'revised' })
  way.failNext({ kind: 'hang-up-after' })
  await expect(updatePost(channel, receipt, post, options())).rejects.toMatchObject({ reason: 'unconfirmed' })
  const second = await updatePost(channel, receipt, post, options())

  expect(await channel.probe?.(second, options())).toBe('live')
  expect((await there(`/posts/${receipt.remoteId}`)).title.rendered).toBe('Revised')
})

describe('an editor of the partner', () => {
  test('who changed it is not overwritten unasked', async () => {
    const channel = open()
    const item = practice()
    const receipt = await publishPost(channel, channel.compose(item, published), options(key()))
    await there(`/posts/${receipt.remoteId}`, { content: '<p>Ours</p>' })
    const post = channel.compose({ ...item, title: 'Revised' }, { change: 'revised' })

    expect(await channel.probe?.(receipt, options())).toBe('changed')
    await expect(updatePost(channel, receipt, post, options())).rejects.toMatchObject({
      reason: 'changed-there',
    })
  })

  test('who only put it into a category is no conflict', async () => {
    const channel = open()
    const item = practice()
    const receipt = await publishPost(channel, channel.compose(item, published), options(key()))
    const { id } = await there('/categories', { name: `Partners ${count}` })
    await there(`/posts/${receipt.remoteId}`, { categories: [id] })
    const post = channel.compose({ ...item, title: 'Revised' }, { change: 'revised' })
    await updatePost(channel, receipt, post, options())

    expect(await there(`/posts/${receipt.remoteId}`)).toMatchObject({ categories: [id] })
  })

  test('who put it into the trash is respected', async () => {
    const channel = open()
    const item = practice()
    const receipt = await publishPost(channel, channel.compose(item, published), options(key()))
    await there(`/posts/${receipt.remoteId}`, undefined, 'DELETE')

    expect(await channel.probe?.(receipt, options())).toBe('gone')
    const post = channel.compose(item, { change: 'revised' })
    await expect(updatePost(channel, receipt, post, options())).rejects.toMatchObject({ reason: 'missing' })
    expect(await standing(item.url)).toEqual([])
  })
})

test('a withdrawal puts it into the trash, also when it is repeated', async () => {
  const channel = open()
  const item = practice()
  const { remoteId } = await publishPost(channel, channel.compose(item, published), options(key()))
  await channel.remove(withdrawalOf(remoteId), options())
  await channel.remove(withdrawalOf(remoteId), options())

  expect(await standing(item.url)).toEqual([])
  expect(await there(`/posts/${remoteId}?context=edit`)).toMatchObject({ status: 'trash' })
})

test('a picture with its text alternative leads it, and is uploaded once', async () => {
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0b5563' } })
    .png()
    .toBuffer()
  await using own = await startOwnSite({ status: 200, body: picture })
  const channel = open('author', {}, own.url)
  const image = { url: `${own.url}/w.png`, alt: 'ورشة “x”', type: 'image/png', width: 8, height: 8 }
  const item = practice({ image })
  const receipt = await publishPost(channel, channel.compose(item, published), options(key()))
  await updatePost(channel, receipt, channel.compose(item, { change: 'revised' }), options())

  const { featured_media: id } = await there(`/posts/${receipt.remoteId}`)
  expect(await there(`/media/${id}`)).toMatchObject({ alt_text: image.alt, mime_type: 'image/png' })
  expect(await there('/media')).toHaveLength(1)
})

test('topics become tags: those of the site where it has them, new ones otherwise', async () => {
  const topics = ['R&D', 'Économie sociale']
  const { id } = await there('/tags', { name: 'R&D' })
  const channel = open()
  const item = practice({ topics })
  const { remoteId } = await publishPost(channel, channel.compose(item, published), options(key()))

  const { tags } = await there(`/posts/${remoteId}`)
  expect(tags).toHaveLength(2)
  expect(tags).toContain(id)
})
