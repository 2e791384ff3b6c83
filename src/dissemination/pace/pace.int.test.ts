import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter, type TestNewsletter } from '../../testing/create-newsletter.ts'
import { singleMail } from '../../testing/describe-transport.ts'
import { fakeResend } from '../../testing/fake-resend.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { withSilence } from '../../testing/with-silence.ts'

const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf, sql } = await import('../../database/database.ts')
const { goingFirst } = await import('../../newsletter/transports/request-pace.ts')
const { resend } = await import('../../newsletter/transports/resend.ts')
const { smtp } = await import('../../newsletter/transports/smtp.ts')
const { prepareIssue } = await import('../prepare-issue.ts')
const { requestSend } = await import('../request-send.ts')
const { sendIssue } = await import('../send-issue.ts')
const { pauseIssue, resumeIssue } = await import('../steer-issue.ts')
const { sweep } = await import('../sweep.ts')
const { lookUpExchangers } = await import('./look-up-exchangers.ts')

let payload: Payload
let newsletter: TestNewsletter
let item: { readonly relationTo: 'news'; readonly value: string }

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletter = await createTestNewsletter(payload)
  const created = await createTestItem(payload)
  await created.publish('en')
  item = { relationTo: 'news', value: created.id }
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await run(sql`
    truncate email_deliveries, email_batches, editions, subscriptions, subscribers, issues, send_buckets, sending_days,
      mail_domains, suppressions, consent_events, issue_alarms cascade
  `)
  await run(sql`
    update network set pace_mails_per_second = null, pace_mails_per_day = null, pace_warm_up_since = null,
      time_zone = 'Europe/Brussels'
  `)
  await run(sql`update newsletters set window_from = null, window_to = null`)
})

const run = (statement: Parameters<ReturnType<typeof databaseOf>['execute']>[0]) =>
  databaseOf(payload).execute(statement)

/** An issue that is being sent to so many people at each of the domains, with nobody working on it yet. */
async function frozenIssue(people: number, domains: readonly string[] = ['example.org']): Promise<string> {
  for (const domain of domains) {
    await newsletter.subscribe(people, ['en'])
    await run(sql`
      update subscribers set email = split_part(email, '@', 1) || '@' || ${domain}
      where email like '%@example.org'
    `)
  }
  const issueId = await newsletter.createIssue([item])
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
  return issueId
}

/** What a worker does with what is due now: it is stopped when it begins to wait for long. */
const work = (issueId: string, ...transport: Parameters<typeof sendIssue>[2]['transport'][]) =>
  sendIssue(payload, issueId, {
    transport: transport.flat(),
    signal: AbortSignal.any([AbortSignal.timeout(20_000)]),
  })

async function counts() {
  const { rows } = await run(sql`
    select coalesce(domain, '-') as domain, state, reason, attempts, transport, count(*)::int as people
    from email_deliveries group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  `)
  return rows.map((row) => {
    const { people, domain, state, reason, attempts, transport } = row as Record<
      string,
      string | number | null
    >
    return [people, domain, state, reason, `${attempts}×`, transport]
      .filter((part) => part !== null)
      .join(' ')
  })
}

/** Who is barred from everything, and why. */
const barred = async () => {
  const { rows } = await run(sql`
    select s.reason, s.origin, s.note, person.status, person.email
    from suppressions s join subscribers person using (address_key) where s.scope = 'global'
  `)
  return rows.map(({ reason, origin, note, status, email }) => [
    String(email).split('@')[1],
    status,
    reason,
    origin,
    note,
  ])
}

const bucketOf = async (key: string) => {
  const { rows } = await run(sql`
    select reason, failures, blocked_until > now() as blocked, per_second from send_buckets where key = ${key}
  `)
  return rows[0] as Record<string, unknown> | undefined
}

