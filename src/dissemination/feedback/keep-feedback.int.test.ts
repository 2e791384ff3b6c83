import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import type { Subscriber } from '../../audience/subscriber.ts'
import { suppressionsOf } from '../../audience/suppression/read-suppressions.ts'
import { databaseOf, sql } from '../../database/database.ts'
import type { Feedback } from '../../ledger/mail-feedback.ts'
import { confirmedPerson } from '../../testing/confirmed-person.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'
import { letterNow, sentLetters } from '../../testing/sent-letter.ts'
import { sweep } from '../sweep.ts'
import { recordFeedback } from './record-feedback.ts'

let payload: Payload
let newsletterIds: readonly string[]

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletterIds = (await createTestNetwork(payload, ['en'])).newsletterIds
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying('email_deliveries mail_feedback subscribers subscriptions suppressions consent_events'),
  )
})

const DAY_MS = 24 * 3_600_000
/** In whole seconds, as times are compared in writing. */
const now = new Date(Math.floor(Date.now() / 1000) * 1000)
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)

const complaint = (deliveryId: string, at: Date): Feedback => ({
  key: 'resend:msg_1',
  source: 'resend',
  deliveryId,
  providerId: null,
  kind: 'complained',
  bounceClass: null,
  status: null,
  replyCode: null,
  at,
})

/** The messages came so many days earlier than they did. */
const age = (days: number) =>
  databaseOf(payload).execute(sql`
    update mail_feedback set received_at = received_at - make_interval(days => ${days})
  `)

const kept = async () => {
  const { rows } = await databaseOf(payload).execute(sql`select 1 from mail_feedback`)
  return rows.length
}

const barred = async ({ addressKey }: Subscriber) =>
  (await suppressionsOf(addressKey, databaseOf(payload)))
    .filter(({ scope }) => scope === 'global')
    .map(({ reason }) => reason)

async function letterTold(daysBefore: number) {
  const [newsletterId = ''] = newsletterIds
  const address = 'amina@example.org'
  const person = await confirmedPerson(payload, { address, newsletterIds, now: daysAgo(400) })
  const sent = { subscriberId: person.id, newsletterId, submittedAt: daysAgo(daysBefore) }
  const [letter = ''] = await sentLetters(payload, [sent])
  const told = complaint(letter, daysAgo(daysBefore))
  await recordFeedback(payload, told, daysAgo(daysBefore))
  await age(daysBefore)
  return { letter, told, person }
}

test('what was told is forgotten after thirty days, and what followed from it stays', async () => {
  const { letter, person } = await letterTold(31)
  await sweep(payload)

  expect(await kept()).toBe(0)
  expect(await letterNow(payload, letter)).toMatchObject({
    complained: daysAgo(31).toISOString().slice(0, 19),
  })
  expect(await barred(person)).toEqual(['complaint'])
})

test('until then it is known when it comes again', async () => {
  const { told } = await letterTold(29)
  await sweep(payload)

  expect(await kept()).toBe(1)
  expect(await recordFeedback(payload, told, now)).toBe('known')
})

test('what was forgotten and is told again changes nothing any more', async () => {
  const { told, person } = await letterTold(31)
  await sweep(payload)
  await databaseOf(payload).execute(emptying('suppressions'))

  expect(await recordFeedback(payload, told, now)).toBe('ignored')
  expect(await kept()).toBe(0)
  expect(await barred(person)).toEqual([])
})
