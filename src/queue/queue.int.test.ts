import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, sql } from '../database/database.ts'
import { closeQueue, enqueue } from './queue.ts'
import { type Handlers, startWorker } from './work.ts'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())

const away = async () => {
  throw new Error('the database is away')
}

test('a job that could not leave because the database was away does not hold back the next one', async () => {
  const drizzle = Object.create(payload.db.drizzle, { execute: { value: away, configurable: true } })
  const own: Payload = Object.create(payload, {
    db: { value: Object.create(payload.db, { drizzle: { value: drizzle } }) },
  })

  await expect(enqueue(own, 'sweep', [{}])).rejects.toThrow('the database is away')
  Reflect.deleteProperty(drizzle, 'execute')
  await enqueue(own, 'sweep', [{}])
  await closeQueue(own)

  const { rows } = await databaseOf(payload).execute(sql`select name from pgboss.job`)
  expect(rows).toEqual([{ name: 'sweep' }])
})

/** The whole of a backlog, taken one at a time by this many lanes. */
async function workOff(jobs: number, concurrency: number) {
  const done: string[] = []
  let most = 0
  let running = 0
  const run = async ({ channelId }: { readonly channelId: string }) => {
    running += 1
    most = Math.max(most, running)
    await databaseOf(payload).execute(sql`select 1`)
    running -= 1
    done.push(channelId)
  }
  await enqueue(
    payload,
    'check-channel',
    Array.from({ length: jobs }, (_, index) => ({ channelId: String(index) })),
  )
  const handlers = { 'check-channel': { concurrency, run } } as unknown as Handlers
  const worker = await startWorker(payload, process.env.DATABASE_URL ?? '', handlers)
  await expect.poll(() => done.length, { timeout: 15_000 }).toBe(jobs)
  return { worker, done, most }
}

test.for([1, 2])(
  'a backlog is worked off without a pause between two jobs, with %d at once',
  async (lanes) => {
    const { worker, done, most } = await workOff(50, lanes)
    await worker.stop()

    expect(new Set(done).size).toBe(50)
    expect(most).toBeLessThanOrEqual(lanes)
  },
)

test('a worker that found nothing asks the database again when something was told or two seconds are over', async () => {
  const { worker } = await workOff(5, 2)
  const commits = async () => {
    const { rows } = await databaseOf(payload).execute<{ commits: string }>(
      sql`select xact_commit as commits from pg_stat_database where datname = current_database()`,
    )
    return Number(rows[0]?.commits)
  }
  // The time in which nothing happens is what is looked at, and Postgres counts a second late.
  await databaseOf(payload).execute(sql`select pg_sleep(1.5)`)
  const before = await commits()
  await databaseOf(payload).execute(sql`select pg_sleep(3)`)
  const asked = (await commits()) - before
  await worker.stop()

  // Each lane once or twice in three seconds; every half second it would be four times as much.
  expect(asked).toBeLessThan(70)
})
