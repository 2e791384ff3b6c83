import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, sql } from '../database/database.ts'
import { correctedDeliveries } from './correction-reach.ts'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())

const left = [{ id: '1', url: null, since: null }]

test.for([
  { kind: 'withdrawn', state: 'submitted', remote: 'absent', expected: 'done' },
  { kind: 'withdrawn', state: 'skipped', reason: 'removed-there', remote: 'unlinked', expected: 'done' },
  { kind: 'corrected', state: 'skipped', reason: 'removed-there', remote: 'unlinked', expected: 'done' },
  { kind: 'withdrawn', state: 'skipped', reason: 'kept-theirs', remote: 'unlinked', expected: 'impossible' },
  {
    kind: 'withdrawn',
    state: 'skipped',
    reason: 'cannot-remove',
    remote: 'absent',
    left,
    expected: 'impossible',
  },
  { kind: 'withdrawn', state: 'failed', reason: 'rejected', remote: 'absent', left, expected: 'open' },
  { kind: 'withdrawn', state: 'submitted', reason: 'notice-stands', remote: 'live', left, expected: 'done' },
  { kind: 'corrected', state: 'held', reason: 'changed-there', remote: 'live', expected: 'open' },
  { kind: 'corrected', state: 'submitted', remote: 'live', expected: 'done' },
] as const)(
  'of what is $kind, a row that is $state ($reason) where $remote stands is $expected',
  async ({ kind, state, remote, expected, ...more }) => {
    const item = { collection: 'news', id: randomUUID() } as const
    const database = databaseOf(payload)
    await database.execute(sql`
      insert into channel_deliveries (id, collection, item_id, locale, channel_id, service, title, item_url, desired, outbox_id, state,
        reason, remote_state, remote_outbox_id, left_standing)
      values (${randomUUID()}, 'news', ${item.id}, 'en', ${randomUUID()}, 'bare', 'Mentoring', '',
        ${kind === 'withdrawn' ? 'absent' : 'live'}, 20, ${state}, ${'reason' in more ? more.reason : null}, ${remote}, 20,
        ${JSON.stringify('left' in more ? more.left : [])}::jsonb)
    `)
    const correction = {
      id: randomUUID(),
      item,
      kind,
      locales: ['en'],
      titles: {},
      reasons: {},
      afterOutboxId: 10,
      by: null,
      at: new Date(),
    } as const
    expect(await correctedDeliveries(correction, database)).toMatchObject([{ state: expected }])
  },
)
