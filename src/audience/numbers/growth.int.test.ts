import { randomUUID } from 'node:crypto'

import { getPayload } from 'payload'
import { afterAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf } from '../../database/database.ts'
import { emptying } from '../../testing/emptying.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { type ConsentKind, consentKinds, recordConsent } from '../consent-events.ts'
import { noWording } from '../consent-wording.ts'
import { type LedgerEntry, replay } from '../replay.ts'
import { growth } from './growth.ts'

const payload = await getPayload({ config, disableOnInit: true })
const database = databaseOf(payload)
const [letter, calls] = [randomUUID(), randomUUID()]
const topic = randomUUID()
const timeZone = 'Europe/Brussels'

afterAll(() => payload.destroy())
beforeEach(async () => {
  await database.execute(emptying('consent_events'))
})

interface Entry {
  readonly address?: string
  readonly kind: ConsentKind
  readonly at: string
  readonly newsletters?: readonly string[]
  readonly follows?: readonly string[]
  readonly how?: string
}

const follow = (targetId: string) => ({ target: 'topics', targetId }) as const

async function write(entries: readonly Entry[]): Promise<void> {
  for (const { address = 'one', kind, at, newsletters = [], follows = [], how } of entries)
    await recordConsent(
      {
        addressKey: address,
        kind,
        newsletterIds: newsletters,
        follows: follows.map(follow),
        wording: noWording('en'),
        source: 'test',
        tokenId: null,
        detail: how === undefined ? null : { how },
        now: new Date(at),
      },
      database,
    )
}

const turns = (since = '2026-01-01T00:00:00Z') => growth({ since: new Date(since), timeZone }, database)
const came = (day: string, by: string, people = 1) => ({ day, came: by, left: null, people })
const left = (day: string, by: string, people = 1) => ({ day, came: null, left: by, people })

test('who takes a second newsletter has not come again, and who keeps one has not left', async () => {
  await write([
    { kind: 'confirmed', at: '2026-03-02T10:00:00Z', newsletters: [letter] },
    { kind: 'confirmed', at: '2026-03-09T10:00:00Z', newsletters: [calls, letter] },
    { kind: 'ended', at: '2026-03-16T10:00:00Z', newsletters: [letter], how: 'page' },
  ])

  expect(await turns()).toEqual([came('2026-03-02', 'sign-up')])
})

test('who left and comes again is counted each time, and leaving twice is leaving once', async () => {
  await write([
    { kind: 'confirmed', at: '2026-03-02T10:00:00Z', newsletters: [letter] },
    { kind: 'ended', at: '2026-03-16T10:00:00Z', newsletters: [letter], how: 'one-click' },
    { kind: 'ended', at: '2026-03-17T10:00:00Z', newsletters: [letter], how: 'one-click' },
    { kind: 'confirmed', at: '2026-04-01T10:00:00Z', follows: [topic] },
    { kind: 'erased', at: '2026-05-01T10:00:00Z', follows: [topic] },
    { kind: 'confirmed', at: '2026-06-01T10:00:00Z', newsletters: [letter] },
  ])

  expect(await turns()).toEqual([
    came('2026-03-02', 'sign-up'),
    left('2026-03-16', 'one-click'),
    came('2026-04-01', 'follow'),
    left('2026-05-01', 'erased'),
    came('2026-06-01', 'sign-up'),
  ])
})

test('who had come before the period only shows when they leave in it', async () => {
  await write([
    { kind: 'confirmed', at: '2025-03-02T10:00:00Z', newsletters: [letter], follows: [topic] },
    { kind: 'ended', at: '2026-03-16T10:00:00Z', newsletters: [letter], how: 'complaint' },
    { kind: 'ended', at: '2026-03-17T10:00:00Z', follows: [topic], how: 'complaint' },
  ])

  expect(await turns()).toEqual([left('2026-03-17', 'complaint')])
})