/** Lets time pass for everything that waits. */
const pass = async (minutes: number) => {
  const time = sql`make_interval(mins => ${minutes})`
  await run(sql`update email_deliveries set due_at = due_at - ${time}`)
  await run(sql`update email_batches set due_at = due_at - ${time}`)
  await run(sql`
    update send_buckets set blocked_until = blocked_until - ${time}, refilled_at = refilled_at - ${time}
  `)
}

test('a provider that asks for patience gets it, and nobody else waits for it', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url, maxConnections: 1 })
  const issueId = await frozenIssue(12, ['slow.example', 'quick.example'])
  for (const { email } of (await run(sql`select email from subscribers where email like '%slow%'`)).rows)
    server.refuse(String(email), '421 4.7.28 too many')
  await work(issueId, transport)
  await transport.close()
  const rows = await counts()

  expect(rows).toContain('12 quick.example submitted 1× smtp')
  expect(rows).toContainEqual(expect.stringMatching(/^\d+ slow.example planned waits-for-provider 0×$/))
  // Two at most were under way.
  expect(rows).toContainEqual(expect.stringMatching(/^[12] slow.example planned rate-limited 1× smtp$/))
  expect(await bucketOf('mx:smtp:slow.example')).toMatchObject({
    reason: 'rate-limited',
    blocked: true,
    per_second: 1,
  })
})

test('after its wait a slow provider is written to again, little by little', {
  timeout: 60_000,
}, async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url, maxConnections: 1 })
  const issueId = await frozenIssue(3, ['slow.example'])
  server.failNext({ at: 'rcpt', answer: '421 4.7.28 too many' })
  await work(issueId, transport)
  const before = server.mails().length
  await pass(600)
  await work(issueId, transport)
  await transport.close()

  expect(before).toBeLessThan(3)
  expect((await counts()).map((row) => row.replace(/\d×/, 'n×'))).toContainEqual(
    expect.stringContaining('slow.example submitted n× smtp'),
  )
  expect(server.mails()).toHaveLength(3)
})

test('a full mailbox is one reader’s affair', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const issueId = await frozenIssue(3)
  server.failNext({ at: 'rcpt', answer: '452 4.2.2 full' })
  await work(issueId, transport)
  await transport.close()

  expect(await counts()).toEqual([
    '1 example.org planned mailbox-full 1× smtp',
    '2 example.org submitted 1× smtp',
  ])
})

test('greylisting is one mail’s affair', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url, maxConnections: 1 })
  const issueId = await frozenIssue(8)
  for (const _ of [1, 2, 3, 4]) server.failNext({ at: 'rcpt', answer: '451 4.7.1 greylisted' })
  await work(issueId, transport)
  await transport.close()

  expect(await counts()).toEqual(['4 example.org planned busy 1× smtp', '4 example.org submitted 1× smtp'])
  expect(await bucketOf('mx:smtp:example.org')).not.toMatchObject({ blocked: true })
})

test('a group that puts off several in a row is left alone for a while', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url, maxConnections: 1 })
  const issueId = await frozenIssue(12, ['grey.example', 'quick.example'])
  for (const { email } of (await run(sql`select email from subscribers where email like '%grey%'`)).rows)
    server.refuse(String(email), '451 4.7.1 greylisted')
  await work(issueId, transport)
  await transport.close()
  const rows = await counts()

  expect(rows).toContain('12 quick.example submitted 1× smtp')
  // Two at most were under way beside the fifth.
  expect(rows).toContainEqual(expect.stringMatching(/^[567] grey.example planned busy 1× smtp$/))
  expect(rows).toContainEqual(expect.stringMatching(/^\d grey.example planned waits-for-provider 0×$/))
  expect(await bucketOf('mx:smtp:grey.example')).toMatchObject({ reason: 'busy', blocked: true })
})

