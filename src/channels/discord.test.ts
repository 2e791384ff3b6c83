import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { describeChannel } from '../testing/describe-channel.ts'
import { practiceInEnglish } from '../testing/items.ts'
import { discordToken, startFakeDiscord } from '../testing/services/fake-discord.ts'
import { publishPost, submitOptions } from '../testing/submit-post.ts'
import { openService } from './channel-for.ts'
import { discord } from './discord.ts'
import { escapeDiscord } from './discord-markdown.ts'

const accountWith = (token: string) => (url: string) => ({
  baseUrl: url,
  secrets: { webhookUrl: `${url}/api/webhooks/1100000000000000001/${token}` },
})
const published = { change: 'published' } as const
const practice = { ...practiceInEnglish, image: null }
const open = (url: string, publicUrl = 'https://emen.example') =>
  openService(discord, accountWith(discordToken)(url), {
    allowedPrivateHosts: [new URL(url).host],
    publicUrl,
  })

describeChannel({
  service: discord,
  startService: startFakeDiscord,
  isSubmission: ({ method }) => method !== 'GET',
  account: accountWith(discordToken),
  stranger: accountWith('wrong'),
  reasons: { 404: 'unauthorised', 500: 'unconfirmed' },
})

test('a message can be opened where it stands', async () => {
  await using service = await startFakeDiscord()
  const channel = open(service.url)
  const { remoteId, remoteUrl } = await publishPost(
    channel,
    channel.compose(practice, published),
    submitOptions(),
  )

  expect(remoteUrl).toBe(`https://discord.com/channels/1000000000000000003/1000000000000000002/${remoteId}`)
})

test('a picture goes along with its words, and the page’s own is not drawn beside it', async () => {
  await using service = await startFakeDiscord()
  const site = createServer((_, response) => response.writeHead(200).end(Buffer.from('picture')))
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  const own = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  const image = { url: `${own}/a.png`, alt: 'A workshop', type: 'image/png', width: 8, height: 8 }
  const channel = open(service.url, own)
  await publishPost(channel, channel.compose({ ...practice, image }, published), submitOptions())
  site.close()

  const [message] = service.messages()
  expect(message?.attachments).toEqual([{ id: 0, filename: 'picture.png', description: 'A workshop' }])
  expect(message?.content).toContain(`<${practice.url}>`)
})

test('what somebody else wrote into a message is not overwritten unasked', async () => {
  await using service = await startFakeDiscord()
  const channel = open(service.url)
  const { remoteId, mark } = await publishPost(channel, channel.compose(practice, published), submitOptions())
  const post = channel.compose({ ...practice, title: 'Other' }, { change: 'revised' })
  const update = (overwrite: boolean) =>
    channel.update({ remoteId, mark, overwrite }, { post, media: [] }, submitOptions())
  service.rewrite('Changed by hand')

  expect(await channel.probe?.({ remoteId, mark }, submitOptions())).toBe('changed')
  await expect(update(false)).rejects.toMatchObject({ reason: 'changed-there' })
  await update(true)
  expect(service.newestText()).toContain('Other')
})

test('a message that somebody removed is missing when it is to be revised', async () => {
  await using service = await startFakeDiscord()
  const channel = open(service.url)
  const post = channel.compose(practice, { change: 'revised' })
  const update = channel.update(
    { remoteId: '1', mark: null, overwrite: false },
    { post, media: [] },
    submitOptions(),
  )

  await expect(update).rejects.toMatchObject({ reason: 'missing' })
})

test('the time to wait is read from the body too', async () => {
  const now = new Date('2026-03-06T12:00:00Z')
  const body = Buffer.from('{"message":"You are being rate limited.","retry_after":1.5,"global":false}')
  const request = async () => ({ status: 429, headers: new Headers(), body })
  const channel = openService(
    { ...discord, open: (account, tools) => discord.open(account, { ...tools, request }) },
    accountWith(discordToken)('https://discord.com'),
    { allowedPrivateHosts: [], publicUrl: 'https://emen.example' },
  )

  await expect(channel.verify(submitOptions('v', now))).rejects.toMatchObject({
    reason: 'rate-limited',
    retryAfter: new Date('2026-03-06T12:00:01.500Z'),
  })
})

test.for([
  [
    '*bold* _and_ ~~gone~~ `code` ||hidden||',
    '\\*bold\\* \\_and\\_ \\~\\~gone\\~\\~ \\`code\\` \\|\\|hidden\\|\\|',
  ],
  ['# Heading\n- one\n2. two', '\\# Heading\n\\- one\n2\\. two'],
  ['@everyone <@1>', '\\@everyone \\<\\@1\\>'],
  ['see https://emen.example/a_b_(c) now', 'see https://emen.example/a_b_(c) now'],
] as const)('%s is shown as it was written', ([text, escaped]) => {
  expect(escapeDiscord(text)).toBe(escaped)
})

test('escaping loses no letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/https?:\/\//.test(text))
      expect(escapeDiscord(text).replace(/\\([\\*_~`|<>[\]()@#\-+.])/g, '$1')).toBe(text)
    }),
  )
})

test('a text with more marks than fit is found before it is sent', () => {
  const channel = open('https://discord.com')
  const own = (ownText: string) => channel.validate(channel.compose(practice, { ...published, ownText }))

  expect(own('a'.repeat(1_800))).toEqual([])
  expect(own('*'.repeat(1_000))).toEqual(['too-long'])
})
