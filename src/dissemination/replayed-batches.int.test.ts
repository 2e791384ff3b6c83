import { beforeAll, beforeEach, expect, test } from 'vitest'

import { webhookSecret } from '../testing/faults/webhooks.ts'

// The product reads its environment when it is imported.
process.env.RESEND_WEBHOOK_SECRET = webhookSecret
const { inTransaction, sql } = await import('../database/database.ts')
const { eraseSubscriber } = await import('../audience/erase-subscriber.ts')
const { findSubscriber } = await import('../audience/subscriber.ts')
const { beginCourse } = await import('../testing/faults/course.ts')
const { happen } = await import('../testing/faults/happen.ts')
const { MINUTE_MS, stagedIssue } = await import('../testing/staged-issue.ts')

type Candidates = Awaited<ReturnType<Awaited<ReturnType<typeof stagedIssue>>['stage']['begin']>>

const { stage, database, work, states, meetQuota, pass } = await stagedIssue()

beforeAll(() => database().execute(sql`update newsletters set count_links = true`))
beforeEach(async () => {
  stage.resend.forgetFaults()
  await database().execute(sql`update newsletters set window_from = null, window_to = null`)
})

async function told<Row extends Record<string, unknown>>(statement: ReturnType<typeof sql>): Promise<Row[]> {
  const { rows } = await database().execute<Row>(statement)
  return rows
}

const copies = async () => (await told(sql`select 1 from email_batches where handed_over is not null`)).length

/** Both editions are handed over, taken, and their answers lost. */
async function inDoubt() {
  for (const _ of ['en', 'fr']) stage.resend.failNext({ hangUp: 'after' })
  await work('resend')
}

const courseOf = (candidates: Candidates, random = 0): Parameters<typeof happen>[1] => ({
  ...beginCourse(stage, candidates, { seed: 1, transport: 'resend', standIn: null }),
  random: () => random,
})

test.for(['move-address', 'rename', 'rotate-key', 'change-sender'] as const)(
  'a batch in doubt is asked for again with the same bytes after: %s',
  async (what) => {
    const candidates = await stage.begin(4)
    const from = stage.resend.mails().length
    await inDoubt()
    await happen(what, courseOf(candidates))
    await pass(20 * MINUTE_MS)
    await work('resend')

    expect([await states(), stage.resend.mails().length - from]).toEqual([['4 submitted'], 4])
    expect(stage.resend.mails().at(-1)?.html).toContain('/l/')
  },
)

test('a batch of which nothing was taken goes to where people are by then, under the present name', async () => {
  const candidates = await stage.begin(1)
  await meetQuota()
  await happen('move-address', courseOf(candidates))
  await happen('rename', courseOf(candidates))
  await pass(61 * MINUTE_MS)
  await work('resend')
  const mail = stage.resend.mails().at(-1)

  expect(mail?.to).toEqual([expect.stringContaining('moved-')])
  expect(mail?.from).toMatch(/!/)
  expect(
    await told(sql`
      select d.address_key = person.address_key as is_theirs
      from email_deliveries d join subscribers person on person.id = d.subscriber_id
    `),
  ).toEqual([{ is_theirs: true }])
})

test('a mail keeps the key of the address that it was handed to', async () => {
  const candidates = await stage.begin(2)
  await inDoubt()
  await happen('move-address', courseOf(candidates))
  await pass(20 * MINUTE_MS)
  await work('resend')

  expect(
    await told(sql`
      select d.address_key = md5(${candidates[0]?.address}) as first, d.address_key = person.address_key as present
      from email_deliveries d join subscribers person on person.id = d.subscriber_id order by d.id
    `),
  ).toEqual([
    { first: true, present: false },
    { first: false, present: true },
  ])
})

test('what has not left when its person moves goes to those who take mail for the new address', async () => {
  const candidates = await stage.begin(1)
  await database().execute(sql`update email_deliveries set domain = 'old.example', mx_group = 'old.example'`)
  await happen('move-address', courseOf(candidates))

  expect(await told(sql`select domain, mx_group from email_deliveries`)).toEqual([
    { domain: 'example.org', mx_group: null },
  ])
})

