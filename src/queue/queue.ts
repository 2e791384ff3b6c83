import type { Payload } from 'payload'
import { fromDrizzle, PgBoss } from 'pg-boss'

import { type Database, databaseOf, sql } from '../database/database.ts'

/**
 * What can be asked of a worker. A job carries ids and wakes somebody up: what is still to do stands in the outbox
 * and the ledger, so a job that runs twice, late or never changes nothing.
 */
export interface Jobs {
  /** Turn changes that the outbox holds into deliveries. */
  'plan-changes': { readonly outboxId: number }
  /** Make the public documents of what changed anew. */
  'project-documents': Record<string, never>
  'deliver-to-channel': { readonly deliveryId: string }
  /** Tell followers in the fediverse of what was posted. Several may run at once. */
  'deliver-to-followers': Record<string, never>
  /** Look at an account: is it still ours, and until when? */
  'check-channel': { readonly channelId: string }
  /** Look at posts that nobody looked at for a week. */
  'probe-posts': Record<string, never>
  /** Write to one of those who take care of a channel. */
  'tell-caretaker': {
    readonly channelId: string
    /** Of staff. */
    readonly userId: string
    readonly what: 'paused' | 'ending'
  }
  /** Freeze an issue: render its editions, enter its deliveries. */
  'prepare-issue': { readonly issueId: string }
  /** Let go, or give up, the languages of issues that waited for their translation. */
  'release-languages': Record<string, never>
  /** Send an issue to nobody, to see what sending it would do. */
  'rehearse-issue': { readonly rehearsalId: string }
  /** Send what is due of an issue. Several may run at once. */
  'send-issue': { readonly issueId: string }
  /** Find out who takes an issue's mails. */
  'look-up-exchangers': { readonly issueId: string }
  /** Send what is due of the mails that are made for one person. Several may run at once. */
  'send-personal': Record<string, never>
  /** Plan the digests of the rounds that are open. */
  'plan-digests': Record<string, never>
  /** Read the texts of items that translators are not told of yet. */
  'sync-translation': Record<string, never>
  /** Publish or take back what is due now. */
  'publish-scheduled': Record<string, never>
  /** Have an engine translate what a request asks for. */
  'run-translation': { readonly requestId: string }
  /** Remove what is older than its rule says. `actor`: who of staff asked for it; null for the daily run. */
  'run-retention': { readonly actor: string | null }
  /** Bring our suppressions and the sending service's together. */
  'sync-suppressions': Record<string, never>
  /** Check, apply or undo a list of people, as its row says. */
  'run-audience-import': { readonly importId: string }
  /** Find what is due and has no job: after a crash, or when its time has come. */
  sweep: Record<string, never>
}

export type QueueName = keyof Jobs

const queueNames = [
  'plan-changes',
  'project-documents',
  'deliver-to-channel',
  'deliver-to-followers',
  'check-channel',
  'probe-posts',
  'tell-caretaker',
  'prepare-issue',
  'release-languages',
  'rehearse-issue',
  'send-issue',
  'look-up-exchangers',
  'send-personal',
  'plan-digests',
  'sync-translation',
  'publish-scheduled',
  'run-translation',
  'run-retention',
  'sync-suppressions',
  'run-audience-import',
  'sweep',
] as const satisfies readonly QueueName[]

export const QUEUE_SCHEMA = 'pgboss'

/**
 * Long enough for the slowest job; a worker that dies is noticed by its missing heartbeat long before. A job that takes
 * longer goes on, but nobody waits for it when the worker stops.
 */
export const EXPIRE_SECONDS = 30 * 60
/** A million mails at the slowest that a small machine writes and reads them. */
const REHEARSAL_SECONDS = 6 * 3600
const HEARTBEAT_SECONDS = 20

/** Creates the queue's own schema and queues. Safe to repeat; run it where migrations run. */
export async function installQueues(connectionString: string): Promise<void> {
  const boss = new PgBoss({
    connectionString,
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  })
  await boss.start()
  for (const name of queueNames) {
    const options = {
      notify: true,
      retryLimit: 3,
      retryBackoff: true,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: name === 'rehearse-issue' ? REHEARSAL_SECONDS : EXPIRE_SECONDS,
      retentionSeconds: 7 * 24 * 3600,
      deleteAfterSeconds: 3600,
    }
    await boss.createQueue(name, options)
  }
  await boss.stop({ graceful: false })
}

const senders = new WeakMap<Payload, Promise<PgBoss>>()

/** Sends only, over Payload's own pool: a web process needs no second one. */
function senderOf(payload: Payload): Promise<PgBoss> {
  const known = senders.get(payload)
  if (known !== undefined) return known
  const boss = new PgBoss({
    db: fromDrizzle(databaseOf(payload), sql as unknown as Parameters<typeof fromDrizzle>[1]),
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
    migrate: false,
    registerInstance: false,
  })
  // It looks at the queues once a minute. An error that nobody hears would end the process.
  boss.on('error', (err) => payload.logger.error({ msg: 'the queue failed', err }))
  const sender = boss.start()
  senders.set(payload, sender)
  // Where the database was away, the next job tries anew.
  sender.catch(() => senders.delete(payload))
  return sender
}

/** Ends what `enqueue` keeps up for a Payload, before that is destroyed. */
export async function closeQueue(payload: Payload): Promise<void> {
  const sender = await senders.get(payload)
  senders.delete(payload)
  await sender?.stop({ graceful: false })
}

/**
 * Wakes a worker once the transaction commits; nothing happens when it does not.
 * @param startAfter not before this moment. Unset: at once.
 * @param priority jobs with a higher one pass those that wait.
 */
export async function enqueue<Name extends QueueName>(
  payload: Payload,
  name: Name,
  jobs: readonly Jobs[Name][],
  transaction: Database = databaseOf(payload),
  startAfter?: Date,
  priority = 0,
): Promise<void> {
  if (jobs.length === 0) return
  const sender = await senderOf(payload)
  await sender.insert(
    name,
    jobs.map((data) => ({ data, priority, ...(startAfter !== undefined && { startAfter }) })),
    { db: fromDrizzle(transaction, sql as unknown as Parameters<typeof fromDrizzle>[1]) },
  )
}

/** The same for jobs of which none waits for a worker already: who comes again and again must not fill the queue. */
export async function enqueueMissing<Name extends QueueName>(
  payload: Payload,
  name: Name,
  jobs: readonly Jobs[Name][],
): Promise<void> {
  if (jobs.length === 0) return
  const sender = await senderOf(payload)
  for (const job of jobs) {
    const waiting = await sender.findJobs(name, { data: job, queued: true, limit: 1 })
    if (waiting.length === 0) await enqueue(payload, name, [job])
  }
}
