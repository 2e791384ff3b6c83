import { expect, test } from 'vitest'

import { describeChannel } from '../testing/describe-channel.ts'
import { practiceInArabic, practiceInEnglish } from '../testing/items.ts'
import { startFakeTeams, teamsPath, teamsSignature } from '../testing/services/fake-teams.ts'
import { publishPost, submitOptions } from '../testing/submit-post.ts'
import { openService } from './channel-for.ts'
import { teams } from './teams.ts'

const accountWith = (signature: string) => (url: string) => ({
  baseUrl: url,
  secrets: { webhookUrl: `${url}${teamsPath(signature)}` },
})
const published = { change: 'published' } as const
const open = (url: string, webhookUrl = `${url}${teamsPath(teamsSignature)}`) =>
  openService(
    teams,
    { baseUrl: url, secrets: { webhookUrl } },
    { allowedPrivateHosts: [new URL(url).host], publicUrl: 'https://emen.example' },
  )

describeChannel({
  service: teams,
  startService: startFakeTeams,
  isSubmission: ({ body }) => body.includes('AdaptiveCard'),
  account: accountWith(teamsSignature),
  stranger: accountWith('wrong'),
  reasons: { 404: 'unauthorised', 500: 'unconfirmed' },
})

test('a card says its language and direction, and its picture has words', async () => {
  await using service = await startFakeTeams()
  const channel = open(service.url)
  for (const item of [practiceInEnglish, practiceInArabic])
    await publishPost(channel, channel.compose(item, published), submitOptions())

  expect(service.cards.map(({ lang, rtl }) => [lang, rtl])).toEqual([
    ['en', undefined],
    ['ar', true],
  ])
  expect(service.cards[0]?.body).toContainEqual(
    expect.objectContaining({ type: 'Image', altText: 'Two women in front of a tailor’s workshop' }),
  )
  expect(service.cards[0]?.body.at(-1)?.inlines?.[0]?.text).toBe('Co-funded by the European Union')
})

test('a message that is larger than Teams takes is found before it is sent', () => {
  const channel = open('https://teams.microsoft.com')
  const ownText = 'ش'.repeat(15_000)

  expect(channel.validate(channel.compose(practiceInArabic, { ...published, ownText }))).toEqual(['too-long'])
})

test.for([
  ['https://prod-01.westeurope.logic.azure.com/workflows/w1', 'unavailable'],
  ['https://default1.09.environment.api.powerplatform.com/powerautomate/x', 'unavailable'],
  ['https://logic.azure.com.evil.example/workflows/w1', 'misconfigured'],
  ['https://evil-logic.azure.com/workflows/w1', 'misconfigured'],
  ['http://prod-01.westeurope.logic.azure.com/workflows/w1', 'misconfigured'],
] as const)('a workflow at %s is %s', async ([webhookUrl, reason]) => {
  const channel = openService(
    { ...teams, open: (account, tools) => teams.open(account, { ...tools, request: away }) },
    { baseUrl: 'https://teams.microsoft.com', secrets: { webhookUrl } },
    { allowedPrivateHosts: [], publicUrl: 'https://emen.example' },
  )

  await expect(channel.verify(submitOptions())).rejects.toMatchObject({ reason })
})

const away = async () => ({ status: 503, headers: new Headers(), body: Buffer.of() })

test('a workflow that was switched off waits for a person, whatever status says so', async () => {
  const body = Buffer.from('{"error":{"code":"WorkflowTriggerIsNotEnabled"}}')
  const channel = openService(
    {
      ...teams,
      open: (account, tools) =>
        teams.open(account, {
          ...tools,
          request: async () => ({ status: 400, headers: new Headers(), body }),
        }),
    },
    {
      baseUrl: 'https://teams.microsoft.com',
      secrets: { webhookUrl: 'https://prod-01.westeurope.logic.azure.com/w' },
    },
    { allowedPrivateHosts: [], publicUrl: 'https://emen.example' },
  )
  const submission = publishPost(channel, channel.compose(practiceInEnglish, published), submitOptions())

  await expect(submission).rejects.toMatchObject({ reason: 'unauthorised' })
})
