import ipaddr from 'ipaddr.js'

import { type Database, sql } from '../database/database.ts'
import { addressKey } from '../secrets/address-key.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

interface Limit {
  /** Says what is counted; the value behind it only as a keyed hash. */
  readonly key: string
  readonly most: number
  readonly windowMs: number
}

/** So many sign-ups may come from one network: enough for a class in one room, too few for a flood of strangers' addresses. */
export const perNetwork = (address: string | null): Limit => ({
  key: `network:${addressKey(`network ${networkOf(address)}`)}`,
  most: 30,
  windowMs: HOUR_MS,
})

/** Who brought no proof of work, having no script, asks with fewer neighbours: a whole class without scripts is rare. */
export const perNetworkUnproven = (address: string | null): Limit => ({
  key: `unproven:${addressKey(`network ${networkOf(address)}`)}`,
  most: 5,
  windowMs: HOUR_MS,
})

/** So many mails go to one address that somebody typed, whoever typed it. */
export const perAddress = (canonical: string): Limit => ({
  key: `address:${addressKey(canonical)}`,
  most: 3,
  windowMs: DAY_MS,
})

/** So many mails of a kind go to one person because somebody pressed a button in their settings. */
export const perPerson = (kind: 'my-data' | 'move', subscriberId: string): Limit => ({
  key: `${kind}:${addressKey(subscriberId)}`,
  most: 3,
  windowMs: DAY_MS,
})

/** So many messages of a server of the fediverse are verified, for which we ask that server. A large one has many readers. */
export const perSender = (address: string | null): Limit => ({
  key: `inbox:${addressKey(`network ${networkOf(address)}`)}`,
  most: 1000,
  windowMs: HOUR_MS,
})

/** Over all: what a network of our size never sees, and a mail server bears. */
export const overall: Limit = { key: 'sign-ups', most: 2000, windowMs: HOUR_MS }

/** Counts this time and answers whether it is still within the limit. Counts of past windows are dropped on the way. */
export async function isWithinLimit(
  { key, most, windowMs }: Limit,
  now: Date,
  database: Database,
): Promise<boolean> {
  const windowStart = new Date(Math.floor(now.getTime() / windowMs) * windowMs).toISOString()
  const oldest = new Date(now.getTime() - 2 * DAY_MS).toISOString()
  const { rows } = await database.execute<{ count: number }>(sql`
    with past as (delete from rate_limits where window_start < ${oldest}::timestamptz)
    insert into rate_limits (key, window_start, count) values (${key}, ${windowStart}::timestamptz, 1)
    on conflict (key, window_start) do update set count = rate_limits.count + 1
    returning count
  `)
  return (rows[0]?.count ?? 1) <= most
}

/** That somebody gets our letters already, they are told once a day at most, however often it is asked. */
export const alreadyTold = (canonical: string): Once => ({
  key: `already:${addressKey(canonical)}`,
  windowMs: DAY_MS,
})

/** A proof of work is good for one sign-up. */
export const proofUsed = (challengeId: string): Once => ({ key: `proof:${challengeId}`, windowMs: DAY_MS })

type Once = Omit<Limit, 'most'>

/**
 * Whether this is the first time for at least one window's length; after two at the latest it may be again. Of several
 * that ask at once, one is told that it is the first.
 */
export async function isFirst({ key, windowMs }: Once, now: Date, database: Database): Promise<boolean> {
  const start = Math.floor(now.getTime() / windowMs) * windowMs
  const { rows } = await database.execute(sql`
    insert into rate_limits (key, window_start, count)
    select ${key}, ${new Date(start).toISOString()}::timestamptz, 1
    where not exists (
      select from rate_limits
      where key = ${key} and window_start = ${new Date(start - windowMs).toISOString()}::timestamptz
    )
    on conflict (key, window_start) do nothing
    returning count
  `)
  return rows.length > 0
}

/** The first 24 bits of an IPv4 address or 48 of an IPv6 address: whoever has one address there has them all. */
function networkOf(address: string | null): string {
  if (address === null || !ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  const bytes = parsed.toByteArray().slice(0, parsed.kind() === 'ipv4' ? 3 : 6)
  return `${parsed.kind()} ${bytes.join('.')}`
}
