import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { emptying } from '../../testing/emptying.ts'
import { domainCounts } from './domain-counts.ts'
import { progressCounts } from './progress-counts.ts'
import { lastSubmitted } from './progress-languages.ts'
import { mailLimit, waitedForDomains } from './send-limits.ts'
import { sendingPace } from './sending-pace.ts'
import { waitingMails } from './waiting-mails.ts'

const issueId = '0199c0de-0000-7000-8000-000000000001'
const otherIssue = '0199c0de-0000-7000-8000-000000000002'

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(emptying('email_deliveries mail_domains send_buckets'))
})

interface Some {
  readonly people: number
  readonly state: string
  readonly locale?: string | null
  readonly reason?: string | null
  readonly domain?: string
  readonly issue?: string
  /** Seconds from now. @default 0 */
  readonly dueIn?: number
  /** Seconds ago. @default never */
  readonly submittedAgo?: number | null
}

async function enter(groups: readonly Some[]): Promise<void> {
  const rows = groups.map(
    ({ locale = 'en', reason = null, domain = 'example.org', issue = issueId, ...rest }) => ({
      dueIn: 0,
      submittedAgo: null,
      ...rest,
      locale,
      reason,
      domain,
      issue,
    }),
  )
  await databaseOf(payload).execute(sql`
    insert into email_deliveries
      (id, issue_id, subscriber_id, newsletter_id, domain, locale, state, reason, due_at, submitted_at)
    select gen_random_uuid(), issue, gen_random_uuid(), gen_random_uuid(), domain, locale, state, reason,
      now() + make_interval(secs => "dueIn"), now() - make_interval(secs => "submittedAgo")
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      people int, state text, locale text, reason text, domain text, issue uuid, "dueIn" float, "submittedAgo" float
    ), generate_series(1, people)
  `)
}

test('every person of an issue is counted once, by state, language and reason', async () => {
  await enter([
    { people: 7, state: 'submitted' },
    { people: 2, state: 'submitted', reason: 'assumed' },
    { people: 3, state: 'planned', locale: 'el' },
    { people: 1, state: 'planned', locale: 'el', reason: 'busy' },
    { people: 4, state: 'skipped', locale: null, reason: 'no-edition-in-language' },
    { people: 9, state: 'submitted', issue: otherIssue },
  ])
  const counts = await progressCounts(issueId, databaseOf(payload))

  expect(counts).toEqual([
    { locale: 'el', state: 'planned', reason: 'busy', people: 1 },
    { locale: 'el', state: 'planned', reason: null, people: 3 },
    { locale: 'en', state: 'submitted', reason: 'assumed', people: 2 },
    { locale: 'en', state: 'submitted', reason: null, people: 7 },
    { locale: null, state: 'skipped', reason: 'no-edition-in-language', people: 4 },
  ])
  expect(counts.reduce((sum, { people }) => sum + people, 0)).toBe(17)
})

test('mails that are held or come later are told apart from those that may leave', async () => {
  await enter([
    { people: 5, state: 'planned' },
    { people: 2, state: 'planned', reason: 'busy', dueIn: 300 },
    { people: 3, state: 'planned', locale: 'el', reason: 'language-held', dueIn: 600 },
    { people: 1, state: 'planned', locale: 'fr', reason: 'language-held' },
    { people: 4, state: 'planned', reason: 'waits-for-provider' },
    { people: 1, state: 'submitted', dueIn: 300 },
  ])
  const waiting = await waitingMails(issueId, databaseOf(payload))

  expect(waiting).toEqual([
    { locale: 'en', reason: 'busy', people: 2, until: expect.any(Date) },
    { locale: 'el', reason: 'language-held', people: 3, until: expect.any(Date) },
    { locale: 'en', reason: 'waits-for-provider', people: 4, until: null },
    { locale: 'fr', reason: 'language-held', people: 1, until: null },
  ])
})

