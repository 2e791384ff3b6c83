import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter } from '../../testing/create-newsletter.ts'
import { emptying } from '../../testing/emptying.ts'
import { fakeResend } from '../../testing/fake-resend.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { startWorkerProcess } from '../../testing/worker-process.ts'

const PEOPLE = 60
/** Workers are processes of their own, which take their time to start. */
const SLOW = { timeout: 180_000 }
const PATIENT = { timeout: 90_000, interval: 100 }

const smtp = await fakeSmtp()
const resend = await fakeResend()
const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf, sql } = await import('../../database/database.ts')
const { planChanges } = await import('../plan-changes.ts')
const { sweep } = await import('../sweep.ts')

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
    emptying('personal_mails digest_rounds digest_items subscriptions subscribers'),
  )
})

/** People who are due a digest as soon as a worker looks at the clock. */
async function digestReaders(): Promise<string[]> {
  const newsletter = await createTestNewsletter(payload)
  const addresses = await newsletter.subscribe(PEOPLE, ['en', 'el'])
  await databaseOf(payload).execute(sql`update subscribers set frequency = 'weekly', digest_cursor = 0`)
  const item = await createTestItem(payload)
  for (const locale of ['en', 'el'] as const) await item.publish(locale)
  // Before a worker opens the round: what is entered while it does so waits for the next one.
  await planChanges(payload)
  return addresses
}

async function states() {
  const { rows } = await databaseOf(payload).execute<{ state: string; people: number }>(sql`
    select state, count(*)::int as people from personal_mails group by 1
  `)
  return Object.fromEntries(rows.map(({ state, people }) => [state, people]))
}

/** Lets the time pass after which the leases of a dead worker end, once the server has finished what it had asked. */
async function lapse() {
  await vi.waitUntil(async () => {
    const { rows } = await databaseOf(payload).execute<{ busy: number }>(sql`
      select count(*)::int as busy from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and state <> 'idle' and pid <> pg_backend_pid()
    `)
    return rows[0]?.busy === 0
  }, PATIENT)
  await databaseOf(payload).execute(sql`
    update personal_mails set lease_until = now() - interval '1 second' where lease_token is not null
  `)
}

async function settled(): Promise<void> {
  await vi.waitUntil(async () => {
    await sweep(payload)
    const { submitting = 0, planned = 0, ...rest } = await states()
    return submitting + planned === 0 && Object.keys(rest).length > 0
  }, PATIENT)
}

test(
  'a worker killed in the middle of the digests: nobody gets two, and each is accounted for',
  SLOW,
  async () => {
    process.env.SMTP_URL = smtp.url
    const addresses = await digestReaders()
    const first = await startWorkerProcess()
    await smtp.arrived(PEOPLE / 3)
    await first.kill()
    await lapse()

    await using _second = await startWorkerProcess()
    await using _third = await startWorkerProcess()
    await settled()
    const received = smtp.mails().map(({ to }) => to)
    const { submitted = 0, unconfirmed = 0, ...others } = await states()

    expect(received.filter((address, index) => received.indexOf(address) !== index)).toEqual([])
    expect(others).toEqual({})
    expect(submitted + unconfirmed).toBe(PEOPLE)
    // What was under way when it was killed, and no more: two senders with five mails each.
    expect(unconfirmed).toBeLessThanOrEqual(10)
    expect(addresses.filter((address) => !received.includes(address)).length).toBeLessThanOrEqual(unconfirmed)
  },
)

test(
  'where repeated keys are dropped, a killed worker costs nobody a digest and gives nobody two',
  SLOW,
  async () => {
    Object.assign(process.env, { RESEND_API_KEY: 're_test', RESEND_BASE_URL: resend.url })
    const addresses = await digestReaders()
    resend.failNext({ stall: 'after' })
    const first = await startWorkerProcess()
    await vi.waitUntil(() => resend.mails().length > PEOPLE / 3, { timeout: 60_000 })
    await first.kill()
    await lapse()
    // What a digest is made from, and signed with, is another by now.
    process.env.EMISSARY_KEYS = `new:${Buffer.alloc(32, 'new').toString('base64')},${process.env.EMISSARY_KEYS}`
    process.env.MAIL_FROM = 'another@emissary.example'
    await databaseOf(payload).execute(sql`update news_locales set title = title || ' (edited)'`)
    await databaseOf(payload).execute(sql`update network_locales set name = name || ' (renamed)'`)
    const { rows: inDoubt } = await databaseOf(payload).execute(sql`
      select 1 from personal_mails where handed_over is not null
    `)
    expect(inDoubt.length).toBeGreaterThan(0)

    await using _second = await startWorkerProcess()
    await settled()
    expect(
      resend
        .mails()
        .flatMap(({ to }) => to)
        .toSorted(),
    ).toEqual(addresses.toSorted())
    expect(await states()).toEqual({ submitted: PEOPLE })
    const { rows: copies } = await databaseOf(payload).execute(sql`
      select 1 from personal_mails where handed_over is not null
    `)
    expect(copies).toEqual([])
  },
)
