import { spawnSync } from 'node:child_process'

import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import { createTestItem, type TestItem } from '../testing/create-item.ts'
import { createTestNewsletter } from '../testing/create-newsletter.ts'
import { emptying } from '../testing/emptying.ts'
import { fakeResend } from '../testing/fake-resend.ts'
import { fakeSmtp } from '../testing/fake-smtp.ts'
import { restartableCluster, type ShutDown } from '../testing/restartable-cluster.ts'
import { startWorkerProcess } from '../testing/worker-process.ts'

/** More than a worker has under way. */
const PEOPLE = 60
/** So slow that the database goes in the middle. */
const MAILS_PER_SECOND = 20
/** Mails that a worker begins at a time, of which it may not have read that they are begun. */
const UNDER_WAY = 10
const isOpen = new Set(['planned', 'submitting'])
const SLOW = { timeout: 240_000 }

// The product reads its environment when it is imported.
const cluster = await restartableCluster()
const smtp = await fakeSmtp()
const resend = await fakeResend()
process.env.DATABASE_URL = cluster.url
const migrated = spawnSync(process.execPath, ['src/run/migrate.ts'], { encoding: 'utf8' })
const { getPayload } = await import('payload')
const { default: config } = await import('../../payload.config.ts')
const { databaseOf, sql } = await import('../database/database.ts')
const { enqueue } = await import('../queue/queue.ts')
const { requestSend } = await import('./request-send.ts')
const { sweep } = await import('./sweep.ts')

let payload: Awaited<ReturnType<typeof getPayload>>
let item: TestItem

beforeAll(async () => {
  expect([migrated.status, migrated.stderr]).toEqual([0, ''])
  payload = await getPayload({ config })
  item = await createTestItem(payload)
  await item.publish('en')
})
afterAll(async () => {
  await payload.destroy()
  await smtp[Symbol.asyncDispose]()
  await resend[Symbol.asyncDispose]()
  await cluster.stop()
})
beforeEach(async () => {
  await run(emptying('email_deliveries email_batches editions subscriptions subscribers issues send_buckets'))
})

const run = (statement: Parameters<ReturnType<typeof databaseOf>['execute']>[0]) =>
  databaseOf(payload).execute(statement)

const transports = {
  smtp: { MAIL_TRANSPORTS: 'smtp', SMTP_URL: smtp.url },
  resend: { MAIL_TRANSPORTS: 'resend', RESEND_BASE_URL: resend.url, RESEND_API_KEY: resend.apiKey },
}
const received = {
  smtp: () => smtp.mails().map(({ to }) => to),
  resend: () => resend.mails().flatMap(({ to }) => to),
}

async function states(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await run(sql`select state, count(*)::int as people from email_deliveries group by 1`)
  return Object.fromEntries(rows.map(({ state, people }) => [String(state), Number(people)]))
}

/** Whoever held something when the database went may be gone for all that others know. */
const lapse = async (before: string) => {
  for (const table of ['email_deliveries', 'email_batches'])
    await run(sql`
      update ${sql.identifier(table)} set lease_until = now() - interval '1 second'
      where lease_token in (select value::uuid from jsonb_array_elements_text(${before}::jsonb))
    `)
}

async function leases(): Promise<string> {
  const { rows } = await run(sql`
    select coalesce(jsonb_agg(distinct token), '[]')::text as tokens from (
      select lease_token as token from email_deliveries union select lease_token from email_batches
    ) held where token is not null
  `)
  return String(rows[0]?.tokens)
}

/** Who is at work again writes down what it knows within this. */
const PATIENCE_MS = 12_000

/** Settles when it has come so far. What vanished with the database is found as it is an hour later. */
async function eventually(isSo: () => boolean | Promise<boolean>) {
  const before = await vi.waitUntil(() => leases().catch(() => null), { timeout: 60_000, interval: 200 })
  const until = Date.now() + PATIENCE_MS
  await vi.waitUntil(
    async () => {
      if (await isSo()) return true
      if (Date.now() > until) await lapse(before)
      await sweep(payload)
      return false
    },
    { timeout: 180_000, interval: 100 },
  )
}

/** Settles when the database is down, in the middle of the issue. */
async function goesDown(how: ShutDown, arrived: () => number, when: number) {
  await eventually(() => arrived() >= when)
  const { isBack } = await cluster.restart(how)
  const atFirst = arrived()
  await isBack
  return atFirst
}

test.for(['smtp', 'resend'] as const)(
  'a database that is restarted and then crashes amid an issue ends no worker, and nobody gets two mails over %s',
  SLOW,
  async (transport) => {
    Object.assign(process.env, transports[transport])
    const newsletter = await createTestNewsletter(payload)
    const people = await newsletter.subscribe(PEOPLE, ['en'])
    await run(sql`update network set pace_mails_per_second = ${MAILS_PER_SECOND}`)
    const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
    const before = received[transport]().length
    const newly = () => received[transport]().slice(before)
    await using worker = await startWorkerProcess()
    await requestSend(payload, issueId)

    const arrived = () => newly().length
    const downs = [
      await goesDown('fast', arrived, PEOPLE / 4),
      await goesDown('immediate', arrived, PEOPLE / 2),
    ]
    await eventually(async () => !Object.keys(await states()).some((state) => isOpen.has(state)))
    const { submitted = 0, unconfirmed = 0, ...others } = await states()

    expect([downs.every((count) => count < PEOPLE), others, worker.exitCode()]).toEqual([true, {}, null])
    expect(newly().toSorted()).toEqual([...new Set(newly())].toSorted())
    expect(people).toEqual(expect.arrayContaining(newly()))
    expect(submitted + unconfirmed).toBe(PEOPLE)
    expect(unconfirmed).toBeLessThanOrEqual(transport === 'smtp' ? downs.length * UNDER_WAY : 0)
    expect(arrived()).toBeGreaterThanOrEqual(submitted)
  },
)

test('a database that is away when a process puts its first job into the queue is asked again', async () => {
  // The same product, of which nothing is in the queue yet.
  const other = Object.create(payload) as typeof payload
  const { isBack } = await cluster.restart('fast')
  await expect(enqueue(other, 'sweep', [{}])).rejects.toThrow()
  await isBack
  await vi.waitUntil(() => states().catch(() => null))

  await expect(enqueue(other, 'sweep', [{}])).resolves.toBeUndefined()
})