test('a mail server that is away costs no mail an attempt, and after three failures is left alone', async () => {
  const gone = await fakeSmtp()
  await gone[Symbol.asyncDispose]()
  const transport = smtp({ url: gone.url, maxConnections: 2 })
  const issueId = await frozenIssue(40)
  const stopping = new AbortController()
  const sending = sendIssue(payload, issueId, { transport, signal: stopping.signal })
  const shut = { reason: 'unreachable', blocked: true }
  await expect.poll(() => bucketOf('transport:smtp')).toMatchObject(shut)
  stopping.abort()
  await sending
  await transport.close()

  const rows = await counts()
  expect(rows.filter((row) => !row.includes(' 0×'))).toEqual([])
  expect(rows.every((row) => row.includes(' planned '))).toBe(true)
  expect(await bucketOf('transport:smtp')).toMatchObject(shut)

  await using back = await fakeSmtp()
  const again = smtp({ url: back.url })
  await pass(60)
  await work(issueId, again)
  await again.close()
  expect(await counts()).toEqual(['40 example.org submitted 1× smtp'])
  expect(await bucketOf('transport:smtp')).toMatchObject({ failures: 0, blocked: null })
})

test('a mail server that takes mails and answers none of them is left alone after a few', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url, maxConnections: 2 })
  const issueId = await frozenIssue(60)
  await withSilence(server, 60, async () => {
    const stopping = new AbortController()
    const sending = sendIssue(payload, issueId, { transport, signal: stopping.signal })
    await expect
      .poll(() => bucketOf('transport:smtp'), { timeout: 10_000 })
      .toMatchObject({ reason: 'no-answer', blocked: true })
    stopping.abort()
    await sending
  })
  await transport.close()
  const doubtful = await run(sql`select 1 from email_deliveries where state = 'unconfirmed'`)

  // Some were begun, and had no connection yet when the worker was told to stop.
  const kinds = (await counts()).map((row) =>
    row.replace(/^\d+ /, '').replace(/planned 0× smtp$/, 'planned 0×'),
  )
  expect([...new Set(kinds)]).toEqual(['example.org planned 0×', 'example.org unconfirmed no-answer 1× smtp'])
  expect(doubtful.rows.length).toBeLessThan(20)
})

test('an answer that is lost now and then shuts nothing', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const issueId = await frozenIssue(40)
  for (const _ of [1, 2, 3]) server.failNext({ at: 'accepted', hangUp: true })
  await work(issueId, transport)
  await transport.close()

  expect(await counts()).toEqual([
    '37 example.org submitted 1× smtp',
    '3 example.org unconfirmed no-answer 1× smtp',
  ])
})

test('what a service certainly did not take goes by the mail server at once', async () => {
  await using service = await fakeResend()
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const issueId = await frozenIssue(120)
  for (const _ of [1, 2, 3]) service.failNext({ status: 429, name: 'daily_quota_exceeded' })
  await work(issueId, resend({ apiKey: service.apiKey, baseUrl: service.url }), transport)
  await transport.close()

  expect([service.mails().length, server.mails().length]).toEqual([0, 120])
  expect(await counts()).toEqual(['120 example.org submitted 1× smtp'])
  expect(await bucketOf('transport:resend')).toMatchObject({ reason: 'quota', blocked: true })
})

test('what a service may have taken never goes another way', { timeout: 60_000 }, async () => {
  await using service = await fakeResend()
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const issueId = await frozenIssue(700)
  for (const _ of [1, 2, 3, 4]) service.failNext({ hangUp: 'after' })
  const transports = [resend({ apiKey: service.apiKey, baseUrl: service.url }), transport]
  await work(issueId, ...transports)
  await pass(60)
  await work(issueId, ...transports)
  await transport.close()
  const received = [...service.mails().flatMap(({ to }) => to), ...server.mails().map(({ to }) => to)]

  expect([received.length, new Set(received).size]).toEqual([700, 700])
  expect(server.mails().length).toBeGreaterThan(0)
  expect((await counts()).filter((row) => !row.includes('submitted'))).toEqual([])
})

