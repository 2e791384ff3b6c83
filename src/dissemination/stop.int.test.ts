import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter } from '../testing/create-newsletter.ts'
import { emptying } from '../testing/emptying.ts'
import { fakeSmtp } from '../testing/fake-smtp.ts'
import { startWorkerProcess, type WorkerProcess } from '../testing/worker-process.ts'

const PEOPLE = 60
const ANSWERS_AFTER_MS = 2_000
const LONGEST_STOP_MS = 30_000
/** Workers are processes of their own, which take their time to start. */
const SLOW = { timeout: 180_000 }

const smtp = await fakeSmtp()
process.env.SMTP_URL = smtp.url
const { getPayload } = await import('payload')
const { default: config } = await import('../../payload.config.ts')
const { databaseOf, sql } = await import('../database/database.ts')
const { requestSend } = await import('./request-send.ts')

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(async () => {
  await payload.destroy()
  await smtp[Symbol.asyncDispose]()
})
beforeEach(async () => {
  smtp.delay(0)
  await databaseOf(payload).execute(
    emptying('email_deliveries email_batches editions subscriptions subscribers issues'),
  )
})

async function issueFor(people: number): Promise<string> {
  const item = await createTestItem(payload)
  await item.publish('en')
  const newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(people, ['en'])
  return newsletter.createIssue([{ relationTo: 'news', value: item.id }])
}

/** `people state`; and `free` when nobody holds them. */
async function mailsNow(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await databaseOf(payload).execute<{ says: string; mails: number }>(sql`
    select state || case when lease_token is null then ' free' else '' end as says, count(*)::int as mails
    from email_deliveries group by 1
  `)
  return Object.fromEntries(rows.map(({ says, mails }) => [says, mails]))
}

/** One that is in the middle of sending. */
async function workerAtWork(): Promise<WorkerProcess> {
  const arrived = smtp.mails().length + 1
  const issueId = await issueFor(PEOPLE)
  const worker = await startWorkerProcess()
  await requestSend(payload, issueId)
  await smtp.arrived(arrived)
  return worker
}

test.for(['SIGTERM', 'SIGINT'] as const)(
  'a worker that is told to stop (%s) waits for a slow mail server, gives back the rest, and leaves nothing in doubt',
  SLOW,
  async (signal) => {
    smtp.delay(ANSWERS_AFTER_MS)
    const from = smtp.mails().length
    await using first = await workerAtWork()
    const askedAt = performance.now()
    expect(await first.stop(signal)).toBe(0)
    expect(performance.now() - askedAt).toBeLessThan(LONGEST_STOP_MS)

    const accepted = smtp.mails().length - from
    expect(await mailsNow()).toEqual({ 'submitted free': accepted, 'planned free': PEOPLE - accepted })
    expect(accepted).toBeLessThan(PEOPLE)

    smtp.delay(0)
    await using _second = await startWorkerProcess()
    await expect.poll(mailsNow, { timeout: 60_000 }).toEqual({ 'submitted free': PEOPLE })
    const addresses = smtp
      .mails()
      .slice(from)
      .map(({ to }) => to)
    expect([addresses.length, new Set(addresses).size]).toEqual([PEOPLE, PEOPLE])
  },
)

test('whoever asks a worker to stop again does not wait for the mail server', SLOW, async () => {
  smtp.failNext({ at: 'accepted', stall: true })
  await using worker = await workerAtWork()
  const exitCode = () => {
    worker.ask()
    return worker.exitCode()
  }

  // Seldom: a signal that meets what it ends with would end that.
  await expect.poll(exitCode, { timeout: 40_000, interval: 3_000 }).toBe(1)
  expect((await mailsNow()).submitting).toBeGreaterThan(0)
})
