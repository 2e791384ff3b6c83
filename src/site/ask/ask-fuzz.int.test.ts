import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { formToken } from '../../audience/form-token.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { createTestChoices, type TestChoices } from '../../testing/create-choices.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { type Visitor, visitor } from '../../testing/visitor.ts'
import { answerAsk } from './ask-answers.ts'
import { answerConfirmQuestion } from './confirm-answers.ts'

/** `ASK_BODIES=20000 npx vitest run --project int src/site/ask/ask-fuzz.int.test.ts` for many more. */
const BODIES = Number(process.env.ASK_BODIES ?? 300)
const AT_ONCE = 6

let payload: Payload
let choices: TestChoices
let asker: Visitor

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'ar'])
  choices = await createTestChoices(payload, ['en'])
  asker = visitor(payload)
})
afterAll(() => payload.destroy())

const junk = [
  '',
  ' \n\n ',
  '\u0000',
  '\ud800',
  '\u202eevil',
  '%00%ff%zz',
  "'; drop table questions; --",
  '<script>alert(1)</script>',
  '{{unsubscribe_url}}',
  '__proto__',
  '9'.repeat(400),
  'é'.repeat(3000),
  '字'.repeat(1500),
  'amina@example.org\r\nBcc: x@example.org',
  'x'.repeat(70_000),
] as const

test(`${BODIES} random bodies: no error, and nothing is kept but the counts of the limits`, {
  timeout: 180_000,
}, async () => {
  const random = seededRandom(1)
  const one = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value
  const statuses = new Map<number, number>()
  const send = async (number: number): Promise<void> => {
    const fine = {
      form: formToken(new Date(asker.now.getTime() - 5_000)),
      question: 'How do I open a bakery?',
      topic: one([...choices.topicIds, 'other']),
      country: one([...choices.countryIds, 'other']),
      locale: 'en',
      further: '',
      name: '',
      email: `fuzz${number}@example.org`,
      consent: 'yes',
    }
    const fields = Object.entries(fine).map(
      ([name, value]) => [name, random() < 0.93 ? value : one(junk)] as const,
    )
    const visit = asker.post('/en/ask', fields, {
      as: one(['urlencoded', 'multipart']),
      headers: { 'X-Forwarded-For': `2001:db8:${number.toString(16)}::1` },
    })
    const { status } = await answerAsk(visit, { locale: 'en' })
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    const token = `v2.k1.${Buffer.from(one(junk)).toString('base64url')}`
    const pressed = await answerConfirmQuestion(asker.post('/en/ask/confirm/x', []), { locale: 'en', token })
    expect(pressed.status).toBe(410)
  }
  for (let number = 0; number < BODIES; number += AT_ONCE) {
    asker.now = new Date(asker.now.getTime() + 20_000)
    await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => send(number + index)))
    await asker.settle()
  }
  expect([...statuses.keys()].filter((status) => ![303, 415, 422].includes(status))).toEqual([])
  expect(statuses.get(303) ?? 0).toBeGreaterThan(BODIES / 20)
  expect(statuses.get(422) ?? 0).toBeGreaterThan(BODIES / 20)
  expect(asker.inbox.length).toBeGreaterThan(BODIES / 20)
  const { rows } = await databaseOf(payload).execute(sql`
    select (select count(*)::int from questions) as questions, (select count(*)::int from consent_events) as proofs,
      (select count(*)::int from personal_mails) as mails
  `)
  expect(rows).toEqual([{ questions: 0, proofs: 0, mails: 0 }])
})
