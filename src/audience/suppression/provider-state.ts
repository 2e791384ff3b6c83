import { type Database, sql } from '../../database/database.ts'
import { BARRING } from './suppression-reasons.ts'

/** One comparison of our list with the sending service's. */
export interface ProviderSync {
  readonly startedAt: Date
  /** Null: it is under way, or its worker vanished. */
  readonly finishedAt: Date | null
  readonly taken: number
  readonly given: number
  readonly untellable: number
  /** Why it ended early. Null: it did not. */
  readonly problem: string | null
}

/** How our list and a sending service's stand to each other, as of the last comparison. */
export interface ProviderState {
  /** Newest first, at most ten. */
  readonly syncs: readonly ProviderSync[]
  /** On both lists. */
  readonly shared: number
  /** Ours that are not on theirs. */
  readonly onlyOurs: number
  /** Released here, and still to be taken off theirs. */
  readonly toRemove: number
  /** Theirs that they no longer have, while ours stand. */
  readonly gone: number
}

export async function providerState(provider: string, database: Database): Promise<ProviderState> {
  const syncs = await database.execute<SyncRow>(sql`
    select started_at, finished_at, taken, given, untellable, problem from provider_syncs
    where provider = ${provider} order by id desc limit 10
  `)
  const { rows } = await database.execute<Record<'shared' | 'only_ours' | 'to_remove' | 'gone', number>>(sql`
    with read_last as (
      select max(started_at) as at from provider_syncs
      where provider = ${provider} and finished_at is not null and problem is null
    ), theirs as (
      select address_key, released_at, seen_at >= (select at from read_last) as is_there
      from provider_suppressions where provider = ${provider}
    ), ours as (
      select address_key from suppressions where scope = 'global' and reason in ${BARRING}
    )
    select
      count(*) filter (where ours.address_key is not null and theirs.is_there)::integer as shared,
      count(*) filter (where ours.address_key is not null and theirs.is_there is not true)::integer as only_ours,
      count(*) filter (where theirs.released_at is not null and theirs.is_there)::integer as to_remove,
      count(*) filter (where theirs.is_there is false and ours.address_key is not null)::integer as gone
    from ours full join theirs on theirs.address_key = ours.address_key
  `)
  const [row] = rows
  return {
    syncs: syncs.rows.map(syncOf),
    shared: row?.shared ?? 0,
    onlyOurs: row?.only_ours ?? 0,
    toRemove: row?.to_remove ?? 0,
    gone: row?.gone ?? 0,
  }
}

interface SyncRow extends Record<string, unknown> {
  readonly started_at: string
  readonly finished_at: string | null
  readonly taken: number
  readonly given: number
  readonly untellable: number
  readonly problem: string | null
}

const syncOf = ({ started_at, finished_at, taken, given, untellable, problem }: SyncRow): ProviderSync => ({
  startedAt: new Date(started_at),
  finishedAt: finished_at === null ? null : new Date(finished_at),
  taken,
  given,
  untellable,
  problem,
})
