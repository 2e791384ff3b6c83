import { type Database, sql } from '../database/database.ts'

/**
 * What somebody of staff did that shows addresses to them: opened one person (`shown`), looked one up by its address
 * (`found`), took a list away (`exported`), took proof of consent away (`consent-exported`), brought a list in (`imported`).
 */
export const lookKinds = ['shown', 'found', 'exported', 'consent-exported', 'imported'] as const
type LookKind = (typeof lookKinds)[number]

export interface NewLook {
  readonly userId: string
  readonly kind: LookKind
  /** Null: not one person. */
  readonly subscriberId: string | null
  /** How many addresses. Zero where one was looked for and not found. */
  readonly people: number
  /** In the officer's words. Empty: none were asked for. */
  readonly purpose: string
}

export interface Look extends NewLook {
  readonly id: number
  readonly at: Date
}

/** Which looks. Each null: whichever. */
export interface LookFilter {
  readonly subscriberId: string | null
  readonly userId: string | null
  readonly from: Date | null
  /** Exclusive. */
  readonly until: Date | null
}

/** Newest first. */
export interface LookPage {
  readonly looks: readonly Look[]
  /** Of all pages. */
  readonly total: number
}

/** Notes who sees an address, before they do: in the same transaction as what shows it, or committed earlier. */
export async function noteLook(
  { userId, kind, subscriberId, people, purpose }: NewLook,
  database: Database,
): Promise<void> {
  await database.execute(sql`
    insert into address_looks (user_id, kind, subscriber_id, people, purpose)
    values (${userId}::uuid, ${kind}, ${subscriberId}::uuid, ${people}, ${purpose})
  `)
}

/** Everybody who saw this person's address, newest first. A list that held the person among others names nobody. */
export async function looksOf(subscriberId: string, database: Database): Promise<readonly Look[]> {
  const { rows } = await database.execute<LookRow>(sql`
    select id, user_id, kind, subscriber_id, people, purpose, at from address_looks
    where subscriber_id = ${subscriberId}::uuid
    order by id desc
  `)
  return rows.map(lookOf)
}

export async function pageOfLooks(
  filter: LookFilter,
  { page, perPage }: { readonly page: number; readonly perPage: number },
  database: Database,
): Promise<LookPage> {
  const { subscriberId, userId, from, until } = filter
  const chosen = sql`
    (${subscriberId}::uuid is null or subscriber_id = ${subscriberId}::uuid)
    and (${userId}::uuid is null or user_id = ${userId}::uuid)
    and at >= coalesce(${from?.toISOString() ?? null}::timestamptz, '-infinity')
    and at < coalesce(${until?.toISOString() ?? null}::timestamptz, 'infinity')
  `
  const { rows } = await database.execute<LookRow>(sql`
    select id, user_id, kind, subscriber_id, people, purpose, at from address_looks
    where ${chosen} order by id desc
    limit ${perPage} offset ${(page - 1) * perPage}
  `)
  const counted = await database.execute<{ total: number }>(sql`
    select count(*)::integer as total from address_looks where ${chosen}
  `)
  return { looks: rows.map(lookOf), total: counted.rows[0]?.total ?? 0 }
}

interface LookRow extends Record<string, unknown> {
  readonly id: string
  readonly user_id: string
  readonly kind: LookKind
  readonly subscriber_id: string | null
  readonly people: number
  readonly purpose: string
  readonly at: string
}

const lookOf = (row: LookRow): Look => ({
  id: Number(row.id),
  userId: row.user_id,
  kind: row.kind,
  subscriberId: row.subscriber_id,
  people: row.people,
  purpose: row.purpose,
  at: new Date(row.at),
})
