import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { confirmedPerson } from '../../testing/confirmed-person.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'
import { endSubscriptions } from '../end-subscriptions.ts'
import { checkLedger } from '../ledger/check-ledger.ts'
import { proofOf } from '../ledger/proof.ts'
import { noteLook } from '../looks.ts'
import { findSubscriber, type Subscriber } from '../subscriber.ts'
import { suppressionsOf } from '../suppression/read-suppressions.ts'
import { retentionDays } from './retention-days.ts'
import { type RetentionRuleName, retentionRuleNames, usualDays } from './retention-rules.ts'
import { applyRetention, lastRetentionRuns, tryRetention } from './run-retention.ts'

let payload: Payload
let practiceLetter: string
let policyLetter: string

beforeAll(async () => {
  payload = await getPayload({ config })
  const { newsletterIds } = await createTestNetwork(payload, ['en'])
  ;[practiceLetter, policyLetter] = newsletterIds
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying(`
      subscribers subscriptions follows consent_events suppressions email_deliveries personal_mails
      address_looks audience_imports audience_import_rows provider_suppressions provider_syncs
      retention_runs
    `),
  )
  await decide(usualDays)
})

const NOW = new Date('2026-11-23T10:00:00Z')
const DAY_MS = 24 * 3_600_000
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS)

const decide = (days: Partial<Record<RetentionRuleName, number | null>>) =>
  payload.updateGlobal({ slug: 'retention', data: days })

const nothing = Object.fromEntries(retentionRuleNames.map((name) => [name, 0]))
const asked = { actor: null, now: NOW }
const attempt = () => tryRetention(payload, asked)
const apply = () => applyRetention(payload, asked)