test('a service that counts requests is asked for as many as it takes', async () => {
  await using service = await fakeResend({ requestsPerSecond: 5 })
  const issueId = await frozenIssue(120)
  await run(sql`update network set pace_mails_per_second = 100`)
  await work(issueId, resend({ apiKey: service.apiKey, baseUrl: service.url }))

  expect(service.mails()).toHaveLength(120)
  expect(await bucketOf('transport:resend')).toMatchObject({ failures: 0, per_second: 5 })
})

test('a mail server that counts mails by the second gets as many as it takes, from all workers together', async () => {
  await using server = await fakeSmtp()
  const issueId = await frozenIssue(40)
  const began = Date.now()
  const workers = [1, 2].map(() => smtp({ url: server.url, mailsPerSecond: 20 }))
  await Promise.all(workers.map((transport) => work(issueId, transport)))

  expect(server.mails()).toHaveLength(40)
  // Five at once, the others evenly.
  expect(Date.now() - began).toBeGreaterThan((1000 * (40 - 5)) / 20)
  expect(await bucketOf('transport:smtp')).toMatchObject({ failures: 0, per_second: 20 })
})

test('what is refused for its pace alone is sent in the same run, and nothing is slower afterwards', async () => {
  await using service = await fakeResend()
  const issueId = await frozenIssue(20)
  service.failNext({ status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '1' } })
  await work(issueId, resend({ apiKey: service.apiKey, baseUrl: service.url }))

  expect(await counts()).toEqual(['20 example.org submitted 1× resend'])
  expect(await bucketOf('transport:resend')).toMatchObject({ blocked: false, per_second: 5 })
})

test('a confirmation waits for no letter, and letters wait for it', async () => {
  await using service = await fakeResend()
  const transport = resend({ apiKey: service.apiKey, baseUrl: service.url })
  const issueId = await frozenIssue(1)
  await run(sql`
    insert into send_buckets (key, tokens, capacity, per_second, ceiling)
    values ('transport:resend', -0.5, 1.1, 5, 5)
  `)
  const outcome = await goingFirst(transport, payload).sendOne(singleMail, {
    signal: AbortSignal.timeout(5_000),
  })
  const { rows } = await run(sql`select tokens < -1 as owes from send_buckets`)
  const before = service.mails().length
  await work(issueId, transport)

  expect([outcome.kind, rows, before]).toEqual(['accepted', [{ owes: true }], 1])
  expect(service.mails()).toHaveLength(2)
})

test('when the day’s mails are used up the rest goes tomorrow, by the network’s clock', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  await run(sql`update network set pace_mails_per_day = 3`)
  const issueId = await frozenIssue(5)
  await work(issueId, transport)
  expect(await counts()).toEqual(['2 example.org planned daily-cap 0×', '3 example.org submitted 1× smtp'])
  const { rows } = await run(sql`
    select distinct due_at = ((now() at time zone 'Europe/Brussels')::date + 1)::timestamp at time zone 'Europe/Brussels' as midnight
    from email_deliveries where state = 'planned'
  `)
  expect(rows).toEqual([{ midnight: true }])

  await run(sql`update sending_days set day = day - 1`)
  // On the day that clocks go back the next midnight is that far away.
  await pass(25 * 60)
  await work(issueId, transport)
  await transport.close()
  expect(await counts()).toEqual(['5 example.org submitted 1× smtp'])
})

test.for([
  ['raised', sql`4`, '4 submitted, 1 waits'],
  ['raised beyond what is left', sql`99`, '5 submitted, 0 wait'],
  ['taken away', sql`null`, '5 submitted, 0 wait'],
  ['lowered', sql`2`, '3 submitted, 2 wait'],
] as const)('a day’s limit that is %s counts on the same day', async ([, limit, expected]) => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  await run(sql`update network set pace_mails_per_day = 3`)
  const issueId = await frozenIssue(5)
  await work(issueId, transport)
  await run(sql`update network set pace_mails_per_day = ${limit}`)
  await sweep(payload)
  await work(issueId, transport)
  await transport.close()

  const waiting = await run(sql`
    select 1 from email_deliveries where state = 'planned' and reason = 'daily-cap' and due_at > now()
  `)
  const wait = `${waiting.rows.length} ${waiting.rows.length === 1 ? 'waits' : 'wait'}`
  expect(`${await peopleIn('submitted')} submitted, ${wait}`).toBe(expected)
})

