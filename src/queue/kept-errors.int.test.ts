import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../database/database.ts'
import { enqueue } from './queue.ts'
import { type Handlers, startWorker } from './work.ts'

const address = 'somebody@example.org'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())

test('the queue keeps of a job that failed why, and of whom nothing', async () => {
  const failed = Promise.withResolvers<void>()
  const sweep = {
    concurrency: 1,
    run: async () => {
      failed.resolve()
      await databaseOf(payload).execute(sql`select * from nowhere where address = ${address}`)
    },
  }
  const worker = await startWorker(payload, process.env.DATABASE_URL ?? '', { sweep } as unknown as Handlers)
  await enqueue(payload, 'sweep', [{}])
  await failed.promise
  await worker.stop()
  const { rows } = await databaseOf(payload).execute(sql`
    select output from pgboss.job where name = 'sweep' and output is not null
  `)
  const kept = JSON.stringify(rows)

  expect(kept).toContain('Failed query: ')
  expect(kept).not.toContain(address)
})
