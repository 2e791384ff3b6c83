import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { describeChannel } from '../testing/describe-channel.ts'
import { practiceInArabic, practiceInEnglish } from '../testing/items.ts'
import { linkedInAccount, startFakeLinkedIn } from '../testing/services/fake-linkedin.ts'
import { startOwnSite } from '../testing/services/own-site.ts'
import { publishPost, submitOptions, updatePost } from '../testing/submit-post.ts'
import { openService } from './channel-for.ts'
import { linkedin } from './linkedin.ts'
import { escapeLittle, readLittle } from './linkedin-text.ts'
import { sessionInMemory } from './service.ts'

const { pageId, accessToken, refreshToken, clientId, clientSecret } = linkedInAccount
const published = { change: 'published' } as const
const practice = { ...practiceInEnglish, image: null }
const accountWith = (token: string) => (baseUrl: string) => ({
  baseUrl,
  settings: { pageId },
  secrets: { accessToken: token },
})
const open = (
  baseUrl: string,
  {
    settings = {},
    secrets = {},
    publicUrl = 'https://emen.example',
    session = sessionInMemory(),
  }: {
    settings?: Record<string, string>
    secrets?: Record<string, string>
    publicUrl?: string
    session?: ReturnType<typeof sessionInMemory>
  } = {},
) =>
  openService(
    linkedin,
    { baseUrl, settings: { pageId, ...settings }, secrets: { accessToken, ...secrets } },
    { allowedPrivateHosts: [new URL(baseUrl).host], publicUrl, session },
  )

describeChannel({
  service: linkedin,
  startService: startFakeLinkedIn,
  isSubmission: ({ method, path }) => method !== 'GET' && path.startsWith('/rest/posts'),
  account: accountWith(accessToken),
  stranger: accountWith('wrong'),
  reasons: { 426: 'misconfigured', 500: 'unconfirmed' },
})

describe('little text', () => {
  test('shows every text as it was written, and leaves no reserved letter bare', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'\\|{}@[]()<>#*_~ab é') }), (text) => {
        const escaped = escapeLittle(text)
        expect(readLittle(escaped)).toBe(text)
        expect(escaped.replace(/\\[\s\S]/g, '')).not.toMatch(/[\\|{}@[\]()<>#*_~]/)
      }),
    )
  })

  test('has hashtags that can be followed, in any script', () => {
    const channel = open('https://api.linkedin.com')
    const { fields, text } = channel.compose(practiceInArabic, published)

    expect(fields?.commentary).toContain('{hashtag|\\#|ريادة\\_الأعمال} {hashtag|\\#|الاقتصاد\\_الاجتماعي}')
    expect(text).toContain('#ريادة_الأعمال #الاقتصاد_الاجتماعي')
    expect(readLittle(fields?.commentary ?? '')).toBe(text)
  })
})

