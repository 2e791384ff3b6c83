import type { Payload } from 'payload'
import { PgBoss } from 'pg-boss'

import { withoutValues } from '../database/without-values.ts'
import { type Jobs, QUEUE_SCHEMA, type QueueName } from './queue.ts'

/** What a worker does for each kind of job, and how many of them at once. */
export type Handlers = {
  readonly [Name in QueueName]: {
    readonly concurrency: number
    /** How many are fetched together and done one after the other, where most take no time. @default 1 */
    readonly fetched?: number
    readonly run: (job: Jobs[Name]) => Promise<void>
  }
}

export interface Worker {
  /** Takes nothing new, waits up to `STOP_MS` for what is under way, gives the rest back. */
  stop(): Promise<void>
}

/** Mail servers may take long to answer, and a mail whose answer nobody waits for is in doubt. */
const STOP_MS = 25_000
/** New jobs wake the worker at once; this finds those whose time has come. */
const POLL_SECONDS = 2

/** Works on every queue until it is stopped. Any number of processes may do so side by side. */
export async function startWorker(
  payload: Payload,
  connectionString: string,
  handlers: Handlers,
): Promise<Worker> {
  const boss = new PgBoss({
    connectionString,
    schema: QUEUE_SCHEMA,
    migrate: false,
    useListenNotify: true,
    max: 6,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    application_name: 'emissary-worker',
  })
  boss.on('error', (err) => payload.logger.error({ msg: 'the queue failed', err }))
  await boss.start()
  await boss.schedule('sweep', '* * * * *', {})
  // At night in Europe, an hour apart.
  await boss.schedule('run-retention', '10 1 * * *', { actor: null })
  await boss.schedule('sync-suppressions', '10 2 * * *', {})
  for (const name of Object.keys(handlers) as QueueName[]) await workOn(boss, name, handlers, payload)
  return { stop: () => boss.stop({ graceful: true, timeout: STOP_MS }) }
}

async function workOn<Name extends QueueName>(
  boss: PgBoss,
  name: Name,
  handlers: Handlers,
  payload: Payload,
): Promise<void> {
  const { concurrency, fetched = 1, run } = handlers[name]
  const options = {
    batchSize: fetched,
    pollingIntervalSeconds: POLL_SECONDS,
    notifyPollingIntervalSeconds: POLL_SECONDS,
  }
  const lane = async (): Promise<void> => {
    const own = boss.work<Jobs[Name]>(name, options, async (jobs) => {
      try {
        for (const { id, data } of jobs) await runLogged(id, data)
      } finally {
        // Where there was something to do there may be more: it looks again at once, and waits only once it found nothing.
        boss.notifyWorker(await own)
      }
    })
    await own
  }
  const runLogged = async (jobId: string, data: Jobs[Name]): Promise<void> => {
    try {
      await run(data)
    } catch (err) {
      payload.logger.error({ msg: 'a job failed and is tried again', queue: name, jobId, err })
      // The queue keeps it with the job.
      throw withoutValues(err)
    }
  }
  // One call each, and not one for all: only the first of those can be told to look again.
  for (let lanes = 0; lanes < concurrency; lanes++) await lane()
}