test('a limit that was lowered and raised again lets no more mails leave than it says', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const issueId = await frozenIssue(6)
  for (const limit of [3, 1, 4]) {
    await run(sql`update network set pace_mails_per_day = ${limit}`)
    await sweep(payload)
    await work(issueId, transport)
  }
  await transport.close()

  expect(await peopleIn('submitted')).toBe(4)
})

test('mails that wait for tomorrow stay while their issue is paused', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  await run(sql`update network set pace_mails_per_day = 1`)
  const issueId = await frozenIssue(2)
  await work(issueId, transport)
  await pauseIssue(payload, issueId)
  await run(sql`update network set pace_mails_per_day = 9`)
  await sweep(payload)
  expect(await counts()).toContain('1 example.org planned daily-cap 0×')

  await resumeIssue(payload, issueId)
  await sweep(payload)
  await work(issueId, transport)
  await transport.close()
  expect(await peopleIn('submitted')).toBe(2)
})

test('what goes another way takes no second place in the day', async () => {
  await using service = await fakeResend()
  await using server = await fakeSmtp()
  const transports = [resend({ apiKey: service.apiKey, baseUrl: service.url }), smtp({ url: server.url })]
  service.failNext({ status: 429, name: 'daily_quota_exceeded' })
  await run(sql`update network set pace_mails_per_day = 3`)
  const issueId = await frozenIssue(3)
  await work(issueId, transports)
  await transports[1]?.close()

  expect(await counts()).toEqual(['3 example.org submitted 1× smtp'])
})

test('who is out of a batch before it leaves gives their place in the day to another', async () => {
  await using service = await fakeResend()
  const transport = resend({ apiKey: service.apiKey, baseUrl: service.url })
  service.failNext({ status: 429, name: 'daily_quota_exceeded' })
  await run(sql`update network set pace_mails_per_day = 2`)
  const issueId = await frozenIssue(3)
  await work(issueId, transport)
  await run(sql`
    update subscriptions set state = 'ended' where subscriber_id = (
      select subscriber_id from email_deliveries where state = 'submitting' limit 1
    )
  `)
  await pass(61)
  await work(issueId, transport)
  await sweep(payload)
  await work(issueId, transport)

  expect([await peopleIn('submitted'), await peopleIn('skipped')]).toEqual([2, 1])
})

test('a domain that is new begins with 200 mails a day', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  await run(sql`update network set pace_warm_up_since = now()`)
  const issueId = await frozenIssue(220)
  await work(issueId, transport)
  await transport.close()

  expect(await counts()).toEqual(['20 example.org planned daily-cap 0×', '200 example.org submitted 1× smtp'])
})

test('who sleeps is written to in the morning', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  // Half a day from the network's hour; the reader at the other side of the world is in the first of the two.
  const hour = sql`extract(hour from now() at time zone 'UTC')::int`
  await run(sql`update network set time_zone = 'UTC'`)
  await run(sql`update newsletters set window_from = (${hour} + 12) % 24, window_to = (${hour} + 14) % 24`)
  const issueId = await frozenIssue(3)
  await run(sql`
    update subscribers set time_zone = 'Etc/GMT-12' where id = (select id from subscribers order by email limit 1)
  `)
  await run(sql`
    update subscribers set time_zone = 'Not/AZone' where id = (select id from subscribers order by email desc limit 1)
  `)
  await work(issueId, transport)
  await transport.close()

  expect(await counts()).toEqual([
    '2 example.org planned waits-for-hours 0×',
    '1 example.org submitted 1× smtp',
  ])
})

const issueNow = async (issueId: string) => {
  const { rows } = await run(sql`select state, problem from issues where id = ${issueId}`)
  return rows[0]
}

