import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { beginSubmitting } from '../../ledger/email-deliveries.ts'
import { holdMails } from '../../ledger/hold-mails.ts'
import { reservePlaces, returnLapsedPlaces, returnPlaces } from '../../ledger/pace/day-places.ts'
import { resend } from '../../newsletter/transports/resend.ts'
import { smtp } from '../../newsletter/transports/smtp.ts'
import { fakeResend } from '../../testing/fake-resend.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { pacedNetwork } from '../../testing/paced-network.ts'
import { pauseIssue, resumeIssue } from '../steer-issue.ts'
import { sweep } from '../sweep.ts'

const { payload, run, frozenIssue, work, workBySmtp, counts, pass, peopleIn } = await pacedNetwork()

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

const placesLeft = async () => {
  const { rows } = await run(sql`
    select (select sum(mails)::int from sending_days) as counted, (select sum(places)::int from day_places) as held
  `)
  return rows[0]
}

/** A worker that holds mails, with a place for each as far as the day has some, and does nothing more. */
async function holdsWithPlaces(issueId: string, atMost: number) {
  const database = databaseOf(payload)
  const { rows } = await run(sql`select edition_id from email_deliveries where issue_id = ${issueId} limit 1`)
  const { leaseToken, mails } = await holdMails(
    { issueId, editionId: String(rows[0]?.edition_id), limit: 10, after: '', transport: 'smtp', zones: null },
    database,
  )
  const day = { senderDomain: 'example.org', atMost }
  const { granted } = await reservePlaces(mails.length, leaseToken, day, database)
  return { leaseToken, ids: mails.slice(0, granted).map(({ id }) => id) }
}

test('places of who vanished with them go back to their day, once, and are not used as well', async () => {
  const database = databaseOf(payload)
  const issueId = await frozenIssue(6)
  const { leaseToken, ids } = await holdsWithPlaces(issueId, 4)
  const begin = (some: readonly string[]) =>
    beginSubmitting(some, { leaseToken, transport: 'smtp' }, database)
  expect([(await begin(ids.slice(0, 1))).size, await placesLeft()]).toEqual([1, { counted: 4, held: 3 }])

  await returnLapsedPlaces(database)
  expect(await placesLeft()).toEqual({ counted: 4, held: 3 })
  await run(sql`update day_places set held_until = now() - interval '1 second'`)
  await Promise.all([1, 2].map(() => returnLapsedPlaces(database)))
  expect(await placesLeft()).toEqual({ counted: 1, held: null })

  // As if it had only stood still: its mails are still its own, but not their places.
  expect((await begin(ids.slice(1))).size).toBe(0)
  await returnPlaces(3, leaseToken, database)
  expect(await placesLeft()).toEqual({ counted: 1, held: null })
})

test('nobody gives back more places than they hold', async () => {
  const issueId = await frozenIssue(6)
  const { leaseToken } = await holdsWithPlaces(issueId, 4)
  for (const mails of [1, 2, 99]) await returnPlaces(mails, leaseToken, databaseOf(payload))
  expect(await placesLeft()).toEqual({ counted: 0, held: 0 })
})

test('what is refused after midnight is given back to the day before', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  await run(sql`update network set time_zone = 'Etc/GMT+12'`)
  const issueId = await frozenIssue(1)
  await work(issueId, {
    ...transport,
    send: async () => {
      // At the other end of the world it is always another day.
      await run(sql`update network set time_zone = 'Etc/GMT-14'`)
      await run(sql`
        insert into sending_days (day, sender_domain, mails)
        select (now() at time zone 'Etc/GMT-14')::date, sender_domain, 7 from sending_days
      `)
      return [{ kind: 'not-now', reason: 'busy', retryAt: new Date(Date.now() + 60_000), code: '450' }]
    },
  })
  await transport.close()
  await run(sql`update network set time_zone = 'Europe/Brussels'`)
  const { rows } = await run(sql`select mails from sending_days order by day`)
  expect(rows).toEqual([{ mails: 0 }, { mails: 7 }])
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
  await run(sql`update network set pace_warm_up_since = now()`)
  const issueId = await frozenIssue(220)
  await workBySmtp(issueId, server)

  expect(await counts()).toEqual(['20 example.org planned daily-cap 0×', '200 example.org submitted 1× smtp'])
})

test('who sleeps is written to in the morning', async () => {
  await using server = await fakeSmtp()
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
  await workBySmtp(issueId, server)

  expect(await counts()).toEqual([
    '2 example.org planned waits-for-hours 0×',
    '1 example.org submitted 1× smtp',
  ])
})
