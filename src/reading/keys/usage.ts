import type { Payload } from 'payload'

import { type Database, databaseOf, sql } from '../../database/database.ts'
import type { Consumer } from './keys.ts'
import { type Admission, buckets } from './token-bucket.ts'

/**
 * How often counts are written, and how old what a process knows of the others may be. So a quota is kept to within what a
 * consumer can ask in that time in all processes; a process that is killed forgets the counts of that time.
 */
const FLUSH_MS = 5_000
const MOST_CONSUMERS = 10_000

interface Counter {
  /** Not written yet: consumer, key and route → requests. */
  pending: Map<string, number>
  /** Of the day, with those that are not written: consumer → requests. */
  readonly today: Map<string, number>
  day: string
  timer: NodeJS.Timeout | undefined
}

const counters = new WeakMap<Payload, Counter>()
const rates = buckets(MOST_CONSUMERS)

/** Whether a request of a consumer may be answered, and why not. */
export type ConsumerAdmission = Admission & { readonly refusal: 'rate' | 'quota' | null }

interface Counted {
  /** Under which it is counted. */
  readonly route: string
  readonly now: Date
  /** As how many requests. @default 1 */
  readonly weight?: number
}

/** Counts a request of a consumer, and says whether its rate and its quota of the day allow it. */
export async function admitConsumer(
  payload: Payload,
  consumer: Consumer,
  { route, now, weight = 1 }: Counted,
): Promise<ConsumerAdmission> {
  const policy = { name: 'key', quota: consumer.ratePerMinute, windowSeconds: 60 }
  const admission = rates.take(consumer.id, policy, now.getTime(), weight)
  if (!admission.isAdmitted) return { ...admission, refusal: 'rate' }
  const counter = counterOf(payload, now)
  if (!counter.today.has(consumer.id)) {
    const stored = await readToday(payload, consumer.id, counter)
    // Others may have been counted while it was read.
    if (!counter.today.has(consumer.id)) counter.today.set(consumer.id, stored)
  }
  const used = counter.today.get(consumer.id) ?? 0
  const { quotaPerDay } = consumer
  if (quotaPerDay !== null && used >= quotaPerDay) {
    const wait = { 'Retry-After': String(secondsToMidnight(now)) }
    return { isAdmitted: false, headers: { ...admission.headers, ...wait }, refusal: 'quota' }
  }
  counter.today.set(consumer.id, used + weight)
  const line = `${consumer.id} ${consumer.keyId} ${route}`
  counter.pending.set(line, (counter.pending.get(line) ?? 0) + weight)
  flushLater(payload, counter)
  return { ...admission, refusal: null }
}

function counterOf(payload: Payload, now: Date): Counter {
  const day = now.toISOString().slice(0, 10)
  const counter: Counter = counters.get(payload) ?? {
    pending: new Map(),
    today: new Map(),
    day,
    timer: undefined,
  }
  counters.set(payload, counter)
  if (counter.day !== day) {
    counter.today.clear()
    counter.day = day
  }
  return counter
}

async function readToday(payload: Payload, consumerId: string, { day }: Counter): Promise<number> {
  const { rows } = await databaseOf(payload).execute<{ requests: string }>(sql`
    select coalesce(sum(requests), 0) as requests from api_usage
    where consumer_id = ${consumerId}::uuid and day = ${day}::date
  `)
  return Number(rows[0]?.requests ?? 0)
}

const secondsToMidnight = (now: Date): number =>
  Math.ceil((Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1) - now.getTime()) / 1000)

function flushLater(payload: Payload, counter: Counter): void {
  counter.timer ??= setTimeout(() => {
    counter.timer = undefined
    flushUsage(payload).catch((err: unknown) =>
      payload.logger.warn({ msg: 'the use of API keys was not written and is tried again', err }),
    )
  }, FLUSH_MS).unref()
}

/** Writes what was counted, and learns what other processes counted. What cannot be written stays. */
export async function flushUsage(payload: Payload): Promise<void> {
  const counter = counters.get(payload)
  if (counter === undefined || counter.pending.size === 0) return
  const { pending, day } = counter
  counter.pending = new Map()
  try {
    const totals = await writeUsage(pending, day, databaseOf(payload))
    if (counter.day !== day) return
    for (const [consumerId, requests] of totals)
      counter.today.set(consumerId, requests + pendingOf(consumerId, counter.pending))
  } catch (error) {
    for (const [line, requests] of pending)
      counter.pending.set(line, (counter.pending.get(line) ?? 0) + requests)
    flushLater(payload, counter)
    throw error
  }
}

const pendingOf = (consumerId: string, pending: ReadonlyMap<string, number>): number =>
  Array.from(pending, ([line, requests]) => (line.startsWith(consumerId) ? requests : 0)).reduce(
    (sum, each) => sum + each,
    0,
  )

/** Answers how much each of these consumers used that day. A consumer that was deleted meanwhile is left out. */
async function writeUsage(
  pending: ReadonlyMap<string, number>,
  day: string,
  database: Database,
): Promise<ReadonlyMap<string, number>> {
  const lines = Array.from(pending, ([line, requests]) => {
    const [consumer, key, route] = line.split(' ')
    return { consumer, key, route, requests }
  })
  const { rows } = await database.execute<{ consumer: string; requests: string }>(sql`
    with used as (
      select used.* from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        as used (consumer uuid, key uuid, route text, requests bigint)
      join api_consumers on api_consumers.id = used.consumer
    ), seen as (
      update api_keys set last_used_on = ${day}::date
      where id in (select key from used) and last_used_on is distinct from ${day}::date
    ), written as (
      insert into api_usage as stored (consumer_id, day, route, requests)
      select consumer, ${day}::date, route, sum(requests) from used group by consumer, route order by 1, 3
      on conflict (consumer_id, day, route) do update set requests = stored.requests + excluded.requests
      returning consumer_id, route, requests
    ), others as (
      select consumer_id, requests from api_usage kept
      where day = ${day}::date and consumer_id in (select consumer from used)
        and not exists (select from written where written.consumer_id = kept.consumer_id and written.route = kept.route)
    )
    select consumer_id as consumer, sum(requests) as requests
    from (select consumer_id, requests from written union all select * from others) total group by consumer_id
  `)
  return new Map(rows.map(({ consumer, requests }) => [consumer, Number(requests)]))
}

/** Requests of a consumer by day and route, of the last so many days, oldest first. */
export async function usageOf(
  consumerId: string,
  days: number,
  database: Database,
): Promise<{ day: string; route: string; requests: number }[]> {
  const { rows } = await database.execute<{ day: string; route: string; requests: string }>(sql`
    select day::text, route, requests from api_usage
    where consumer_id = ${consumerId}::uuid and day > current_date - ${days}::int order by day, requests desc
  `)
  return rows.map(({ requests, ...row }) => ({ ...row, requests: Number(requests) }))
}
