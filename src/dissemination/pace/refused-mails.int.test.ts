import { expect, test } from 'vitest'

import { sql } from '../../database/database.ts'
import { smtp } from '../../newsletter/transports/smtp.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { pacedNetwork } from '../../testing/paced-network.ts'
import { withSilence } from '../../testing/with-silence.ts'
import { sendIssue } from '../send-issue.ts'
import { resumeIssue } from '../steer-issue.ts'
import { lookUpExchangers } from './look-up-exchangers.ts'

const {
  payload,
  newsletter,
  run,
  frozenIssue,
  work,
  workBySmtp,
  refuseAll,
  counts,
  barred,
  bucketOf,
  pass,
  issueNow,
  peopleIn,
} = await pacedNetwork()

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
    const issueId = await frozenIssue(150 / domains.length, domains)
    await refuseAll(server, answer)
    await workBySmtp(issueId, server)

    expect(await issueNow(issueId)).toEqual({ state: 'paused', problem })
    expect(await peopleIn('failed')).toBeLessThan(A_FEW)
  },
)

test('a resumed issue of which everything is refused again is paused again after a few', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const issueId = await frozenIssue(150)
  await refuseAll(server, '550 no')
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
  const issueId = await frozenIssue(200)
  const { rows } = await run(sql`select email from subscribers order by email limit 12`)
  for (const [index, { email }] of rows.entries())
    server.refuse(String(email), index < 4 ? '550 5.1.1 no such user' : '550 not here')
  for (const _ of [1, 2]) server.failNext({ at: 'accepted', hangUp: true })
  await workBySmtp(issueId, server)

  expect(await issueNow(issueId)).toEqual({ state: 'sent', problem: null })
  expect([await peopleIn('submitted'), await peopleIn('failed'), await peopleIn('unconfirmed')]).toEqual([
    186, 12, 2,
  ])
})

test('domains with the same mail exchanger are one group, and one that takes no mail is told', async () => {
  await using server = await fakeSmtp()
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
  await workBySmtp(issueId, server)

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
    const issueId = await frozenIssue(2)
    server.failNext({ at: 'rcpt', answer })
    await workBySmtp(issueId, server)

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
    await workBySmtp(issueId, server)

    expect(await counts()).toContain(`1 example.org ${state} mailbox-full ${attempts + 1}× smtp`)
    expect(await barred()).toEqual(
      Array(entries).fill(['example.org', 'ended', 'hard-bounce', 'mailbox', 'soft-bounces']),
    )
  },
)
