import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, sql } from '../database/database.ts'
import { resend } from '../newsletter/transports/resend.ts'
import { smtp } from '../newsletter/transports/smtp.ts'
import type { Transport } from '../newsletter/transports/transport.ts'
import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter, type TestNewsletter } from '../testing/create-newsletter.ts'
import { emptying } from '../testing/emptying.ts'
import { fakeResend } from '../testing/fake-resend.ts'
import { fakeSmtp } from '../testing/fake-smtp.ts'
import { prepareIssue } from './prepare-issue.ts'
import { requestSend } from './request-send.ts'
import { sendIssue } from './send-issue.ts'

let payload: Payload
let own: TestNewsletter
let other: TestNewsletter
let item: { readonly relationTo: 'news'; readonly value: string }
let service: Awaited<ReturnType<typeof fakeResend>>
let server: Awaited<ReturnType<typeof fakeSmtp>>

beforeAll(async () => {
  payload = await getPayload({ config })
  own = await createTestNewsletter(payload)
  other = await createTestNewsletter(payload)
  await payload.update({ collection: 'newsletters', id: other.id, data: { name: 'Other letter' } })
  const created = await createTestItem(payload)
  await created.publish('en')
  item = { relationTo: 'news', value: created.id }
  service = await fakeResend()
  server = await fakeSmtp()
})
afterAll(async () => {
  await service[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
  await payload.destroy()
})
beforeEach(() =>
  run(
    emptying(`
      email_deliveries email_batches editions subscriptions subscribers issues send_buckets
      sending_days suppressions
    `),
  ),
)

const run = (statement: ReturnType<typeof sql>) => databaseOf(payload).execute(statement)

const opened = (name: 'smtp' | 'resend'): Transport =>
  name === 'smtp' ? smtp({ url: server.url }) : resend({ apiKey: service.apiKey, baseUrl: service.url })

/** An issue of both newsletters that is being sent to somebody who gets it by the first of them. */
async function frozenIssue(): Promise<string> {
  await own.subscribe(1, ['en'])
  await run(sql`
    insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    select id, ${other.id}, 'confirmed', now() from subscribers
  `)
  const issueId = await own.createIssue([item])
  await payload.update({ collection: 'issues', id: issueId, data: { alsoTo: [other.id] } })
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
  return issueId
}

const leave = ({ id }: TestNewsletter) =>
  run(sql`update subscriptions set state = 'ended', ended_at = now() where newsletter_id = ${id}`)

async function work(issueId: string, transport: Transport) {
  await sendIssue(payload, issueId, { transport, signal: new AbortController().signal })
}

const row = async () => {
  const { rows } = await run(sql`select state, reason, newsletter_id from email_deliveries`)
  return rows
}

const listsOf = (name: 'smtp' | 'resend'): readonly string[] =>
  name === 'smtp'
    ? server.mails().map(({ parsed }) => parsed.headers.find(({ key }) => key === 'list-id')?.value ?? '')
    : service.mails().map(({ headers }) => headers?.['List-ID'] ?? '')

test.for(['smtp', 'resend'] as const)(
  'over %s, who leaves one newsletter of an issue gets it by another that they keep, and can leave that',
  async (name) => {
    const issueId = await frozenIssue()
    await leave(own)
    const transport = opened(name)
    await work(issueId, transport)
    await transport.close()

    expect(await row()).toEqual([{ state: 'submitted', reason: null, newsletter_id: other.id }])
    expect(listsOf(name).at(-1)).toContain(other.id)
  },
)

test('nobody is told that they subscribed to a newsletter that is not theirs: the letter names all that it goes to', async () => {
  await frozenIssue()
  const { rows } = await run(sql`select html, text from editions where locale = 'en'`)

  expect(rows).toHaveLength(1)
  for (const letter of Object.values(rows[0] ?? {}))
    expect(letter).toContain('because you subscribed to EMEN letter or Other letter and confirmed it')
})

test('who leaves one while their batch waits gets it by the other', async () => {
  const issueId = await frozenIssue()
  const transport = opened('resend')
  service.failNext({ status: 429, name: 'daily_quota_exceeded' })
  await work(issueId, transport)
  await leave(own)
  await run(sql`delete from send_buckets`)
  await run(sql`update email_batches set due_at = now()`)
  await work(issueId, transport)

  expect(await row()).toEqual([{ state: 'submitted', reason: null, newsletter_id: other.id }])
  expect(listsOf('resend').at(-1)).toContain(other.id)
})

test.for([
  ['has left both', 'unsubscribed'],
  ['has left the first and paused the other', 'paused'],
  ['has left the first and is barred from the other', 'suppressed'],
] as const)('who %s gets nothing', async ([how, reason]) => {
  const issueId = await frozenIssue()
  await leave(own)
  const ways = {
    'has left both': () => leave(other),
    'has left the first and paused the other': () =>
      run(
        sql`update subscriptions set paused_until = now() + interval '1 day' where newsletter_id = ${other.id}`,
      ),
    'has left the first and is barred from the other': () =>
      run(sql`
        insert into suppressions (address_key, scope, reason, at)
        select address_key, ${other.id}, 'unsubscribed', now() from subscribers
      `),
  }
  await ways[how]()
  const transport = opened('smtp')
  await work(issueId, transport)
  await transport.close()

  expect(await row()).toMatchObject([{ state: 'skipped', reason }])
})

test('who keeps the first gets it by that, whatever the other is', async () => {
  const issueId = await frozenIssue()
  await leave(other)
  const transport = opened('smtp')
  await work(issueId, transport)
  await transport.close()

  expect(await row()).toEqual([{ state: 'submitted', reason: null, newsletter_id: own.id }])
})
