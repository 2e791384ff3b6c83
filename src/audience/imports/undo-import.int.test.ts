import fc from 'fast-check'
import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { bringIn, doStep, keyOf, outcomesOf, stateOf } from '../../testing/audience-import.ts'
import { importingNetwork } from '../../testing/importing-network.ts'
import { subscribersOf } from '../../testing/subscribers-of.ts'
import { type LedgerEntry, replay } from '../replay.ts'

const { payload, practice, policy, clear, rowsOf, confirm, erase, leave } = await importingNetwork()

const list = (...addresses: readonly string[]): string => `email\n${addresses.join('\n')}\n`
const both = () => ({ defaults: { locale: 'en' as const, newsletterIds: [practice, policy] } })

test('an undo removes whom the import brought and who has done nothing since', async () => {
  const { id } = await bringIn(payload, list('ann@example.org', 'bob@example.org'), both())

  const { state, counts } = await doStep(payload, id, 'undo')

  expect([state, counts.undone]).toEqual(['undone', { removed: 2, kept: 0, released: 0 }])
  expect(await subscribersOf(payload)).toEqual([])
  expect(await rowsOf('subscriber_facets', 'subscriber_id, locale')).toEqual([])
  expect(await rowsOf('suppressions', 'scope, reason')).toEqual([])
  expect((await rowsOf('consent_events', 'kind, import_id')).map(({ kind }) => kind)).toEqual([
    'import-undone',
    'import-undone',
    'imported',
    'imported',
  ])
})

test('who has done something themselves since stays, without what they did not agree to themselves', async () => {
  const { id } = await bringIn(payload, list('ann@example.org', 'bob@example.org'), both())
  await confirm('ann@example.org', [practice])
  await leave('bob@example.org', [practice])

  const { counts } = await doStep(payload, id, 'undo')

  expect(counts.undone).toEqual({ removed: 0, kept: 2, released: 0 })
  const [ann, bob] = [
    ...(await subscribersOf(payload, 'ann@example.org')),
    ...(await subscribersOf(payload, 'bob@example.org')),
  ]
  expect(ann).toMatchObject({ newsletterIds: [practice], status: 'active' })
  expect(bob).toMatchObject({ newsletterIds: [], status: 'ended' })
})

test('who was known before loses what the import added and nothing else', async () => {
  await confirm('ann@example.org', [practice])
  const { id } = await bringIn(payload, list('ann@example.org'), both())

  await doStep(payload, id, 'undo')

  expect(await subscribersOf(payload)).toMatchObject([{ newsletterIds: [practice], status: 'active' }])
  expect(await rowsOf('subscriptions', 'state, ended_how')).toEqual([
    { state: 'confirmed', ended_how: null },
    { state: 'ended', ended_how: 'import-undone' },
  ])
})

test('what was undone can be brought in again, properly', async () => {
  await confirm('ann@example.org', [practice])
  const first = await bringIn(payload, list('ann@example.org', 'bob@example.org'), both())
  await doStep(payload, first.id, 'undo')

  const { id } = await bringIn(payload, list('ann@example.org', 'bob@example.org'), both())

  expect(await outcomesOf(payload, id)).toEqual(['2 added', '3 new'])
  expect((await subscribersOf(payload)).map(({ newsletterIds }) => newsletterIds.length)).toEqual([2, 2])
})

test('an undo works when the addresses of the rows are long gone', async () => {
  const { id } = await bringIn(payload, list('ann@example.org'), both())
  await databaseOf(payload).execute(
    sql`update audience_import_rows set email = null, address_key = null, values = null`,
  )

  await doStep(payload, id, 'undo')

  expect(await subscribersOf(payload)).toEqual([])
})

test('an undo lets addresses go that nothing else bars', async () => {
  const bars = { ...both(), brings: 'suppressions' as const }
  await databaseOf(payload).execute(
    sql`insert into suppressions (address_key, scope, reason) values (${keyOf('angry@example.org')}, ${practice}, 'complaint')`,
  )
  const first = await bringIn(payload, list('ann@example.org', 'bob@example.org', 'angry@example.org'), bars)
  await bringIn(payload, list('bob@example.org'), bars)

  const { counts } = await doStep(payload, first.id, 'undo')

  expect(counts.undone).toEqual({ removed: 0, kept: 0, released: 2 })
  const left = await rowsOf('suppressions', 'address_key, scope')
  expect(new Set(left.map(({ address_key }) => address_key))).toEqual(
    new Set([keyOf('bob@example.org'), keyOf('angry@example.org')]),
  )
  expect(await stateOf(payload, first.id)).toMatchObject({ state: 'undone' })
})

