import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Channel } from '../src/channels/channel.ts'
import { openService } from '../src/channels/channel-for.ts'
import { wordpress } from '../src/channels/wordpress.ts'
import { projectRoot } from '../src/run/project-root.ts'
import { practiceInArabic, practiceInEnglish } from '../src/testing/items.ts'
import { submitOptions as options, publishPost, updatePost } from '../src/testing/submit-post.ts'
import { startWordPress, type WordPress } from './wordpress/start-wordpress.ts'

const polylang = join(projectRoot, '.data', 'official', 'polylang')
let peer: WordPress

beforeAll(async () => {
  if (!existsSync(join(polylang, 'polylang.php')))
    throw new Error(`${polylang} is missing: unpack https://wordpress.org/plugins/polylang/ there`)
  peer = await startWordPress({ polylang })
}, 120_000)
afterAll(async () => {
  await peer?.[Symbol.asyncDispose]()
})

const open = (settings: object = {}): Channel =>
  openService(
    wordpress,
    {
      baseUrl: peer.url,
      settings: { username: 'author', ...settings },
      secrets: { applicationPassword: peer.passwords.author },
    },
    { allowedPrivateHosts: [new URL(peer.url).host], publicUrl: peer.url },
  )
const key = () => `${crypto.randomUUID()}.1`
const published = { change: 'published' } as const
let count = 0
/** Another item each time, in two languages. */
function practices(more: object = {}) {
  count += 1
  const [english, arabic] = [practiceInEnglish, practiceInArabic].map((item) => ({
    ...item,
    image: null,
    topics: [],
    url: `${item.url}-${count}`,
    ...more,
  }))
  return { english: english ?? practiceInEnglish, arabic: arabic ?? practiceInArabic }
}

test('an article is in its language from its first moment, and stays there when it changes', async () => {
  const channel = open({ languages: 'polylang' })
  const { arabic } = practices()
  const receipt = await publishPost(channel, channel.compose(arabic, published), options(key()))
  expect(new URL(receipt.remoteUrl ?? '').pathname).toMatch(/^\/ar\//)

  const revised = channel.compose({ ...arabic, title: 'عنوان' }, { change: 'revised' })
  const updated = await updatePost(channel, receipt, revised, options())
  expect(updated.remoteUrl).toBe(receipt.remoteUrl)
  expect(await channel.probe?.(updated, options())).toBe('live')
})

test('the free edition ties no translations: the article names the other languages itself', async () => {
  const channel = open({ languages: 'polylang' })
  expect(await channel.limits?.(options())).toMatchObject({ tiesLanguages: false })
})

test('articles in several languages are told apart, and each is found in its own', async () => {
  const channel = open()
  const { english, arabic } = practices()
  const identities = { english: key(), arabic: key() }
  const first = await publishPost(channel, channel.compose(english, published), options(identities.english))
  const second = await publishPost(channel, channel.compose(arabic, published), options(identities.arabic))
  expect(second.remoteId).not.toBe(first.remoteId)
  expect((await channel.find?.(english, options(identities.english)))?.remoteId).toBe(first.remoteId)
  expect((await channel.find?.(arabic, options(identities.arabic)))?.remoteId).toBe(second.remoteId)
})

test('what is in a language that the site has not is not put into another', async () => {
  const channel = open()
  const { english } = practices()
  const italian = channel.compose({ ...english, locale: 'it' }, published)
  await expect(publishPost(channel, italian, options(key()))).rejects.toMatchObject({ reason: 'rejected' })
})

test('a topic of the same name is a tag of each language', async () => {
  const channel = open()
  const tagsOf = async (item: typeof practiceInEnglish) => {
    const { remoteId } = await publishPost(channel, channel.compose(item, published), options(key()))
    const answer = await fetch(`${peer.url}/wp-json/wp/v2/posts/${remoteId}`)
    return ((await answer.json()) as { readonly tags: readonly number[] }).tags
  }
  const topics = { topics: ['Microfinance'] }
  const { english, arabic } = practices(topics)
  const [inEnglish, inArabic, again] = [
    await tagsOf(english),
    await tagsOf(arabic),
    await tagsOf(practices(topics).arabic),
  ]
  expect([inEnglish.length, inArabic.length]).toEqual([1, 1])
  expect(inArabic).not.toEqual(inEnglish)
  expect(again).toEqual(inArabic)
})
