import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { decideLanguage } from '../../ledger/issue-languages.ts'
import { smtp } from '../../newsletter/transports/smtp.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNewsletter } from '../../testing/create-newsletter.ts'
import { emptying } from '../../testing/emptying.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { lookUpExchangers } from '../pace/look-up-exchangers.ts'
import { prepareIssue } from '../prepare-issue.ts'
import { requestSend } from '../request-send.ts'
import { sendIssue } from '../send-issue.ts'
import { decideIssueMail, decideIssueMails } from '../steer-issue.ts'
import { releaseLanguages } from './release-languages.ts'

const actor = randomUUID()
let payload: Payload
let server: Awaited<ReturnType<typeof fakeSmtp>>
let item: TestItem
let issueId: string

beforeAll(async () => {
  payload = await getPayload({ config })
  server = await fakeSmtp()
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await payload.destroy()
})

/** An issue in English that left, with one reader who waits for Greek. */
beforeEach(async () => {
  await run(
    emptying(`
      email_deliveries email_batches editions issue_languages subscriptions subscribers suppressions
      issues mail_domains
    `),
  )
  const newsletter = await createTestNewsletter(payload)
  item = await createTestItem(payload)
  await item.publish('en')
  await newsletter.subscribe(2, ['en', 'el'])
  issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await decideLanguage(
    issueId,
    { locale: 'el', rule: 'hold', deadline: null, afterwards: 'skip' },
    actor,
    databaseOf(payload),
  )
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
})

const run = (statement: ReturnType<typeof sql>) => databaseOf(payload).execute(statement)

async function work() {
  const transport = smtp({ url: server.url })
  await sendIssue(payload, issueId, { transport, signal: new AbortController().signal })
  await transport.close()
}

const rows = async () =>
  (
    await run(sql`select concat_ws(' ', locale, state, reason) as line from email_deliveries order by locale`)
  ).rows.map(({ line }) => line)

const lookUp = () =>
  lookUpExchangers(payload, issueId, {
    resolveMx: () => Promise.reject(new Error('everything is known')),
    signal: new AbortController().signal,
  })

const takesNoMail = () =>
  run(sql`insert into mail_domains (domain, mx_group, looked_up_at) values ('example.org', null, now())`)

/** As it was left by what failed mails before they had an edition. */
const failHeld = () =>
  run(sql`update email_deliveries set state = 'failed', reason = 'no-mail-server' where locale = 'el'`)

const again = { state: 'failed', what: 'again', actor } as const
const sendAgain = () => decideIssueMails(payload, { ...again, issueId, reason: null })

test('a mail whose language is held does not fail for its domain before it has an edition', async () => {
  await takesNoMail()
  await lookUp()
  expect(await rows()).toEqual(['el planned language-held', 'en failed no-mail-server'])

  await item.publish('el')
  await releaseLanguages(payload)
  await lookUp()
  expect(await rows()).toEqual(['el failed no-mail-server', 'en failed no-mail-server'])
  expect(await sendAgain()).toBe(2)
  expect(await rows()).toEqual(['el planned', 'en planned'])
})

test.for(['all', 'one'] as const)(
  'a mail that failed while its language was held waits for it when it is sent again (%s)',
  async (which) => {
    await work()
    await failHeld()
    const { rows: failed } = await run(sql`select id from email_deliveries where state = 'failed'`)
    const decide = {
      all: sendAgain,
      one: () => decideIssueMail(payload, { ...again, issueId, deliveryId: String(failed[0]?.id) }),
    }
    await decide[which]()
    expect(await rows()).toEqual(['el planned language-held', 'en submitted'])

    await item.publish('el')
    await releaseLanguages(payload)
    await work()
    expect(await rows()).toEqual(['el submitted', 'en submitted'])
  },
)

test('a mail that failed before its language was let go gets that edition when it is sent again', async () => {
  await failHeld()
  await item.publish('el')
  await releaseLanguages(payload)
  expect(await sendAgain()).toBe(1)
  await work()

  expect(await rows()).toEqual(['el submitted', 'en submitted'])
})

test('a mail for which there will be no edition is not sent again: it would be planned for ever', async () => {
  await failHeld()
  await run(sql`update issue_languages set deadline = now() - interval '1 minute'`)
  await releaseLanguages(payload)

  expect([await sendAgain(), await rows()]).toEqual([0, ['el failed no-mail-server', 'en planned']])
})