const peopleIn = async (state: string) => {
  const { rows } = await run(sql`select 1 from email_deliveries where state = ${state}`)
  return rows.length
}

/** Twenty in a row, and what was begun before that was written down. */
const A_FEW = 40

const fifteen = Array.from({ length: 15 }, (_, index) => `d${index}.example`)

test.for([
  ['says that we are blocked', '550 5.7.1 blocked', 'refusals', fifteen],
  ['does not let us write to anybody', '550 relaying denied', 'refusals', fifteen],
  ['says no, and not why,', '550 no', 'refusals', ['example.org']],
  ['says “no such mailbox”', '550 5.1.1 no such user', 'hard-bounces', ['example.org']],
] as const)(
  'when a server %s to everybody, the issue is paused after a few',
  async ([, answer, problem, domains]) => {
    await using server = await fakeSmtp()
    const transport = smtp({ url: server.url })
    const issueId = await frozenIssue(150 / domains.length, domains)
    for (const { email } of (await run(sql`select email from subscribers`)).rows)
      server.refuse(String(email), answer)
    await work(issueId, transport)
    await transport.close()

    expect(await issueNow(issueId)).toEqual({ state: 'paused', problem })
    expect(await peopleIn('failed')).toBeLessThan(A_FEW)
  },
)

test('a resumed issue of which everything is refused again is paused again after a few', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const issueId = await frozenIssue(150)
  for (const { email } of (await run(sql`select email from subscribers`)).rows)
    server.refuse(String(email), '550 no')
  await work(issueId, transport)
  const first = await peopleIn('failed')
  await resumeIssue(payload, issueId)
  const resumed = await issueNow(issueId)
  await work(issueId, transport)
  await transport.close()

  expect(resumed).toEqual({ state: 'sending', problem: null })
  expect(await issueNow(issueId)).toEqual({ state: 'paused', problem: 'refusals' })
  expect((await peopleIn('failed')) - first).toBeGreaterThanOrEqual(20)
  expect(await peopleIn('failed')).toBeLessThan(2 * A_FEW)
})

test('a server that answers nobody is tried with one mail at a time, and the issue is paused after a few', {
  timeout: 60_000,
}, async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const issueId = await frozenIssue(150)
  const failuresSoFar = async () => Number((await bucketOf('transport:smtp'))?.failures ?? 0)
  /** A worker comes, until the breaker or the alarm stops it. */
  const turn = async () => {
    const before = await failuresSoFar()
    const stopping = new AbortController()
    const sending = sendIssue(payload, issueId, { transport, signal: stopping.signal })
    await expect
      .poll(
        async () =>
          (await issueNow(issueId))?.state === 'paused' || (await failuresSoFar()) > Math.max(before, 2),
        {
          timeout: 10_000,
        },
      )
      .toBe(true)
    stopping.abort()
    await sending
    await pass(60)
  }
  await withSilence(server, 150, async () => {
    for (let turns = 0; turns < 25; turns++) await turn()
  })
  await transport.close()

  expect(await issueNow(issueId)).toEqual({ state: 'paused', problem: 'refusals' })
  expect(await peopleIn('unconfirmed')).toBeGreaterThanOrEqual(20)
  expect(await peopleIn('unconfirmed')).toBeLessThan(A_FEW)
})

test('a few bad addresses, and an answer that is lost now and then, pause nothing', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const issueId = await frozenIssue(200)
  const { rows } = await run(sql`select email from subscribers order by email limit 12`)
  for (const [index, { email }] of rows.entries())
    server.refuse(String(email), index < 4 ? '550 5.1.1 no such user' : '550 not here')
  for (const _ of [1, 2]) server.failNext({ at: 'accepted', hangUp: true })
  await work(issueId, transport)
  await transport.close()

  expect(await issueNow(issueId)).toEqual({ state: 'sent', problem: null })
  expect([await peopleIn('submitted'), await peopleIn('failed'), await peopleIn('unconfirmed')]).toEqual([
    186, 12, 2,
  ])
})

