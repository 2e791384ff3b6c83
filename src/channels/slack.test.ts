import { expect, test } from 'vitest'

import { describeChannel } from '../testing/describe-channel.ts'
import { practiceInEnglish } from '../testing/items.ts'
import { slackToken, startFakeSlack } from '../testing/services/fake-slack.ts'
import { publishPost, submitOptions } from '../testing/submit-post.ts'
import { openService } from './channel-for.ts'
import { slack } from './slack.ts'

const accountWith = (token: string) => (url: string) => ({
  baseUrl: url,
  secrets: { webhookUrl: `${url}/services/T0EMISSARY/B0EMISSARY/${token}` },
})
const publicUrl = 'https://emen.example'
const published = { change: 'published' } as const
const open = (url: string, account = accountWith(slackToken)(url)) =>
  openService(slack, account, { allowedPrivateHosts: [new URL(url).host], publicUrl })

describeChannel({
  service: slack,
  startService: startFakeSlack,
  isSubmission: ({ body }) => body.includes('"blocks"'),
  account: accountWith(slackToken),
  stranger: accountWith('wrong'),
  reasons: { 404: 'unauthorised', 410: 'closed', 500: 'unconfirmed' },
})

test('a message has its title in bold, its address to follow, its picture with words, and no hashtags', async () => {
  await using service = await startFakeSlack()
  const channel = open(service.url)
  await publishPost(channel, channel.compose(practiceInEnglish, published), submitOptions())

  const [message] = service.messages
  expect(message?.elements[0]).toEqual({
    type: 'text',
    text: practiceInEnglish.title,
    style: { bold: true },
  })
  expect(message?.elements).toContainEqual({ type: 'link', url: practiceInEnglish.url })
  expect(message?.image).toMatchObject({ alt_text: 'Two women in front of a tailor’s workshop' })
  expect(service.newestText()).toMatch(/Co-funded by the European Union$/)
  expect(service.newestText()).not.toContain('#')
})

test('stars, underscores and angle brackets that somebody wrote are shown, not obeyed', async () => {
  await using service = await startFakeSlack()
  const channel = open(service.url)
  const title = '*New* _rules_ for <!channel> & ~all~'
  await publishPost(channel, channel.compose({ ...practiceInEnglish, title }, published), submitOptions())

  expect(service.messages[0]?.elements[0]?.text).toBe(title)
  expect(service.messages[0]?.text).toContain('*New* _rules_ for &lt;!channel&gt; &amp; ~all~')
})

test('an answer that is not the agreed word leaves the message unconfirmed', async () => {
  await using service = await startFakeSlack()
  const channel = open(service.url)
  const request = publishPost(
    openService(
      { ...slack, open: (account, tools) => slack.open(account, { ...tools, request: said('maybe') }) },
      accountWith(slackToken)(service.url),
      { allowedPrivateHosts: [], publicUrl },
    ),
    channel.compose(practiceInEnglish, published),
    submitOptions(),
  )

  await expect(request).rejects.toMatchObject({ reason: 'unconfirmed' })
})

const said = (body: string) => async () => ({ status: 200, headers: new Headers(), body: Buffer.from(body) })

test.for([
  'https://hooks.slack.com.evil.example/services/T/B/x',
  'https://evil.example/services/T/B/x',
  'http://hooks.slack.com/services/T/B/x',
  'hooks.slack.com/services/T/B/x',
  '',
])('a webhook at "%s" is not one of Slack, and nothing is sent', async (webhookUrl) => {
  const channel = open('https://hooks.slack.com', {
    baseUrl: 'https://hooks.slack.com',
    secrets: { webhookUrl },
  })

  await expect(channel.verify(submitOptions())).rejects.toMatchObject({ reason: 'misconfigured' })
})

test('no message tells the address of the webhook', async () => {
  await using service = await startFakeSlack()
  const channel = open(service.url, accountWith('secret-token')(service.url))

  await expect(channel.verify(submitOptions())).rejects.not.toThrow('secret-token')
})

test('what is longer than Slack shows is found before it is sent, counted as it is sent', () => {
  const channel = open('https://hooks.slack.com')
  const own = (ownText: string) =>
    channel.validate(channel.compose(practiceInEnglish, { ...published, ownText }))

  expect(own('a'.repeat(3_800))).toEqual([])
  expect(own('&'.repeat(1_000))).toEqual(['too-long'])
})
