import { createTransport } from 'nodemailer'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import type { Subscriber } from '../../audience/subscriber.ts'
import { suppressionsOf } from '../../audience/suppression/read-suppressions.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { returnPathOf } from '../../newsletter/return-path.ts'
import { confirmedPerson } from '../../testing/confirmed-person.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'
import { letterNow, sentLetters } from '../../testing/sent-letter.ts'
import { type FeedbackMailbox, openFeedbackMailbox } from './feedback-mailbox.ts'

let payload: Payload
let mailbox: FeedbackMailbox
let newsletterIds: readonly string[]
let person: Subscriber
let letter: string

const domain = 'bounce.example.org'
const now = new Date('2026-11-23T10:00:00Z')

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletterIds = (await createTestNetwork(payload, ['en'])).newsletterIds
  mailbox = await openFeedbackMailbox(payload, { domain, host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await mailbox.stop()
  await payload.destroy()
})
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying('email_deliveries mail_feedback subscribers subscriptions suppressions consent_events'),
  )
  person = await confirmedPerson(payload, { address: 'amina@example.org', newsletterIds, now })
  const [newsletterId = ''] = newsletterIds
  ;[letter = ''] = await sentLetters(payload, [{ subscriberId: person.id, newsletterId, submittedAt: now }])
})

const pathOf = (id: string) => returnPathOf(id, domain) ?? ''

/** 250, or what the server says instead. */
async function hand(to: string | readonly string[], raw: string): Promise<number> {
  const client = createTransport({ host: '127.0.0.1', port: mailbox.port, ignoreTLS: true })
  const envelope = { from: '', to: [to].flat() }
  return client.sendMail({ envelope, raw }).then(
    ({ response }) => Number(response.slice(0, 3)),
    (error: { responseCode?: number }) => error.responseCode ?? 0,
  )
}

const report = (parts: readonly string[], type: string) =>
  [
    'From: MAILER-DAEMON@mx.example.org',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${type}; boundary=cut`,
    '',
    ...parts.map((part) => `--cut\r\n${part}\r\n`),
    '--cut--',
    '',
  ].join('\r\n')

const words = 'Content-Type: text/plain\r\n\r\nYour mail did not arrive.'
const status = (fields: readonly string[]) =>
  [
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    'Final-Recipient: rfc822; amina@example.org',
    ...fields,
  ].join('\r\n')
const head = (id: string) => `Content-Type: text/rfc822-headers\r\n\r\nX-Delivery-ID: ${id}\r\nSubject: News`
const gone = status(['Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 no such user'])
const waits = status(['Action: delayed', 'Status: 4.4.1'])
const spam = 'Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1'

const barred = async () =>
  (await suppressionsOf(person.addressKey, databaseOf(payload)))
    .filter(({ scope }) => scope === 'global')
    .map(({ reason, note }) => [reason, note])

test('a bounce to a return path bars the address of that mail', async () => {
  expect(await hand(pathOf(letter), report([words, gone], 'delivery-status'))).toBe(250)

  expect(await letterNow(payload, letter)).toMatchObject({ bounceClass: 'hard' })
  expect(await barred()).toEqual([['hard-bounce', '5.1.1']])
})

test('a notice that it takes longer is no bounce', async () => {
  expect(await hand(pathOf(letter), report([words, waits], 'delivery-status'))).toBe(250)

  expect(await letterNow(payload, letter)).toMatchObject({ bounced: null, bounceClass: null })
  expect(await barred()).toEqual([])
})

test('a complaint without a return path is matched by the head of our own mail', async () => {
  expect(await hand(`complaints@${domain}`, report([words, spam, head(letter)], 'feedback-report'))).toBe(250)

  expect(await barred()).toEqual([['complaint', null]])
})

test('the return path counts for more than what the mail says', async () => {
  const [newsletterId = ''] = newsletterIds
  const [other = ''] = await sentLetters(payload, [{ newsletterId, submittedAt: now }])
  await hand(pathOf(other), report([words, spam, head(letter)], 'feedback-report'))

  expect(await letterNow(payload, letter)).toMatchObject({ complained: null })
  expect(await barred()).toEqual([])
})

test('the same mail handed over twice is taken twice and kept once', async () => {
  const raw = report([words, gone], 'delivery-status')
  expect([await hand(pathOf(letter), raw), await hand(pathOf(letter), raw)]).toEqual([250, 250])

  const { rows } = await databaseOf(payload).execute(sql`select 1 from mail_feedback`)
  expect(rows.length).toBe(1)
})

test('somebody who answers, or is away, changes nothing', async () => {
  const answer = 'From: amina@example.org\r\nSubject: Re: News\r\n\r\nThank you!'
  const away =
    'From: amina@example.org\r\nSubject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nBack on Monday.'
  expect([await hand(pathOf(letter), answer), await hand(pathOf(letter), away)]).toEqual([250, 250])

  expect(await letterNow(payload, letter)).toMatchObject({ state: 'submitted', bounced: null })
  expect(await barred()).toEqual([])
})

test.for([
  ['anybody else', `somebody@${domain}`],
  ['another domain', 'complaints@elsewhere.example'],
  ['a return path that is not signed by us', `b+${'0'.repeat(32)}-${'0'.repeat(24)}@${domain}`],
] as const)('mail to %s is not taken', async ([, to]) => {
  expect(await hand(to, report([words, gone], 'delivery-status'))).toBe(550)
})

test('a mail that is too long is refused, whether or not that is said before', async () => {
  const raw = `Subject: x\r\n\r\n${'x'.repeat(78).concat('\r\n').repeat(30_000)}`
  expect(await hand(pathOf(letter), raw)).toBe(552)
})

test('while nothing can be kept nothing is taken, and the sender comes again', async () => {
  const raw = report([words, gone], 'delivery-status')
  await databaseOf(payload).execute(sql`alter table mail_feedback rename to mail_feedback_away`)
  const first = await hand(pathOf(letter), raw)
  await databaseOf(payload).execute(sql`alter table mail_feedback_away rename to mail_feedback`)

  expect([first, await letterNow(payload, letter)]).toMatchObject([451, { bounced: null }])
  expect([await hand(pathOf(letter), raw), await barred()]).toEqual([250, [['hard-bounce', '5.1.1']]])
})

test('of several recipients each is told of separately', async () => {
  const envelope = [pathOf(letter), `complaints@${domain}`]
  expect(await hand(envelope, report([words, gone], 'delivery-status'))).toBe(250)

  const { rows } = await databaseOf(payload).execute(sql`select 1 from mail_feedback`)
  expect(rows.length).toBe(1)
})