test('domains with the same mail exchanger are one group, and one that takes no mail is told', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const issueId = await frozenIssue(1, ['one.org', 'other.org', 'none.org', 'silent.org', 'bare.org'])
  const known: Record<string, { exchange: string; priority: number }[]> = {
    'one.org': [
      { exchange: 'second.example.net', priority: 20 },
      { exchange: 'aspmx.l.google.com', priority: 1 },
    ],
    'other.org': [{ exchange: 'alt1.aspmx.googlemail.com', priority: 5 }],
    'none.org': [{ exchange: '', priority: 0 }],
  }
  const resolveMx = async (domain: string) => {
    const found = known[domain]
    if (found !== undefined) return found
    throw Object.assign(new Error('no'), { code: domain === 'bare.org' ? 'ENODATA' : 'ETIMEOUT' })
  }
  await lookUpExchangers(payload, issueId, { resolveMx, signal: new AbortController().signal })
  const { rows } = await run(sql`
    select domain || ' ' || coalesce(mx_group, state || ' ' || reason) as is from email_deliveries order by domain
  `)
  await work(issueId, transport)
  await transport.close()

  expect(rows.map((row) => row.is)).toEqual([
    'bare.org bare.org',
    'none.org failed no-mail-server',
    'one.org google.com',
    'other.org google.com',
    'silent.org silent.org',
  ])
  expect(server.mails()).toHaveLength(4)
  expect(await barred()).toEqual([['none.org', 'ended', 'hard-bounce', 'mailbox', '5.1.10']])
})

test.for([
  [
    '550 5.1.1 no such user',
    'address-rejected',
    [['example.org', 'ended', 'hard-bounce', 'mailbox', '5.1.1']],
  ],
  ['550 no', 'mailbox-refused', []],
  ['550 5.7.1 blocked', 'policy', []],
] as const)(
  'who answers "%s" to an address: whether it is written to again',
  async ([answer, reason, entries]) => {
    await using server = await fakeSmtp()
    const transport = smtp({ url: server.url })
    const issueId = await frozenIssue(2)
    server.failNext({ at: 'rcpt', answer })
    await work(issueId, transport)
    await transport.close()

    expect(await counts()).toEqual([
      `1 example.org failed ${reason} 1× smtp`,
      '1 example.org submitted 1× smtp',
    ])
    expect(await barred()).toEqual(entries)
  },
)

test.for([
  ['the third in a row that it stayed full for, over a month', [40, 20], 11, 'failed', 1],
  ['the second', [40], 11, 'failed', 0],
  ['the third within a month', [20, 10], 11, 'failed', 0],
  ['the third, which is still tried', [40, 20], 10, 'planned', 0],
] as const)(
  'a mailbox that is full is barred after months, not at once: %s',
  async ([, daysAgo, attempts, state, entries]) => {
    await using server = await fakeSmtp()
    const transport = smtp({ url: server.url })
    const issueId = await frozenIssue(1)
    for (const days of daysAgo)
      await run(sql`
      insert into email_deliveries (id, issue_id, subscriber_id, newsletter_id, state, reason, updated_at)
      select gen_random_uuid(), gen_random_uuid(), id, ${newsletter.id}::uuid, 'failed', 'mailbox-full',
        now() - make_interval(days => ${days})
      from subscribers
    `)
    await run(sql`update email_deliveries set attempts = ${attempts} where issue_id = ${issueId}::uuid`)
    server.failNext({ at: 'rcpt', answer: '452 4.2.2 full' })
    await work(issueId, transport)
    await transport.close()

    expect(await counts()).toContain(`1 example.org ${state} mailbox-full ${attempts + 1}× smtp`)
    expect(await barred()).toEqual(
      Array(entries).fill(['example.org', 'ended', 'hard-bounce', 'mailbox', 'soft-bounces']),
    )
  },
)