test('an import that is undone takes away those whom it brought, not those who had come by themselves', async () => {
  await write([
    { address: 'own', kind: 'confirmed', at: '2026-03-02T10:00:00Z', newsletters: [letter] },
    { address: 'own', kind: 'imported', at: '2026-03-09T10:00:00Z', newsletters: [calls] },
    { address: 'one', kind: 'imported', at: '2026-03-09T10:00:00Z', newsletters: [calls] },
    { address: 'two', kind: 'imported', at: '2026-03-09T10:00:00Z', newsletters: [calls] },
    { address: 'own', kind: 'import-undone', at: '2026-03-10T10:00:00Z', newsletters: [calls] },
    { address: 'one', kind: 'import-undone', at: '2026-03-10T10:00:00Z', newsletters: [calls] },
    { address: 'two', kind: 'import-undone', at: '2026-03-10T10:00:00Z', newsletters: [calls] },
  ])

  expect(await turns()).toEqual([
    came('2026-03-02', 'sign-up'),
    came('2026-03-09', 'import', 2),
    left('2026-03-10', 'import-undone', 2),
  ])
})

test('a change of address or a suppression is neither coming nor leaving', async () => {
  await write([
    { address: 'old', kind: 'confirmed', at: '2026-03-02T10:00:00Z', newsletters: [letter] },
    { address: 'old', kind: 'moved-away', at: '2026-03-09T10:00:00Z' },
    { address: 'new', kind: 'moved-here', at: '2026-03-09T10:00:00Z', newsletters: [letter] },
    { address: 'new', kind: 'suppressed', at: '2026-03-10T10:00:00Z' },
    { address: 'new', kind: 'ended', at: '2026-03-11T10:00:00Z', newsletters: [letter], how: 'bounce' },
  ])

  expect(await turns()).toEqual([came('2026-03-02', 'sign-up'), left('2026-03-11', 'bounce')])
})

test('a day ends when it does where the network is', async () => {
  await write([{ kind: 'confirmed', at: '2026-03-01T23:30:00Z', newsletters: [letter] }])

  expect(await turns()).toEqual([came('2026-03-02', 'sign-up')])
})

test('whatever happened, growth is what the replay of each ledger says', async () => {
  const next = seededRandom(20_261_128)
  const below = (limit: number): number => Math.floor(next() * limit)
  const things = [letter, calls]
  const entries = Array.from({ length: 600 }, (_, index) => {
    const kind = consentKinds[below(consentKinds.length)] ?? 'changed'
    return {
      address: `address ${below(40)}`,
      kind,
      at: new Date(Date.UTC(2026, 0, 1) + index * 6 * 3_600_000).toISOString(),
      newsletters: things.filter(() => below(2) === 0),
      follows: [topic].filter(() => below(3) === 0),
      how: 'page',
    }
  })
  await write(entries)
  const since = '2026-02-15T00:00:00Z'

  const sums = (await turns(since)).reduce(
    (sum, turn) => ({
      came: sum.came + (turn.came === null ? 0 : turn.people),
      left: sum.left + (turn.left === null ? 0 : turn.people),
    }),
    { came: 0, left: 0 },
  )
  expect(sums).toEqual(replayed(entries, since))
})

/** The same, one address after the other, without SQL. */
function replayed(entries: readonly Entry[], since: string): { came: number; left: number } {
  const ledgers = Map.groupBy(entries, ({ address = 'one' }) => address)
  const sum = { came: 0, left: 0 }
  for (const ledger of ledgers.values())
    ledger.forEach(({ at, kind }, index) => {
      const before = agreesToAny(ledger.slice(0, index))
      const after = agreesToAny(ledger.slice(0, index + 1))
      const counts = at >= since && before !== after && kind !== 'moved-here' && kind !== 'moved-away'
      sum.came += Number(counts && after)
      sum.left += Number(counts && before)
    })
  return sum
}

function agreesToAny(entries: readonly Entry[]): boolean {
  const ledger = entries.map(
    ({ kind, newsletters = [], follows = [] }): LedgerEntry => ({
      kind,
      newsletterIds: newsletters,
      follows: follows.map(follow),
    }),
  )
  const { newsletterIds, follows } = replay(ledger)
  return newsletterIds.length + follows.length > 0
}
