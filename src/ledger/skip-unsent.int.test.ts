import { randomUUID } from 'node:crypto'

import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { afterAll, expect, test } from 'vitest'

import type { Database } from '../database/database.ts'
import { sql } from '../database/database.ts'
import { skipUnsent } from './mail-decisions.ts'

const client = drizzle(process.env.DATABASE_URL ?? '')
const database = client as unknown as Database

afterAll(() => client.$client.end())

const issueId = randomUUID()

async function delivery(state: string, batchId: string | null): Promise<string> {
  const id = randomUUID()
  await database.execute(sql`
    insert into email_deliveries (id, issue_id, subscriber_id, newsletter_id, state, batch_id)
    values (${id}, ${issueId}, ${randomUUID()}, ${randomUUID()}, ${state}, ${batchId})
  `)
  return id
}

async function batch(firstAttemptAt: string | null): Promise<string> {
  const id = randomUUID()
  await database.execute(sql`
    insert into email_batches (id, issue_id, edition_id, transport, first_attempt_at)
    values (${id}, ${issueId}, ${randomUUID()}, 'resend', ${firstAttemptAt}::timestamptz)
  `)
  return id
}

const isSomebodyWaiting = async (): Promise<boolean> => {
  const { rows } = await database.execute(
    sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  )
  return rows.length > 0
}

test('whoever was not written to is skipped, also those whom somebody puts into a batch meanwhile', async () => {
  const meanwhile = await delivery('planned', null)
  await delivery('submitting', await batch(null))
  const handedOver = await delivery('submitting', await batch('2026-11-28T09:00:00Z'))

  const worker = await client.$client.connect()
  await worker.query('begin')
  await worker.query(
    `with frozen as (
       insert into email_batches (id, issue_id, edition_id, transport)
       values (gen_random_uuid(), $2, gen_random_uuid(), 'resend') returning id
     )
     update email_deliveries set state = 'submitting', batch_id = frozen.id from frozen where email_deliveries.id = $1`,
    [meanwhile, issueId],
  )
  const skipping = skipUnsent(issueId, database)
  await expect.poll(isSomebodyWaiting).toBe(true)
  await worker.query('commit')
  worker.release()

  // The one of meanwhile is found by the next look, which every worker takes when it ends.
  expect([await skipping, await skipUnsent(issueId, database)]).toEqual([1, 1])
  const { rows } = await database.execute(
    sql`select id, state from email_deliveries where state <> 'skipped'`,
  )
  expect(rows).toEqual([{ id: handedOver, state: 'submitting' }])
})
