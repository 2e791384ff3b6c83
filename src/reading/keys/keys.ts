import { createHash, randomBytes } from 'node:crypto'

import { type Database, sql } from '../../database/database.ts'
import { isScope, type Scope } from './scopes.ts'

/** How every key begins, so that a key that was published by mistake can be searched for. */
export const KEY_START = 'emk_'
const SHOWN = 12
const KEY_BYTES = 32
const key = /^emk_[A-Za-z0-9_-]{43}$/

/** How long the keys before a new one still open, so that a consumer can change over. */
export const GRACE_DAYS = 7

/** A partner site as its key tells it. */
export interface Consumer {
  /** Of `api-consumers`. */
  readonly id: string
  readonly keyId: string
  readonly name: string
  readonly scopes: readonly Scope[]
  /** Requests. Null: as many as it likes. */
  readonly quotaPerDay: number | null
  readonly ratePerMinute: number
}

/** A key as it is shown to administrators. */
export interface ListedKey {
  readonly id: string
  readonly prefix: string
  readonly createdAt: Date
  /** Null: it does not end. */
  readonly endsAt: Date | null
  readonly isValid: boolean
  /** `2026-11-28`. Null: never. */
  readonly lastUsedOn: string | null
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

/**
 * Makes a key, which is told this once. Those that the consumer has go on to open for `GRACE_DAYS`.
 * @param endsAt when it expires. Null: never.
 */
export async function issueKey(
  { consumerId, endsAt }: { readonly consumerId: string; readonly endsAt: Date | null },
  database: Database,
): Promise<string> {
  const made = `${KEY_START}${randomBytes(KEY_BYTES).toString('base64url')}`
  await database.execute(sql`
    with replaced as (
      update api_keys set ends_at = now() + make_interval(days => ${GRACE_DAYS}::int)
      where consumer_id = ${consumerId}::uuid
        and (ends_at is null or ends_at > now() + make_interval(days => ${GRACE_DAYS}::int))
    )
    insert into api_keys (consumer_id, prefix, hash, ends_at)
    values (${consumerId}::uuid, ${made.slice(0, SHOWN)}, ${hashOf(made)}, ${endsAt?.toISOString() ?? null}::timestamptz)
  `)
  return made
}

/** Whose key this is. Null: nobody's, or it has ended. */
export async function findConsumer(text: string, database: Database): Promise<Consumer | null> {
  if (!key.test(text)) return null
  const { rows } = await database.execute<{
    id: string
    keyId: string
    name: string
    scopes: unknown[]
    quotaPerDay: string | null
    ratePerMinute: string | null
  }>(sql`
    select consumer.id, api_keys.id as "keyId", consumer.name, consumer.quota_per_day as "quotaPerDay",
      consumer.rate_per_minute as "ratePerMinute",
      array(select value::text from api_consumers_scopes where parent_id = consumer.id) as scopes
    from api_keys join api_consumers consumer on consumer.id = api_keys.consumer_id
    where hash = ${hashOf(text)} and (ends_at is null or ends_at > now())
  `)
  const [row] = rows
  if (row === undefined) return null
  const { quotaPerDay, ratePerMinute, scopes, ...rest } = row
  return {
    ...rest,
    scopes: scopes.filter(isScope),
    quotaPerDay: quotaPerDay === null ? null : Number(quotaPerDay),
    ratePerMinute: Number(ratePerMinute ?? DEFAULT_RATE),
  }
}

/** Requests a minute of a consumer of whom nothing else is said. */
export const DEFAULT_RATE = 1200

/** Newest first. */
export async function keysOf(consumerId: string, database: Database): Promise<ListedKey[]> {
  const { rows } = await database.execute<{
    id: string
    prefix: string
    createdAt: string
    endsAt: string | null
    isValid: boolean
    lastUsedOn: string | null
  }>(sql`
    select id, prefix, created_at as "createdAt", ends_at as "endsAt", last_used_on::text as "lastUsedOn",
      (ends_at is null or ends_at > now()) as "isValid"
    from api_keys where consumer_id = ${consumerId}::uuid order by created_at desc
  `)
  return rows.map(({ createdAt, endsAt, ...rest }) => ({
    ...rest,
    createdAt: new Date(createdAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
  }))
}

/** Ends a key at once. False: the consumer has none of that id that still opens. */
export async function endKey(
  { consumerId, keyId }: { readonly consumerId: string; readonly keyId: string },
  database: Database,
): Promise<boolean> {
  const { rowCount } = await database.execute(sql`
    update api_keys set ends_at = now()
    where id = ${keyId}::uuid and consumer_id = ${consumerId}::uuid and (ends_at is null or ends_at > now())
  `)
  return (rowCount ?? 0) > 0
}

/** With the consumer goes all that is known of it. */
export async function forgetConsumer(consumerId: string, database: Database): Promise<void> {
  await database.execute(sql`delete from api_keys where consumer_id = ${consumerId}::uuid`)
  await database.execute(sql`delete from api_usage where consumer_id = ${consumerId}::uuid`)
}
