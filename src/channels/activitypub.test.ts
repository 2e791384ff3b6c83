import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'

import { describeChannel } from '../testing/describe-channel.ts'
import { eventInEnglish, practiceInArabic, practiceInEnglish, practiceInFrench } from '../testing/items.ts'
import { submitOptions as options, publishPost, updatePost } from '../testing/submit-post.ts'
import { activitypub } from './activitypub.ts'
import { openService } from './channel-for.ts'
import type { FederatedPost, Federation, NameFault } from './federation.ts'

/** Keeps what is entered, each identity once, as our tables do. */
function place(fault?: NameFault) {
  const posts = new Map<string, FederatedPost>()
  const receipt = (remoteId: string) => ({ remoteId, remoteUrl: remoteId, mark: null })
  const federation: Federation = {
    accounts: async (name) => fault ?? [`@${name}-en@emen.example`, `@${name}-ar@emen.example`],
    followers: async () => 7,
    async publish(_, post, identity) {
      if (fault !== undefined) return fault
      if (!posts.has(identity)) posts.set(identity, post)
      return receipt(identity)
    },
    async update(remoteId, post) {
      if (!posts.has(remoteId)) return null
      posts.set(remoteId, post)
      return receipt(remoteId)
    },
    remove: async (remoteId) => void posts.delete(remoteId),
    find: async (identity) => (posts.has(identity) ? receipt(identity) : null),
    isServed: async (remoteId) => posts.has(remoteId),
  }
  return { posts, federation }
}

const open = (federation?: Federation) =>
  openService(
    activitypub,
    { baseUrl: 'https://fediverse.invalid/', settings: { accountName: 'news' }, secrets: {} },
    { allowedPrivateHosts: [], publicUrl: 'https://emen.example', ...(federation && { federation }) },
  )
const published = { change: 'published' } as const
const htmlOf = (...args: Parameters<ReturnType<typeof open>['compose']>) =>
  open().compose(...args).fields?.html

/** Our own place in the fediverse, as if it were a service. */
async function startPlace() {
  const { posts, federation } = place()
  const newest = () => load([...posts.values()].at(-1)?.html ?? '')('body').text()
  return {
    url: 'http://127.0.0.1:9',
    ownPart: { federation },
    standing: () => Array.from(posts.values(), ({ url }) => url),
    newestText: newest,
    removeByHand: () => posts.clear(),
    async [Symbol.asyncDispose]() {},
  }
}

describeChannel({
  service: activitypub,
  startService: startPlace,
  isSubmission: null,
  account: () => ({
    baseUrl: 'https://fediverse.invalid/',
    settings: { accountName: 'news' },
    secrets: {},
  }),
  stranger: null,
  probes: true,
  removeByHand: (service) => service.removeByHand(),
})

describe('a post', () => {
  test.for([practiceInEnglish, practiceInFrench, practiceInArabic])(
    'in $locale is always composed the same, and its HTML says what its text does',
    (item) => {
      const post = open().compose(item, published)

      expect(open().compose(structuredClone(item), published)).toEqual(post)
      expect(post).toMatchObject({ locale: item.locale, url: item.url })
      const words = post.fields?.html?.replace(/<[^>]*>/g, ' ').replaceAll('&#39;', "'") ?? ''
      expect(item.title.split(' ').filter((word) => !words.includes(word))).toEqual([])
      expect(words).toContain(item.url)
    },
  )

  test('has markup of ours alone, whatever somebody wrote', () => {
    const title = '<script>alert(1)</script> & "quoted"'
    const content =
      htmlOf({ ...practiceInEnglish, title, summary: '</p><img src=x onerror=alert(1)>' }, published) ?? ''

    expect([...new Set(Array.from(content.matchAll(/<\/?([a-z]+)/g), ([, name]) => name))].sort()).toEqual([
      'a',
      'p',
      'span',
      'strong',
    ])
    expect(content).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;')
  })

  test('names its hashtags as links, and to the server', async () => {
    const { posts, federation } = place()
    const channel = open(federation)
    const post = channel.compose(practiceInEnglish, published)
    await publishPost(channel, post, options('k1'))
    const { hashtags = [] } = posts.get('k1') ?? {}

    expect(hashtags.length).toBeGreaterThan(0)
    expect(post.fields?.html?.match(/rel="tag"/g)).toHaveLength(hashtags.length)
  })

  test('says when and where an event is', () => {
    expect(htmlOf(eventInEnglish, published)).toContain('City library, Athens')
  })

  test('keeps an editor’s paragraphs and lines', () => {
    expect(htmlOf(practiceInEnglish, { ...published, ownText: 'One\ntwo\n\nThree' })).toContain(
      '<p>One<br>two</p><p>Three</p>',
    )
  })
})

describe('publishing', () => {
  test('a key that is repeated publishes once, and can be found', async () => {
    const { posts, federation } = place()
    const channel = open(federation)
    const post = channel.compose(practiceInEnglish, published)
    const first = await publishPost(channel, post, options('k1'))

    expect(await publishPost(channel, post, options('k1'))).toEqual(first)
    expect(posts.size).toBe(1)
    expect(await channel.find?.(post, options('k1'))).toEqual(first)
    expect(await channel.find?.(post, options('k2'))).toBeNull()
  })

  test('a revision changes what stands there; of what is gone it says so', async () => {
    const { posts, federation } = place()
    const channel = open(federation)
    const receipt = await publishPost(channel, channel.compose(practiceInEnglish, published), options('k1'))
    const post = channel.compose({ ...practiceInEnglish, title: 'Now in four cities' }, { change: 'revised' })
    await updatePost(channel, receipt, post, options('k2'))
    expect(posts.get('k1')?.html).toContain('Now in four cities')

    expect(await channel.probe?.(receipt, options())).toBe('live')
    posts.clear()
    await expect(updatePost(channel, receipt, post, options('k3'))).rejects.toMatchObject({
      reason: 'missing',
    })
    expect(await channel.probe?.(receipt, options())).toBe('gone')
  })

  test.for([
    { fault: 'taken', username: 'news-en' },
    { fault: 'renamed', username: 'old-en' },
  ] as const)('under a name that is $fault waits for a person, and says which', async (fault) => {
    const channel = open(place(fault).federation)
    const post = channel.compose(practiceInEnglish, published)
    const refused = { reason: 'misconfigured', message: expect.stringContaining(`@${fault.username}`) }

    await expect(publishPost(channel, post, options())).rejects.toMatchObject(refused)
    await expect(channel.verify(options())).rejects.toMatchObject(refused)
  })

  test('counts the followers of all its accounts', async () => {
    expect(await open(place().federation).followers?.(options())).toBe(7)
    await expect(open().followers?.(options())).rejects.toMatchObject({ reason: 'misconfigured' })
  })

  test('is impossible where nothing is published from', async () => {
    await expect(open().verify(options())).rejects.toMatchObject({ reason: 'misconfigured' })
    expect((await open(place().federation).verify(options())).name).toBe(
      '@news-en@emen.example @news-ar@emen.example',
    )
  })
})
