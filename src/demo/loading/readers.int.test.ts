import { randomUUID } from 'node:crypto'

import { getPayload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { type LedgerEntry, replay } from '../../audience/replay.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { subscribersOf } from '../../testing/subscribers-of.ts'
import { demoFormerReaders } from '../network/subscribers.ts'
import { loadReaders } from './readers.ts'
import { loadVocabularies } from './vocabularies.ts'

const payload = await getPayload({ config, disableOnInit: true })
const database = databaseOf(payload)
const silent = () => undefined

afterAll(() => payload.destroy())

beforeAll(async () => {
  const { newsletterIds } = await createTestNetwork(payload, ['en', 'fr', 'de', 'es', 'it', 'el', 'ar', 'uk'])
  const [letter, calls] = newsletterIds
  const newsletters = new Map([
    ['emen-letter', letter],
    ['finance-for-founders', randomUUID()],
    ['calls-and-events', calls],
  ] as const)
  const vocabularies = await loadVocabularies(payload, silent)
  // Twice, as after an interruption that came later.
  await loadReaders(payload, { newsletters, vocabularies }, silent)
  await loadReaders(payload, { newsletters, vocabularies }, silent)
})

test('what each reader has is what their ledger says, also of those who left', async () => {
  const { rows } = await database.execute<
    LedgerEntry & { address_key: string; [column: string]: unknown }
  >(sql`
    select address_key, kind, newsletter_ids as "newsletterIds", follows from consent_events order by id
  `)
  const people = new Map((await subscribersOf(payload)).map((person) => [person.addressKey, person]))
  const ledgers = Map.groupBy(rows, ({ address_key }) => address_key)
  const differing = [...ledgers].filter(([key, entries]) => {
    const { newsletterIds = [], follows = [] } = people.get(key) ?? {}
    const held = {
      newsletterIds: [...newsletterIds].sort(),
      follows: follows.map(({ target, targetId }) => `${target}/${targetId}`).sort(),
    }
    return JSON.stringify(held) !== JSON.stringify(replay(entries))
  })

  expect(ledgers.size).toBe(200 + demoFormerReaders().length)
  expect(differing).toEqual([])
})

test('those who complained or whose mailbox is gone are barred, those who were erased are gone', async () => {
  const { rows } = await database.execute<{ reason: string; addresses: number }>(sql`
    select s.reason, count(*)::int as addresses, count(person.id)::int as known
    from suppressions s left join subscribers person on person.address_key = s.address_key
    where s.scope = 'global' group by 1 order by 1
  `)
  expect(rows).toEqual([
    { reason: 'complaint', addresses: 2, known: 2 },
    { reason: 'erased', addresses: 2, known: 0 },
    { reason: 'hard-bounce', addresses: 3, known: 3 },
  ])
})

test('the list that was brought in shows whom it brought, and its evidence says that it is made up', async () => {
  const { rows } = await database.execute(sql`
    select brought.state, brought.evidence->>'where' as agreed,
      (select count(*)::int from subscribers where import_id = brought.id) as people,
      (select count(*)::int from consent_events where import_id = brought.id) as proofs
    from audience_imports brought
  `)
  expect(rows).toEqual([
    { state: 'applied', agreed: 'Made-up list of a made-up meeting', people: 40, proofs: 40 },
  ])
})
