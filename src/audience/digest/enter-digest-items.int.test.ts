import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf, inTransaction, sql } = await import('../../database/database.ts')
const { enterDigestItems } = await import('./enter-digest-items.ts')

let payload: Payload
const [topic, greece, spain] = [randomUUID(), randomUUID(), randomUUID()]

beforeAll(async () => {
  payload = await getPayload({ config })
  const database = databaseOf(payload)
  await database.execute(sql`insert into topics (id) values (${topic})`)
  await database.execute(sql`
    insert into terms (id, vocabulary, code) values (${greece}, 'countries', 'gr'), (${spain}, 'countries', 'es')
  `)
})
afterAll(() => payload.destroy())

test.for([
  { collection: 'practices', own: sql`location_country_id`, expected: [greece, spain] },
  { collection: 'events', own: sql`venue_country_id`, expected: [greece, spain] },
  { collection: 'publications', own: null, expected: [spain] },
  { collection: 'news', own: null, expected: [spain] },
] as const)(
  'a publication of $collection is about the countries and topics that the item names',
  async ({ collection, own, expected }) => {
    const database = databaseOf(payload)
    const id = randomUUID()
    const outboxId = Math.floor(Number.parseInt(id.slice(0, 8), 16))
    await database.execute(
      own === null
        ? sql`insert into ${sql.identifier(collection)} (id) values (${id})`
        : sql`insert into ${sql.identifier(collection)} (id, ${own}) values (${id}, ${greece})`,
    )
    await database.execute(sql`
    insert into ${sql.identifier(`${collection}_rels`)} (parent_id, path, terms_id, topics_id)
    values (${id}, 'countries', ${spain}, null), (${id}, 'topics', null, ${topic})
  `)
    const publication = { outboxId, item: { collection, id }, locale: 'en' as const }
    await inTransaction(payload, (transaction) => enterDigestItems([publication, publication], transaction))
    const { rows } = await database.execute<{ topics: string[]; countries: string[] }>(sql`
    select to_jsonb(topics) as topics, to_jsonb(countries) as countries from digest_items where item_id = ${id}
  `)
    expect(rows.map(({ topics, countries }) => [topics, countries.toSorted()])).toEqual([
      [[topic], expected.toSorted()],
    ])
  },
)

test('positions are in the order of commits, so nothing appears behind what a reader has seen', async () => {
  const id = randomUUID()
  const database = databaseOf(payload)
  await database.execute(sql`insert into news (id) values (${id})`)
  const publication = (outboxId: number) => ({
    outboxId,
    item: { collection: 'news', id } as const,
    locale: 'en' as const,
  })
  const gate = Promise.withResolvers<void>()
  const entered = Promise.withResolvers<void>()
  const slow = inTransaction(payload, async (transaction) => {
    await enterDigestItems([publication(-1)], transaction)
    entered.resolve()
    await gate.promise
  })
  await entered.promise
  const quick = inTransaction(payload, (transaction) => enterDigestItems([publication(-2)], transaction))
  await vi.waitUntil(
    async () => {
      const { rows } = await database.execute(sql`
      select 1 from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())
    `)
      return rows.length === 1
    },
    { timeout: 30_000 },
  )
  gate.resolve()
  await Promise.all([slow, quick])
  const { rows } = await database.execute<{ outbox_id: string }>(sql`
    select outbox_id from digest_items where item_id = ${id} order by position
  `)
  expect(rows.map(({ outbox_id }) => Number(outbox_id))).toEqual([-1, -2])
})