test('a post says what is to be read, and its card leads there', () => {
  const { text, card } = open('https://api.linkedin.com').compose(practice, published)

  expect(text).not.toContain(practice.url)
  expect(text).toMatch(/\n\n#Mentoring #SocialEconomy #AccessToFinance\nCo-funded by the European Union$/)
  expect(card).toEqual({ url: practice.url, title: practice.title, description: practice.summary })
})

test('the card has a picture of ours, with its words', async () => {
  await using service = await startFakeLinkedIn()
  const site = createServer((_, response) => response.writeHead(200).end(Buffer.from('picture')))
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  const publicUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  const image = { url: `${publicUrl}/a.png`, alt: 'A workshop', type: 'image/png', width: 8, height: 8 }
  const channel = open(service.url, { publicUrl })
  await publishPost(channel, channel.compose({ ...practice, image }, published), submitOptions())
  site.close()

  expect([...service.images]).toMatchObject([['urn:li:image:0', { type: 'image/png' }]])
  expect(service.posts()[0]?.content.article).toMatchObject({
    thumbnail: 'urn:li:image:0',
    thumbnailAltText: 'A workshop',
  })
})

test('a post that is refused as a repetition is found by the name that LinkedIn tells', async () => {
  await using service = await startFakeLinkedIn()
  const channel = open(service.url)
  const post = channel.compose(practice, published)
  const { remoteId, remoteUrl } = await publishPost(channel, post, submitOptions('k1'))

  await expect(publishPost(channel, post, submitOptions('k2'))).rejects.toMatchObject({
    reason: 'duplicate',
    receipt: { remoteId, remoteUrl },
  })
  expect(await channel.find?.(post, submitOptions())).toMatchObject({ remoteId })
})

test('what somebody posted of the same page before ours was planned is not taken for it', async () => {
  await using service = await startFakeLinkedIn()
  const channel = open(service.url)
  const post = channel.compose(practice, published)
  await publishPost(channel, post, submitOptions('by hand'))
  const plannedAt = new Date(Date.now() + 3_600_000)

  expect(await channel.find?.(post, { ...submitOptions('k1'), plannedAt })).toBeNull()
})

test('a repetition of a post that was removed is none that we could point to', async () => {
  await using service = await startFakeLinkedIn()
  const channel = open(service.url)
  const post = channel.compose(practice, published)
  const { remoteId } = await publishPost(channel, post, submitOptions('k1'))
  const withdrawal = {
    remoteId,
    item: practice,
    locale: practice.locale,
    occurredAt: new Date(),
    reason: null,
  }
  await channel.remove(withdrawal, submitOptions('k2'))

  await expect(publishPost(channel, post, submitOptions('k3'))).rejects.toMatchObject({ reason: 'rejected' })
})

test('what somebody changed on the page is not overwritten unasked; other spaces and escapes are no change', async () => {
  await using service = await startFakeLinkedIn()
  const channel = open(service.url)
  const { remoteId, mark } = await publishPost(channel, channel.compose(practice, published), submitOptions())
  const post = channel.compose({ ...practice, title: 'Other' }, { change: 'revised' })
  const update = (overwrite: boolean) =>
    channel.update({ remoteId, mark, overwrite }, { post, media: [] }, submitOptions())

  service.rewrite(`${service.newestText().replaceAll('\n\n', '\n')} `)
  expect(await channel.probe?.({ remoteId, mark }, submitOptions())).toBe('live')
  service.rewrite('By hand')
  expect(await channel.probe?.({ remoteId, mark }, submitOptions())).toBe('changed')
  await expect(update(false)).rejects.toMatchObject({ reason: 'changed-there' })
  await update(true)
  expect(service.newestText()).toMatch(/^Other/)
})

test.for([
  { changes: { topics: ['another'] }, isPartial: undefined },
  { changes: { title: 'Other' }, isPartial: true },
  { changes: { summary: 'Other.' }, isPartial: true },
  { changes: { url: `${practice.url}-2` }, isPartial: true },
])(
  'of a change ($changes) only the words arrive, and what does not is told',
  async ({ changes, isPartial }) => {
    await using service = await startFakeLinkedIn()
    const channel = open(service.url)
    const first = await publishPost(channel, channel.compose(practice, published), submitOptions('k1'))
    const post = channel.compose({ ...practice, ...changes }, { change: 'revised' })
    const second = await updatePost(channel, first, post, submitOptions('k2'))

    expect(service.newestText()).toBe(post.text)
    expect(second.isPartial).toBe(isPartial)
    expect(await channel.probe?.(second, submitOptions())).toBe('live')
  },
)

test('another picture never arrives, and that is told', async () => {
  await using service = await startFakeLinkedIn()
  await using site = await startOwnSite({ status: 200, body: Buffer.from('picture') })
  const channel = open(service.url, { publicUrl: site.url })
  const withPicture = (path: string) => {
    const image = { url: `${site.url}/${path}`, alt: 'A workshop', type: 'image/png', width: 8, height: 8 }
    return channel.compose({ ...practice, image }, published)
  }
  const first = await publishPost(channel, withPicture('a.png'), submitOptions('k1'))
  const same = await updatePost(channel, first, withPicture('a.png'), submitOptions('k2'))
  const other = await updatePost(channel, same, withPicture('b.png'), submitOptions('k3'))

  expect([same.isPartial, other.isPartial]).toEqual([undefined, true])
})

test('an interface version that is over is for a person to set anew', async () => {
  await using service = await startFakeLinkedIn()
  const channel = open(service.url, { settings: { apiVersion: '202405' } })

  await expect(channel.verify(submitOptions())).rejects.toMatchObject({
    reason: 'misconfigured',
    message: expect.stringContaining('202405'),
  })
})

describe('a token', () => {
  const renewable = { settings: { clientId }, secrets: { refreshToken, clientSecret } }

  test('says until when it holds, where the application is known', async () => {
    await using service = await startFakeLinkedIn()
    const unrenewable = { settings: { clientId }, secrets: { clientSecret } }

    expect(await open(service.url, unrenewable).verify(submitOptions())).toEqual({
      name: 'EMEN',
      url: `https://www.linkedin.com/company/${pageId}/`,
      expiresAt: new Date(1_780_000_000_000),
    })
    expect((await open(service.url).verify(submitOptions())).expiresAt).toBeNull()
  })

  test('that renews itself says when that ends, also at a later look, and is renewed for that once', async () => {
    await using service = await startFakeLinkedIn()
    const channel = open(service.url, renewable)
    const look = async (moment: string) =>
      (await channel.verify(submitOptions('v1', new Date(moment)))).expiresAt?.toISOString()

    expect(await look('2026-03-06T12:00:00Z')).toBe('2027-03-06T12:00:00.000Z')
    expect(await look('2026-05-01T12:00:00Z')).toBe('2027-03-06T12:00:00.000Z')
    expect(service.sold.renewals).toBe(1)
  })

  test('that an earlier version kept is used until it is over', async () => {
    await using service = await startFakeLinkedIn()
    const session = sessionInMemory()
    await session.renew(null, async () => ({ value: accessToken, expiresAt: null }))
    const channel = open(service.url, { ...renewable, session })
    expect((await channel.verify(submitOptions())).expiresAt).toBeNull()
    service.forgetTokens()
    await publishPost(channel, channel.compose(practice, published), submitOptions('k1'))

    expect(service.posts()).toHaveLength(1)
  })

  test('that is over is renewed once, for all that share the account', async () => {
    await using service = await startFakeLinkedIn()
    service.forgetTokens()
    const session = sessionInMemory()
    const [one, other] = [
      open(service.url, { ...renewable, session }),
      open(service.url, { ...renewable, session }),
    ]
    await publishPost(one, one.compose(practice, published), submitOptions('k1'))
    await publishPost(other, other.compose({ ...practice, title: 'Other' }, published), submitOptions('k2'))

    expect(service.posts()).toHaveLength(2)
    expect(service.sold.renewals).toBe(1)
  })

  test('that cannot be renewed is for a person to give anew', async () => {
    await using service = await startFakeLinkedIn()
    service.forgetTokens()
    const channel = open(service.url, { ...renewable, secrets: { refreshToken: 'over', clientSecret } })

    await expect(channel.verify(submitOptions())).rejects.toMatchObject({ reason: 'unauthorised' })
  })
})
