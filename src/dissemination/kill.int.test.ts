import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter } from '../testing/create-newsletter.ts'
import { emptying } from '../testing/emptying.ts'
import { fakeResend } from '../testing/fake-resend.ts'
import { fakeSmtp } from '../testing/fake-smtp.ts'
import { startWorkerProcess } from '../testing/worker-process.ts'

const PEOPLE = 120
/** Workers are processes of their own, which take their time to start. */
const SLOW = { timeout: 180_000 }
const PATIENT = { timeout: 90_000, interval: 100 }

const smtp = await fakeSmtp()
const resend = await fakeResend()
const { getPayload } = await import('payload')
const { default: config } = await import('../../payload.config.ts')
const { databaseOf, sql } = await import('../database/database.ts')
const { sweep } = await import('./sweep.ts')
const { requestSend } = await import('./request-send.ts')

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(async () => {
  await payload.destroy()
  await smtp[Symbol.asyncDispose]()
  await resend[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying(`
      email_deliveries email_batches editions subscriptions subscribers issues sending_days
      day_places
    `),
  )
})

async function issueFor(people: number) {
  const item = await createTestItem(payload)
  await item.publish('en')
  const newsletter = await createTestNewsletter(payload)
  const addresses = await newsletter.subscribe(people, ['en'])
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  return { issueId, addresses }
}

async function states(issueId: string) {
  const { rows } = await databaseOf(payload).execute<{ state: string; people: number }>(sql`
    select state, count(*)::int as people from email_deliveries where issue_id = ${issueId} group by 1
  `)
  return Object.fromEntries(rows.map(({ state, people }) => [state, people]))
}

/** What workers hold at this moment. */
async function leasesNow(): Promise<string[]> {
  const { rows } = await databaseOf(payload).execute<{ lease_token: string }>(sql`
    select lease_token from email_deliveries where lease_token is not null
    union select lease_token from email_batches where lease_token is not null
  `)
  return rows.map(({ lease_token }) => lease_token)
}

/** Settles when the server has finished what a killed process had still asked of it. */
async function quiet() {
  await vi.waitUntil(async () => {
    const { rows } = await databaseOf(payload).execute<{ busy: number }>(sql`
      select count(*)::int as busy from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and state <> 'idle' and pid <> pg_backend_pid()
    `)
    return rows[0]?.busy === 0
  }, PATIENT)
}

/** Lets the time pass after which the leases of a dead worker end. */
async function lapse(leases: readonly string[]) {
  for (const table of ['email_deliveries', 'email_batches'])
    await databaseOf(payload).execute(sql`
      update ${sql.identifier(table)} set lease_until = now() - interval '1 second'
      where lease_token in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(leases)}::jsonb))
    `)
}

/** Settles when nothing of the issue is planned or under way any more. */
async function settled(issueId: string): Promise<void> {
  await vi.waitUntil(async () => {
    await sweep(payload)
    const { submitting = 0, planned = 0 } = await states(issueId)
    return submitting + planned === 0
  }, PATIENT)
}

const repeated = (addresses: readonly string[]) =>
  addresses.filter((address, index) => addresses.indexOf(address) !== index)

test(
  'a worker killed in the middle of an issue: nobody gets two mails, and each person is accounted for',
  SLOW,
  async () => {
    process.env.SMTP_URL = smtp.url
    const { issueId, addresses } = await issueFor(PEOPLE)
    const first = await startWorkerProcess()
    await requestSend(payload, issueId)
    await smtp.arrived(PEOPLE / 3)
    await first.kill()
    await quiet()
    await lapse(await leasesNow())

    await using _second = await startWorkerProcess()
    await using _third = await startWorkerProcess()
    await settled(issueId)
    const received = smtp.mails().map(({ to }) => to)
    const { submitted = 0, unconfirmed = 0, ...others } = await states(issueId)

    expect(repeated(received)).toEqual([])
    expect(others).toEqual({})
    expect(submitted + unconfirmed).toBe(PEOPLE)
    // What was in hand when it was killed, and no more: two senders with ten mails each.
    expect(unconfirmed).toBeLessThanOrEqual(20)
    const missing = addresses.filter((address) => !received.includes(address))
    expect(missing.length).toBeLessThanOrEqual(unconfirmed)
  },
)

test(
  'at a service that drops repeated keys, a killed worker costs nobody a mail and gives nobody two',
  SLOW,
  async () => {
    Object.assign(process.env, { RESEND_API_KEY: 're_test', RESEND_BASE_URL: resend.url })
    const { issueId, addresses } = await issueFor(PEOPLE * 3)
    // The first batch is taken and its answer lost; the worker is killed while it tries again.
    resend.failNext({ stall: 'after' })
    const first = await startWorkerProcess()
    await requestSend(payload, issueId)
    await vi.waitUntil(() => resend.mails().length > 0, { timeout: 60_000 })
    await first.kill()
    await quiet()
    await lapse(await leasesNow())

    await using _second = await startWorkerProcess()
    await using _third = await startWorkerProcess()
    await settled(issueId)
    const received = resend.mails().flatMap(({ to }) => to)

    expect(received.toSorted()).toEqual(addresses.toSorted())
    expect(await states(issueId)).toEqual({ submitted: PEOPLE * 3 })
  },
)

const CAP = 100
/** As many as have a connection. */
const STALLED = 5

test(
  'a killed worker takes no places of the day with it, and no more mails leave than the day allows',
  SLOW,
  async () => {
    Object.assign(process.env, { SMTP_URL: smtp.url, RESEND_API_KEY: '', RESEND_BASE_URL: '' })
    const database = databaseOf(payload)
    const { issueId } = await issueFor(PEOPLE)
    await database.execute(sql`update network set pace_mails_per_day = ${CAP}`)
    for (let index = 0; index < STALLED; index++) smtp.failNext({ at: 'accepted', stall: true })
    const before = smtp.mails().length
    await requestSend(payload, issueId)
    const first = await startWorkerProcess()
    await vi.waitUntil(async () => ((await states(issueId)).submitting ?? 0) >= STALLED, PATIENT)
    const leases = await leasesNow()
    await first.kill()
    await quiet()
    smtp.cutStalled()
    smtp.forgetFaults()
    const counted = async () => {
      const { rows } = await database.execute<{ mails: number }>(sql`select mails from sending_days`)
      return rows[0]?.mails
    }
    expect(await counted()).toBe(CAP)

    const { submitting: underWay = 0 } = await states(issueId)
    await lapse(leases)
    await database.execute(sql`update day_places set held_until = now() - interval '1 second'`)
    await sweep(payload)
    expect(await counted()).toBe(underWay)

    await using _second = await startWorkerProcess()
    await vi.waitUntil(async () => {
      await sweep(payload)
      const { submitted = 0, unconfirmed = 0 } = await states(issueId)
      return submitted + unconfirmed >= CAP
    }, PATIENT)
    await sweep(payload)
    expect(await states(issueId)).toEqual({
      planned: PEOPLE - CAP,
      unconfirmed: underWay,
      submitted: CAP - underWay,
    })
    expect(smtp.mails().length - before).toBeLessThanOrEqual(CAP)
    expect(await counted()).toBe(CAP)
  },
)
