import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { countAnew } from '../../ledger/issue-progress/counted-lately.ts'
import { STEP_SECONDS } from '../../ledger/issue-progress/sending-pace.ts'
import { waitingMails } from '../../ledger/issue-progress/waiting-mails.ts'
import { createTestNewsletter, type TestNewsletter } from '../../testing/create-newsletter.ts'
import { emptying } from '../../testing/emptying.ts'
import { lastMailAt } from './last-mail-at.ts'

const issueId = '0199c0de-0000-7000-8000-000000000001'
/** A Monday in Brussels, where it is ten. */
const now = new Date('2026-11-30T09:00:00Z')

let payload: Payload
let newsletter: TestNewsletter

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletter = await createTestNewsletter(payload)
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  countAnew(databaseOf(payload))
  await run(emptying('email_deliveries sending_days subscribers'))
  await run(sql`
    update network set time_zone = 'Europe/Brussels', pace_mails_per_day = null, pace_warm_up_since = null
  `)
  await run(sql`update newsletters set window_from = null, window_to = null`)
})

const run = (statement: ReturnType<typeof sql>) => databaseOf(payload).execute(statement)

async function plan(people: number, { zone = 'Europe/Brussels', reason = null as string | null } = {}) {
  await run(sql`
    with person as (
      insert into subscribers (id, email, address_key, locale, status, time_zone, confirmed_at)
      select gen_random_uuid(), gen_random_uuid() || '@example.org', gen_random_uuid()::text, 'en', 'active', ${zone}, now()
      from generate_series(1, ${people}::integer) returning id
    )
    insert into email_deliveries (id, issue_id, subscriber_id, newsletter_id, locale, state, reason, due_at)
    select gen_random_uuid(), ${issueId}::uuid, id, ${newsletter.id}::uuid, 'en', 'planned', ${reason},
      case when ${reason}::text is null then now() else now() + interval '1 day' end
    from person
  `)
}

/** Two mails a second for two minutes, or nothing. */
const seen = (perSecond: number) => ({
  steps: Array.from({ length: 30 }, () => perSecond * STEP_SECONDS),
  firstAt: now,
  lastAt: now,
  now,
})

const lastAt = async (perSecond = 2) =>
  lastMailAt(
    issueId,
    { pace: seen(perSecond), waiting: await waitingMails(issueId, databaseOf(payload)) },
    databaseOf(payload),
  )

test('with nothing in between the last mail leaves at the pace that was seen', async () => {
  await plan(120)
  expect(await lastAt()).toEqual(new Date('2026-11-30T09:01:00Z'))
})

test('the daily cap spreads them over days', async () => {
  await run(sql`update network set pace_mails_per_day = 50`)
  await plan(120)
  // Fifty today and tomorrow, twenty the day after.
  expect(await lastAt()).toEqual(new Date('2026-12-01T23:00:10Z'))
})

test('readers’ hours put them off, each in their own zone', async () => {
  await run(sql`update newsletters set window_from = 9, window_to = 11 where id = ${newsletter.id}::uuid`)
  await plan(60)
  expect(await lastAt()).toEqual(new Date('2026-11-30T09:00:30Z'))
  countAnew(databaseOf(payload))
  await plan(60, { zone: 'America/New_York', reason: 'waits-for-hours' })
  expect(await lastAt()).toEqual(new Date('2026-11-30T14:00:30Z'))
})

test('when the day’s mails are used up, the days that are needed are still known', async () => {
  await run(sql`update network set pace_mails_per_day = 50`)
  await run(sql`
    insert into sending_days (day, sender_domain, mails)
    values ((now() at time zone 'Europe/Brussels')::date, 'emissary.example', 50)
  `)
  await plan(120, { reason: 'daily-cap' })
  expect(await lastAt(0)).toEqual(new Date('2026-12-02T23:00:00Z'))
})

test('before a pace was seen it is not foretold, nor when nothing could leave', async () => {
  await plan(120)
  expect(await lastAt(0)).toBeNull()
  await run(sql`update email_deliveries set reason = 'waits-for-provider'`)
  countAnew(databaseOf(payload))
  expect(await lastAt()).toBeNull()
})