const people = ['ann@example.org', 'bob@example.org', 'eve@example.org'] as const
const one = fc.constantFrom(...people)
const some = fc.uniqueArray(one, { minLength: 1 })
const lists = fc.constantFrom(['practice'], ['policy'], ['practice', 'policy'])
const step = fc.oneof(
  fc.record({ does: fc.constant('confirm' as const), who: one, lists }),
  fc.record({ does: fc.constant('leave' as const), who: one, lists }),
  fc.record({ does: fc.constant('erase' as const), who: one }),
  fc.record({ does: fc.constant('suppress' as const), who: one }),
  fc.record({ does: fc.constant('import' as const), who: some, lists }),
  fc.record({ does: fc.constant('undo' as const), nth: fc.nat(3) }),
)

/** What the people themselves, and nobody else, decided last. */
function wishes() {
  const out = new Set<string>()
  return {
    out,
    comeIn: (who: string, names: readonly string[]) => {
      out.delete(who)
      for (const name of names) out.delete(`${who} ${name}`)
    },
    leave: (who: string, names: readonly string[]) => {
      for (const name of names) out.add(`${who} ${name}`)
    },
  }
}

async function agreedNow(): Promise<Map<string, readonly string[]>> {
  const { rows } = await databaseOf(payload).execute<{ address_key: string; ids: string[] }>(sql`
    select person.address_key, jsonb_agg(tie.newsletter_id order by tie.newsletter_id) as ids
    from subscribers person join subscriptions tie on tie.subscriber_id = person.id and tie.state = 'confirmed'
    group by 1
  `)
  return new Map(rows.map(({ address_key, ids }) => [address_key, ids]))
}

async function replayed(): Promise<Map<string, readonly string[]>> {
  const { rows } = await databaseOf(payload).execute<{ address_key: string; entries: LedgerEntry[] }>(sql`
    select address_key, jsonb_agg(jsonb_build_object('kind', kind, 'newsletterIds', newsletter_ids, 'follows', follows) order by id)
      as entries
    from consent_events group by 1
  `)
  return new Map(
    rows
      .map(({ address_key, entries }) => [address_key, replay(entries).newsletterIds] as const)
      .filter(([, ids]) => ids.length > 0),
  )
}

test('whatever happens in whatever order: no import brings back who was erased or left, and the ledger says what is', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      await clear()
      const wish = wishes()
      const imports: string[] = []
      const idsOf = (names: readonly string[]) =>
        names.map((name) => (name === 'practice' ? practice : policy))
      const isThere = async (who: string) => (await subscribersOf(payload, who)).length > 0
      for (const each of steps) {
        const before = await agreedNow()
        switch (each.does) {
          case 'confirm': {
            await confirm(each.who, idsOf(each.lists))
            if (await isThere(each.who)) wish.comeIn(each.who, each.lists)
            break
          }
          case 'leave': {
            const had = before.get(keyOf(each.who)) ?? []
            wish.leave(
              each.who,
              each.lists.filter((name) => had.includes(name === 'practice' ? practice : policy)),
            )
            await leave(each.who, idsOf(each.lists))
            break
          }
          case 'erase': {
            if (await isThere(each.who)) wish.out.add(each.who)
            await erase(each.who)
            break
          }
          case 'suppress':
            await databaseOf(payload).execute(sql`
                insert into suppressions (address_key, scope, reason) values (${keyOf(each.who)}, 'global', 'hard-bounce')
                on conflict do nothing
              `)
            break
          case 'import': {
            const { rows } = await databaseOf(payload).execute<{ address_key: string }>(
              sql`select address_key from suppressions where scope = 'global'`,
            )
            const { id } = await bringIn(payload, list(...each.who), {
              defaults: { locale: 'en', newsletterIds: idsOf(each.lists) },
            })
            imports.push(id)
            const after = await agreedNow()
            for (const { address_key: key } of rows) expect(after.get(key)).toEqual(before.get(key))
            break
          }
          case 'undo': {
            const [id] = imports.splice(each.nth % Math.max(1, imports.length), 1)
            if (id !== undefined) await doStep(payload, id, 'undo')
            break
          }
        }
        const agreed = await agreedNow()
        expect(await replayed()).toEqual(agreed)
        for (const who of people) {
          const ids = agreed.get(keyOf(who)) ?? []
          if (wish.out.has(who)) expect(await isThere(who)).toBe(false)
          if (wish.out.has(`${who} practice`)) expect(ids).not.toContain(practice)
          if (wish.out.has(`${who} policy`)) expect(ids).not.toContain(policy)
        }
      }
    }),
    { numRuns: 40 },
  )
})
