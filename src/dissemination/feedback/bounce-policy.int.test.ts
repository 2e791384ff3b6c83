import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { feedbackOfMail } from '../../newsletter/feedback/feedback-of-mail.ts'
import { smtpOutcome } from '../../newsletter/transports/smtp-outcome.ts'
import { confirmedPerson } from '../../testing/confirmed-person.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'
import { samples } from '../../testing/returned-mails.ts'
import { sentLetters } from '../../testing/sent-letter.ts'
import { settlementOf } from '../mail-settlement.ts'
import { followRefusals, mailboxRefusal } from './follow-refusals.ts'
import { recordFeedback } from './record-feedback.ts'

let payload: Payload
let newsletterId: string

beforeAll(async () => {
  payload = await getPayload({ config })
  ;[newsletterId = ''] = (await createTestNetwork(payload, ['en'])).newsletterIds
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying('email_deliveries mail_feedback subscribers subscriptions suppressions consent_events'),
  )
})

const now = new Date('2026-11-23T10:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000)

/** What becomes of a reader whose three letters within a month and a day all come to the same end: after the first, after all. */
async function after(comesBack: (letter: string, at: Date) => Promise<void>) {
  const address = 'amina@example.org'
  const person = await confirmedPerson(payload, { address, newsletterIds: [newsletterId], now: inDays(-400) })
  const database = databaseOf(payload)
  const became: string[] = []
  for (const day of [0, 10, 31]) {
    const sent = { subscriberId: person.id, newsletterId, submittedAt: inDays(day) }
    const [letter = ''] = await sentLetters(payload, [sent])
    await comesBack(letter, inDays(day))
    const { rows } = await database.execute<{ became: string }>(sql`
      select coalesce(
        (select concat_ws(' ', reason, note) from suppressions
          where address_key = ${person.addressKey} and scope = 'global'),
        (select 'reads on' from subscriptions
          where subscriber_id = ${person.id}::uuid and state = 'confirmed'),
        'left'
      ) as became
    `)
    became.push(rows[0]?.became ?? '')
  }
  return [became[0], became.at(-1)]
}

const comesBackAs = (raw: string) => async (deliveryId: string, at: Date) => {
  const received = { raw: Buffer.from(`${raw}\r\n${deliveryId}`), to: 'b@example.org', domain: 'example.org' }
  await recordFeedback(payload, await feedbackOfMail({ ...received, deliveryId, now: at }), at)
}

/** A report with this status, and these words of the server. */
const reported = (status: string, said: string) =>
  samples.noSuchDomain
    .replace('Status: 5.1.2', `Status: ${status}`)
    .replace('smtp; 550 5.1.2 host unknown', `smtp; ${said}`)

const forGood = (status: string) => [`hard-bounce ${status}`, `hard-bounce ${status}`]
const afterThree = ['reads on', 'hard-bounce soft-bounces']
const never = ['reads on', 'reads on']

test.for([
  ['no such mailbox', '5.1.1', '550 5.1.1 no such user', forGood('5.1.1')],
  ['no such host', '5.1.2', '550 5.1.2 host unknown', forGood('5.1.2')],
  ['no address at all', '5.1.3', '553 5.1.3 bad address syntax', forGood('5.1.3')],
  ['moved', '5.1.6', '551 5.1.6 has moved', forGood('5.1.6')],
  ['not in the directory', '5.1.10', '550 5.1.10 recipient not found', forGood('5.1.10')],
  ['unknown, in other words', '5.2.1', '550 5.2.1 RCPT TO: no such user', forGood('5.2.1')],
  ['no host to go to', '5.4.4', '550 5.4.4 no route by DNS', forGood('5.4.4')],
  ['takes no mail', '5.0.0', '556 null MX', forGood('5.0.0')],
  ['blocked', '5.7.1', '554 5.7.1 blocked using a list', never],
  ['not authenticated', '5.7.26', '550 5.7.26 fails DMARC', never],
  ['too large', '5.3.4', '552 5.3.4 message too big', never],
  ['too large for that mailbox', '5.2.3', '552 5.2.3 message too big', never],
  ['not that content', '5.6.0', '554 5.6.0 content refused', never],
  ['blocked by Outlook.com', '5.0.0', '550 SC-001 mail was not sent', never],
  ['not that network', '5.0.0', '550 DY-001 mail was not sent', never],
  ['not such a name', '5.0.0', '550 OU-002 mail was not sent', never],
  ['spam, with a status of no such mailbox', '5.1.1', '550 5.1.1 looks like spam', never],
  ['a poor reputation', '5.0.0', '554 poor reputation', never],
  ['full for now', '4.2.2', '452 4.2.2 mailbox full', afterThree],
  ['full', '5.2.2', '552 5.2.2 mailbox full', afterThree],
  ['switched off', '5.2.1', '550 5.2.1 the account is disabled', afterThree],
  ['nobody answers', '4.4.1', 'connection timed out', afterThree],
  ['given up', '4.4.7', 'delivery time expired', afterThree],
  ['greylisted', '4.7.1', '451 4.7.1 greylisted, try again', afterThree],
  ['unknown for now', '4.1.1', '450 4.1.1 RCPT TO: user unknown', afterThree],
] as const)('a letter that comes back as %s (%s, "%s")', async ([, status, said, becomes]) => {
  expect(await after(comesBackAs(reported(status, said)))).toEqual(becomes)
})

test.for([
  ['marked as spam', samples.abuse, ['complaint', 'complaint']],
  [
    'called a fraud',
    samples.abuse.replace('Feedback-Type: abuse', 'Feedback-Type: fraud'),
    ['complaint', 'complaint'],
  ],
  ['called no spam', samples.abuse.replace('Feedback-Type: abuse', 'Feedback-Type: not-spam'), never],
  ['called a virus', samples.abuse.replace('Feedback-Type: abuse', 'Feedback-Type: virus'), never],
  ['wanted no more', samples.optOut, ['left', 'left']],
  ['answered by somebody who is away', samples.vacation, never],
  ['read', samples.readReceipt, never],
  ['on its way still', samples.delayed, never],
  ['delivered', samples.delivered, never],
  ['answered by a person', samples.answer, never],
] as const)('a letter that is %s', async ([, raw, becomes]) => {
  expect(await after(comesBackAs(raw))).toEqual(becomes)
})

/** A server says so when the letter is handed over; what it asks to wait for is given up at the end. */
const refusedWith = (response: string) => async (id: string) => {
  const error = {
    code: 'EENVELOPE',
    command: 'RCPT TO',
    response,
    responseCode: Number(response.slice(0, 3)),
  }
  const outcome = smtpOutcome({ error, mayBeTaken: false, now: new Date() })
  const settled = settlementOf({ id, attempts: 12 }, outcome)
  await databaseOf(payload).execute(sql`
    update email_deliveries set state = ${settled.state}, reason = ${settled.reason}, submitted_at = null
    where id = ${id}::uuid
  `)
  const refusal = mailboxRefusal(outcome, settled)
  await followRefusals(
    payload,
    [refusal].filter((said) => said !== null),
  )
}

test.for([
  ['550 5.1.1 no such user', forGood('5.1.1')],
  ['550 5.1.10 not found', forGood('5.1.10')],
  ['552 5.2.2 mailbox full', afterThree],
  ['452 4.2.2 mailbox full', afterThree],
  ['554 5.7.1 blocked', never],
  ['552 5.3.4 too big', never],
  ['554 5.6.0 not that content', never],
  ['550 5.4.4 no such host', forGood('5.4.4')],
  ['550 5.2.1 no such user', forGood('5.2.1')],
  ['550 5.2.1 the account is disabled', afterThree],
  ['550 no', afterThree],
  ['450 4.2.1 try again later', afterThree],
  ['451 4.7.1 greylisted', afterThree],
  // It is about us, whomever we write to.
  ['421 4.3.2 shutting down', never],
  ['421 4.7.28 too many', never],
] as const)('a letter that is refused at once with "%s"', async ([response, becomes]) => {
  expect(await after(refusedWith(response))).toEqual(becomes)
})