test('the pace is what left in each ten seconds, newest last, and when the first and last left', async () => {
  await enter([
    { people: 4, state: 'submitted', submittedAgo: 5 },
    { people: 3, state: 'submitted', submittedAgo: 15 },
    { people: 2, state: 'submitted', submittedAgo: 400 },
    { people: 9, state: 'submitted', submittedAgo: 5, issue: otherIssue },
  ])
  const { steps, firstAt, lastAt, now } = await sendingPace(issueId, databaseOf(payload))

  expect([steps.length, steps.slice(-3)]).toEqual([30, [0, 3, 4]])
  expect([firstAt, lastAt].map((at) => Math.round((now.getTime() - Number(at)) / 10_000))).toEqual([40, 1])
})

test('before anything left there is no pace', async () => {
  await enter([{ people: 4, state: 'planned' }])
  const { steps, firstAt, lastAt } = await sendingPace(issueId, databaseOf(payload))

  expect([steps.some((mails) => mails > 0), firstAt, lastAt]).toEqual([false, null, null])
})

test('when the last mail of a language left is known where any has', async () => {
  await enter([
    { people: 1, state: 'submitted', submittedAgo: 60 },
    { people: 1, state: 'submitted', submittedAgo: 3600 },
    { people: 1, state: 'planned', locale: 'el' },
  ])
  const last = await lastSubmitted(issueId, ['en', 'el'], databaseOf(payload))

  expect([...last.keys()]).toEqual(['en'])
  expect(Date.now() - Number(last.get('en'))).toBeLessThan(120_000)
})

test('a mail domain is named when at least five readers have it, all others are told together', async () => {
  await enter([
    { people: 4, state: 'submitted', domain: 'small.example' },
    { people: 3, state: 'submitted', domain: 'large.example' },
    { people: 1, state: 'failed', domain: 'large.example' },
    { people: 1, state: 'planned', domain: 'large.example' },
    { people: 3, state: 'planned', domain: 'hidden.example' },
    { people: 2, state: 'skipped', domain: 'hidden.example', reason: 'paused' },
  ])

  expect(await domainCounts(issueId, databaseOf(payload))).toEqual([
    { domain: 'large.example', readers: 5, submitted: 3, waiting: 1, unconfirmed: 0, failed: 1 },
    { domain: null, readers: 7, submitted: 4, waiting: 3, unconfirmed: 0, failed: 0 },
  ])
})

test('of many domains the largest ten are named', async () => {
  await enter(
    Array.from({ length: 12 }, (_, index) => ({
      people: 5 + index,
      state: 'planned',
      domain: `d${index}.example`,
    })),
  )
  const counts = await domainCounts(issueId, databaseOf(payload))

  expect(counts.map(({ domain, readers }) => [domain, readers]).slice(-2)).toEqual([
    ['d2.example', 7],
    [null, 11],
  ])
})

test('a domain whose provider asked for patience is waited for, and all mail together has its limit', async () => {
  await databaseOf(payload).execute(sql`
    insert into mail_domains (domain, mx_group, looked_up_at)
    values ('one.example', 'provider.example', now()), ('two.example', 'quick.example', now())
  `)
  await buckets([
    { key: 'mx:smtp:provider.example', blocked_until: new Date(Date.now() + 60_000) },
    { key: 'mx:smtp:quick.example', blocked_until: new Date(Date.now() - 60_000) },
    { key: 'sender:emen.example', per_second: 2.5 },
    { key: 'transport:resend', per_second: 0.5 },
  ])
  const waited = await waitedForDomains(['one.example', 'two.example'], databaseOf(payload))

  expect(waited.map(({ domain }) => domain)).toEqual(['one.example'])
  expect(await mailLimit(databaseOf(payload))).toBe(2.5)
})

interface Bucket {
  readonly key: string
  readonly per_second?: number
  readonly blocked_until?: Date
}

/** Whatever else such a row holds. */
const bucketRest = { tokens: 1, capacity: 1, per_second: 1, ceiling: 1, gain: 0, granted: 0, failures: 0 }

async function buckets(rows: readonly Bucket[]): Promise<void> {
  const moments = { refilled_at: new Date(), updated_at: new Date() }
  const full = rows.map((row) => ({ ...bucketRest, ...moments, ...row }))
  await databaseOf(payload).execute(sql`
    insert into send_buckets select * from jsonb_populate_recordset(null::send_buckets, ${JSON.stringify(full)}::jsonb)
  `)
}