async function rowsOf(statement: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> {
  return (await databaseOf(payload).execute<Record<string, unknown>>(statement)).rows
}

let counter = 0
async function person(confirmedAt: Date): Promise<Subscriber> {
  counter += 1
  return confirmedPerson(payload, {
    address: `person${counter}@example.org`,
    newsletterIds: [practiceLetter, policyLetter],
    now: confirmedAt,
  })
}

const leave = (
  { id: subscriberId, newsletterIds }: Subscriber,
  at: Date,
  left: readonly string[] = newsletterIds,
) =>
  inTransaction(payload, (transaction) =>
    endSubscriptions({ subscriberId, newsletterIds: left, how: 'page', locale: 'en', now: at }, transaction),
  )

const letter = (subscriberId: string, at: Date, state = 'submitted') =>
  databaseOf(payload).execute(sql`
    insert into email_deliveries
      (id, issue_id, subscriber_id, newsletter_id, address_key, locale, state, provider_id, submitted_at, updated_at)
    values (${randomUUID()}, ${randomUUID()}, ${subscriberId}::uuid, ${practiceLetter}::uuid, 'key', 'en', ${state}, 'mail-1',
      ${state === 'submitted' ? at.toISOString() : null}::timestamptz, ${at.toISOString()}::timestamptz)
  `)

const personalMail = (subscriberId: string, kind: string, at: Date) =>
  databaseOf(payload).execute(sql`
    insert into personal_mails
      (id, subscriber_id, address_key, kind, key, items, locale, state, submitted_at, updated_at)
    values (${randomUUID()}, ${subscriberId}::uuid, 'key', ${kind}, ${randomUUID()}, '[{"id": "x"}]', 'en', 'submitted',
      ${at.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz)
  `)

test('a trial says what a run would remove, and removes nothing; a run removes exactly that; both are in the books', async () => {
  const gone = await person(daysAgo(400))
  await leave(gone, daysAgo(31))
  const stays = await person(daysAgo(400))
  await leave(stays, daysAgo(29))
  await person(daysAgo(400))
  const officer = randomUUID()

  expect(await tryRetention(payload, { actor: officer, now: NOW })).toEqual({
    ...nothing,
    endedSubscribers: 1,
  })
  expect(await rowsOf(sql`select id from subscribers`)).toHaveLength(3)
  expect(await apply()).toEqual({ ...nothing, endedSubscribers: 1 })
  expect(await attempt()).toEqual(nothing)
  expect(await findSubscriber(gone.id, databaseOf(payload))).toBeNull()
  expect(await rowsOf(sql`select id from subscribers`)).toHaveLength(2)
  expect(
    (await lastRetentionRuns(100, databaseOf(payload)))
      .filter(({ rule }) => rule === 'endedSubscribers')
      .map(({ mode, days, affected, actor }) => [mode, days, affected, actor]),
  ).toEqual([
    ['tried', 30, 0, null],
    ['applied', 30, 1, null],
    ['tried', 30, 1, officer],
  ])
})

test('who left long ago is forgotten; their proof and what bars them from mail stay', async () => {
  const gone = await person(daysAgo(400))
  await leave(gone, daysAgo(31))
  await apply()

  const proof = await proofOf(gone.addressKey, databaseOf(payload))
  expect([proof?.address, proof?.events.map(({ kind, source }) => [kind, source])]).toEqual([
    null,
    [
      ['confirmed', '/en/confirm'],
      ['ended', '/u'],
      ['erased', 'retention'],
    ],
  ])
  const barring = await suppressionsOf(gone.addressKey, databaseOf(payload))
  expect(barring.map(({ scope, reason }) => [scope, reason]).sort()).toEqual(
    [
      [practiceLetter, 'unsubscribed'],
      [policyLetter, 'unsubscribed'],
    ].sort(),
  )
  expect(await checkLedger(databaseOf(payload))).toMatchObject({ differing: 0 })
})

test('after its time a letter no longer says whom it went to, and still counts', async () => {
  const { id } = await person(daysAgo(400))
  await letter(id, daysAgo(91))
  await letter(id, daysAgo(92), 'failed')
  await letter(id, daysAgo(93), 'planned')
  await letter(id, daysAgo(89))
  const domain = 'theirname.example'
  await databaseOf(payload).execute(sql`update email_deliveries set domain = ${domain}, mx_group = ${domain}`)

  expect(await apply()).toEqual({ ...nothing, deliveryPersons: 2 })
  expect(
    await rowsOf(sql`
      select state, locale, subscriber_id is null as nobody, provider_id, domain, mx_group from email_deliveries
      order by updated_at
    `),
  ).toEqual([
    { state: 'planned', locale: 'en', nobody: false, provider_id: 'mail-1', domain, mx_group: domain },
    { state: 'failed', locale: 'en', nobody: true, provider_id: null, domain: null, mx_group: null },
    { state: 'submitted', locale: 'en', nobody: true, provider_id: null, domain: null, mx_group: null },
    { state: 'submitted', locale: 'en', nobody: false, provider_id: 'mail-1', domain, mx_group: domain },
  ])
})

test('a reader’s last letter stays theirs however old it is: a first digest begins after it', async () => {
  const { id } = await person(daysAgo(400))
  await letter(id, daysAgo(200))

  expect(await attempt()).toEqual(nothing)
})

test('a reader’s digests stay theirs, so that no item comes twice; notices and the digests of who left do not', async () => {
  const reader = await person(daysAgo(400))
  const gone = await person(daysAgo(400))
  await decide({ endedSubscribers: null })
  await leave(gone, daysAgo(31))
  for (const { id } of [reader, gone])
    for (const kind of ['digest', 'notice', 'reminder']) await personalMail(id, kind, daysAgo(91))

  expect(await apply()).toEqual({ ...nothing, endedSubscribers: null, deliveryPersons: 5 })
  expect(await rowsOf(sql`select kind, items from personal_mails where subscriber_id is not null`)).toEqual([
    { kind: 'digest', items: [{ id: 'x' }] },
  ])
  expect(await rowsOf(sql`select distinct items from personal_mails where subscriber_id is null`)).toEqual([
    { items: [] },
  ])
})

const years = (count: number) => count * 365

test('a proof goes three years after the end of everything it proves, whole, and not while anything still stands', async () => {
  const left = await person(daysAgo(years(6)))
  await leave(left, daysAgo(years(3) + 1))
  const recently = await person(daysAgo(years(6)))
  await leave(recently, daysAgo(years(3) - 1))
  const halfWay = await person(daysAgo(years(6)))
  await leave(halfWay, daysAgo(years(5)), [practiceLetter])
  await person(daysAgo(years(6)))

  const outcome = await apply()
  // The run first forgets who left, which adds to their proof and does not make it younger.
  expect(outcome).toEqual({ ...nothing, endedSubscribers: 2, consentProof: 3 })
  expect(await proofOf(left.addressKey, databaseOf(payload))).toBeNull()
  expect((await proofOf(recently.addressKey, databaseOf(payload)))?.events).toHaveLength(3)
  expect((await proofOf(halfWay.addressKey, databaseOf(payload)))?.events).toHaveLength(2)
  expect(await suppressionsOf(left.addressKey, databaseOf(payload))).toHaveLength(2)
  expect(await checkLedger(databaseOf(payload))).toMatchObject({ differing: 0 })
})

test('what lets the rule remove proofs ends with its transaction', async () => {
  const left = await person(daysAgo(years(6)))
  await leave(left, daysAgo(years(4)))
  await person(daysAgo(years(6)))
  await apply()

  await expect(databaseOf(payload).execute(sql`delete from consent_events`)).rejects.toMatchObject({
    cause: { message: 'consent_events is append-only' },
  })
})

test('who looked at addresses is forgotten after two years', async () => {
  const look = { userId: randomUUID(), kind: 'exported', subscriberId: null, people: 7, purpose: '' } as const
  await noteLook(look, databaseOf(payload))
  await databaseOf(payload).execute(sql`update address_looks set at = ${daysAgo(years(2) + 1).toISOString()}`)
  await noteLook(look, databaseOf(payload))

  expect(await apply()).toEqual({ ...nothing, addressLooks: 1 })
  expect(await rowsOf(sql`select people from address_looks`)).toEqual([{ people: 7 }])
})

test('the rows of an import lose their addresses after two weeks and keep what became of them', async () => {
  const bring = async (state: string, at: Date) => {
    const id = randomUUID()
    await databaseOf(payload).execute(sql`
      insert into audience_imports (id, file_name, state, format, actor, created_at, applied_at)
      values (${id}, 'people.csv', ${state}, '{}', ${randomUUID()}, ${daysAgo(60).toISOString()},
        ${at.toISOString()})
    `)
    await databaseOf(payload).execute(sql`
      insert into audience_import_rows (import_id, line, email, address_key, values, outcome)
      values (${id}, 1, 'amina@example.org', 'key', '{"name": "Amina"}', 'new')
    `)
    return id
  }
  const old = await bring('applied', daysAgo(15))
  await bring('applied', daysAgo(13))
  await bring('undoing', daysAgo(15))

  expect(await apply()).toEqual({ ...nothing, importAddresses: 1 })
  expect(
    await rowsOf(
      sql`select import_id, values, address_key, outcome from audience_import_rows where email is null`,
    ),
  ).toEqual([{ import_id: old, values: null, address_key: 'key', outcome: 'new' }])
})

test('what a service’s list says no longer is forgotten, and nothing while the list could not be read', async () => {
  await databaseOf(payload).execute(sql`
    insert into provider_suppressions (provider, address_key, reason, remote_id, seen_at) values
      ('resend', 'gone', 'manual', '1', ${daysAgo(100).toISOString()}),
      ('resend', 'there', 'manual', '2', ${daysAgo(1).toISOString()})
  `)
  const compare = (at: Date, problem: string | null) =>
    databaseOf(payload).execute(sql`
      insert into provider_syncs (provider, started_at, finished_at, problem)
      values ('resend', ${at.toISOString()}, ${at.toISOString()}, ${problem})
    `)
  await compare(daysAgo(101), null)
  await compare(daysAgo(2), 'no-answer')
  expect(await attempt()).toEqual(nothing)

  await compare(daysAgo(1), null)
  expect(await apply()).toEqual({ ...nothing, providerNotes: 1 })
  expect(await rowsOf(sql`select address_key from provider_suppressions`)).toEqual([{ address_key: 'there' }])
})

test('more than one batch is removed to the last row', async () => {
  await databaseOf(payload).execute(sql`
    insert into address_looks (user_id, kind, at)
    select ${randomUUID()}::uuid, 'shown', ${daysAgo(years(3)).toISOString()}::timestamptz from generate_series(1, 10001)
  `)
  await databaseOf(payload).execute(sql`
    insert into subscribers (id, email, address_key, locale, status, confirmed_at, ended_at)
    select gen_random_uuid(), 'p' || n || '@example.org', 'key-' || n, 'en', 'ended', now(),
      ${daysAgo(40).toISOString()}::timestamptz
    from generate_series(1, 1001) n
  `)

  expect(await apply()).toEqual({ ...nothing, addressLooks: 10_001, endedSubscribers: 1001 })
})

test('an empty field keeps everything, and is in no book', async () => {
  await decide(Object.fromEntries(retentionRuleNames.map((name) => [name, null])))
  const gone = await person(daysAgo(400))
  await leave(gone, daysAgo(300))

  expect(await apply()).toEqual(Object.fromEntries(retentionRuleNames.map((name) => [name, null])))
  expect(await lastRetentionRuns(10, databaseOf(payload))).toEqual([])
})

test('no rule can be shorter than the product needs, however it was written', async () => {
  await expect(decide({ consentProof: 30 })).rejects.toThrow()
  await databaseOf(payload).execute(sql`update retention set consent_proof = 1, delivery_persons = 1`)

  expect(await retentionDays(payload)).toMatchObject({ consentProof: 365, deliveryPersons: 30 })
})
