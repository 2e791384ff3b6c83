import { type Database, sql } from '../../database/database.ts'
import { maskedAddress } from '../canonical-address.ts'
import type { SuppressionOrigin, SuppressionReason } from './suppression-reasons.ts'

/** One entry of the list. */
export interface Suppression {
  readonly addressKey: string
  readonly scope: string
  readonly reason: SuppressionReason
  readonly origin: SuppressionOrigin
  readonly note: string | null
  /** Id of the member of staff. */
  readonly actor: string | null
  readonly at: Date
  /** `j***@e***.org`. Null: nothing but the hash is left. */
  readonly masked: string | null
}

export interface SuppressionFilter {
  /** Null: any. */
  readonly reason: SuppressionReason | null
  /** Null: any. */
  readonly scope: string | null
}

export interface SuppressionCount {
  readonly reason: SuppressionReason
  readonly scope: string
  readonly addresses: number
}

/** By reason and scope, for the whole list. */
export async function countSuppressions(database: Database): Promise<readonly SuppressionCount[]> {
  const { rows } = await database.execute<{
    reason: SuppressionReason
    scope: string
    addresses: number
  }>(sql`
    select reason, scope, count(*)::integer as addresses from suppressions
    group by reason, scope order by addresses desc, reason, scope
  `)
  return rows
}

/** Newest first. */
export async function pageOfSuppressions(
  { reason, scope }: SuppressionFilter,
  { page, perPage }: { readonly page: number; readonly perPage: number },
  database: Database,
): Promise<readonly Suppression[]> {
  const { rows } = await database.execute<SuppressionRow>(sql`
    select s.*, person.email from suppressions s
    left join subscribers person on person.address_key = s.address_key
    where (${reason}::text is null or s.reason = ${reason}) and (${scope}::text is null or s.scope = ${scope})
    order by s.at desc, s.address_key, s.scope <> 'global', s.scope
    limit ${perPage} offset ${(page - 1) * perPage}
  `)
  return rows.map(suppressionOf)
}

/** Everything that bars one address. */
export async function suppressionsOf(
  addressKey: string,
  database: Database,
): Promise<readonly Suppression[]> {
  const { rows } = await database.execute<SuppressionRow>(sql`
    select s.*, person.email from suppressions s
    left join subscribers person on person.address_key = s.address_key
    where s.address_key = ${addressKey} order by s.at desc, s.scope <> 'global', s.scope
  `)
  return rows.map(suppressionOf)
}

interface SuppressionRow extends Record<string, unknown> {
  readonly address_key: string
  readonly scope: string
  readonly reason: SuppressionReason
  readonly origin: SuppressionOrigin
  readonly note: string | null
  readonly actor: string | null
  readonly at: string
  readonly email: string | null
}

const suppressionOf = (row: SuppressionRow): Suppression => ({
  addressKey: row.address_key,
  scope: row.scope,
  reason: row.reason,
  origin: row.origin,
  note: row.note,
  actor: row.actor,
  at: new Date(row.at),
  masked: row.email === null ? null : maskedAddress(row.email),
})