test('addresses are kept with a batch only while it may be asked for again', async () => {
  await stage.begin(2)
  expect(await copies()).toBe(0)
  await inDoubt()
  expect(await copies()).toBe(2)
  await pass(20 * MINUTE_MS)
  await work('resend')
  expect(await copies()).toBe(0)
})

test('a batch of which nothing was taken keeps no address', async () => {
  await stage.begin(2)
  await meetQuota()
  expect([await copies(), await states()]).toEqual([0, ['2 submitting']])
})

const erase = (subscriberId = '') =>
  inTransaction(stage.payload, async (transaction) => {
    const person = await findSubscriber(subscriberId, transaction)
    if (person === null) throw new Error('there is nobody')
    await eraseSubscriber(person, new Date(), transaction)
  })

test('who is erased is in no copy of a batch, and of those in it nobody can tell what became', async () => {
  const [first] = await stage.begin(4)
  const from = stage.resend.mails().length
  await inDoubt()
  await erase(first?.subscriberId)
  expect(await copies()).toBe(1)
  await pass(20 * MINUTE_MS)
  await work('resend')

  expect(await states()).toEqual(['2 submitted', '1 unconfirmed no-answer', '1 unconfirmed payload-changed'])
  expect(stage.resend.mails().length - from).toBe(4)
})

test('a copy that was written while somebody in it was being erased goes when it is looked at', async () => {
  const [first] = await stage.begin(2)
  await inDoubt()
  await database().execute(sql`
    update email_deliveries set subscriber_id = null, address_key = null where id = ${first?.deliveryId}
  `)
  const copiesOfErased = () =>
    told(sql`
      select from email_batches batch join email_deliveries d on d.batch_id = batch.id
      where handed_over is not null and subscriber_id is null
    `)
  expect(await copiesOfErased()).toHaveLength(1)
  await pass(20 * MINUTE_MS)
  // Whichever of the two is asked for first.
  for (const _ of ['en', 'fr']) stage.resend.failNext({ status: 500, name: 'internal_server_error' })
  await work('resend')

  expect(await copiesOfErased()).toEqual([])
})

/** The hours of readers end now, or begin. */
const setHours = (from: number) =>
  database().execute(sql`
    update newsletters set window_from = (hours.utc + ${from}) % 24, window_to = (hours.utc + ${from} + 2) % 24
    from (select extract(hour from now() at time zone coalesce((select time_zone from network limit 1), 'UTC'))::int as utc)
      as hours
  `)

test('of a batch that was never handed over nobody gets a mail outside their hours', async () => {
  await stage.begin(3)
  const from = stage.resend.mails().length
  await meetQuota()
  await setHours(12)
  await pass(61 * MINUTE_MS)
  await work('resend')
  expect([await states(), stage.resend.mails().length - from]).toEqual([['3 planned waits-for-hours'], 0])
  expect(await told(sql`select distinct attempts, batch_id from email_deliveries`)).toEqual([
    { attempts: 0, batch_id: null },
  ])

  await pass(13 * 60 * MINUTE_MS)
  await setHours(0)
  await work('resend')
  expect([await states(), stage.resend.mails().length - from]).toEqual([['3 submitted'], 3])
})

test('who pauses their mails while a batch waits that was never handed over gets none', async () => {
  const [first] = await stage.begin(2)
  await meetQuota()
  await database().execute(sql`
    update subscribers set paused_until = now() + interval '9 days' where id = ${first?.subscriberId}
  `)
  await pass(61 * MINUTE_MS)
  await work('resend')

  expect(await states()).toEqual(['1 skipped paused', '1 submitted'])
})

test('what was handed over is asked for whatever the hour is', async () => {
  await stage.begin(2)
  await inDoubt()
  await setHours(12)
  await pass(20 * MINUTE_MS)
  await work('resend')

  expect(await states()).toEqual(['2 submitted'])
})
