import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { RequestState } from './request-state.ts'

export interface RequestFilter {
  readonly state?: RequestState
  readonly locale?: Locale
  /** `none`: a person translates. */
  readonly engine?: string
  readonly assigneeId?: string
  readonly collection?: string
  readonly itemId?: string
  /** Null: all. */
  readonly locales: readonly Locale[] | null
  readonly limit: number
  readonly offset: number
}

export interface ListedRequest {
  readonly id: string
  readonly collection: string
  readonly itemId: string
  /** Of the item, in its source locale. Null: it does not exist any more. */
  readonly title: string | null
  readonly sourceLocale: Locale | null
  readonly locale: Locale
  readonly state: RequestState
  readonly reason: string | null
  readonly engine: string | null
  readonly assigneeId: string | null
  readonly assignee: string | null
  readonly deadline: Date | null
  readonly sourceRevision: number
  readonly segments: number
  readonly characters: number
  readonly attempts: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface LogEntry {
  readonly state: RequestState
  readonly reason: string | null
  /** Null: the system. */
  readonly actor: string | null
  readonly at: Date
}

interface RequestRow extends Record<string, unknown> {
  id: string
  collection: string
  item_id: string
  title: string | null
  source_locale: Locale | null
  locale: Locale
  state: RequestState
  reason: string | null
  engine: string | null
  assignee_id: string | null
  assignee: string | null
  deadline: string | Date | null
  source_revision: number
  segments: number
  characters: number
  attempts: number
  created_at: string | Date
  updated_at: string | Date
  total: number
}

/** The newest first. */
export async function readRequests(
  filter: RequestFilter,
  database: Database,
): Promise<{ readonly requests: readonly ListedRequest[]; readonly total: number }> {
  const { rows } = await database.execute<RequestRow>(sql`
    select ${columns}, count(*) over ()::int as total
    from translation_requests r ${joined}
    where ${conditionOf(filter)}
    order by r.created_at desc, r.id
    limit ${filter.limit} offset ${filter.offset}
  `)
  return { requests: rows.map(listed), total: rows[0]?.total ?? 0 }
}

const columns = sql`r.id, r.collection, r.item_id, i.title, i.source_locale, r.locale, r.state, r.reason, r.engine,
  r.assignee_id, u.name as assignee, r.deadline, r.source_revision, r.segments, r.characters, r.attempts, r.created_at,
  r.updated_at`
const joined = sql`
  left join translation_items i on i.collection = r.collection and i.item_id = r.item_id
  left join users u on u.id = r.assignee_id`

function conditionOf(filter: RequestFilter) {
  const {
    state = null,
    locale = null,
    engine = null,
    assigneeId = null,
    collection = null,
    itemId = null,
  } = filter
  const locales = filter.locales === null ? null : JSON.stringify(filter.locales)
  return sql`(${state}::text is null or r.state = ${state})
    and (${locale}::text is null or r.locale = ${locale})
    and (${engine}::text is null or coalesce(r.engine, 'none') = ${engine})
    and (${assigneeId}::uuid is null or r.assignee_id = ${assigneeId}::uuid)
    and (${collection}::text is null or r.collection = ${collection})
    and (${itemId}::uuid is null or r.item_id = ${itemId}::uuid)
    and (${locales}::jsonb is null or r.locale in (select jsonb_array_elements_text(${locales}::jsonb)))`
}

const listed = (row: RequestRow): ListedRequest => ({
  id: row.id,
  collection: row.collection,
  itemId: row.item_id,
  title: row.title,
  sourceLocale: row.source_locale,
  locale: row.locale,
  state: row.state,
  reason: row.reason,
  engine: row.engine,
  assigneeId: row.assignee_id,
  assignee: row.assignee,
  deadline: row.deadline === null ? null : new Date(row.deadline),
  sourceRevision: row.source_revision,
  segments: row.segments,
  characters: row.characters,
  attempts: row.attempts,
  createdAt: new Date(row.created_at),
  updatedAt: new Date(row.updated_at),
})

/** Null: there is no such request, or not for these locales. */
export async function readRequest(
  id: string,
  locales: readonly Locale[] | null,
  database: Database,
): Promise<ListedRequest | null> {
  const { rows } = await database.execute<RequestRow>(sql`
    select ${columns}, 1 as total from translation_requests r ${joined}
    where r.id = ${id} and ${conditionOf({ locales, limit: 1, offset: 0 })}
  `)
  return rows[0] === undefined ? null : listed(rows[0])
}

/** What happened to some requests, by request, the oldest first. */
export async function readLogs(
  requestIds: readonly string[],
  database: Database,
): Promise<ReadonlyMap<string, readonly LogEntry[]>> {
  const { rows } = await database.execute<{
    request_id: string
    state: RequestState
    reason: string | null
    actor: string | null
    at: string | Date
  }>(sql`
    select l.request_id, l.state, l.reason, u.name as actor, l.at
    from translation_request_log l left join users u on u.id = l.actor_id
    where l.request_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(requestIds)}::jsonb))
    order by l.id
  `)
  return Map.groupBy(
    rows.map(({ at, ...rest }) => ({ ...rest, at: new Date(at) })),
    ({ request_id }) => request_id,
  )
}

/** How many requests are in each state. */
export async function countStates(
  locales: readonly Locale[] | null,
  database: Database,
): Promise<ReadonlyMap<RequestState, number>> {
  const { rows } = await database.execute<{ state: RequestState; requests: number }>(sql`
    select r.state, count(*)::int as requests from translation_requests r
    where ${conditionOf({ locales, limit: 0, offset: 0 })} group by r.state
  `)
  return new Map(rows.map(({ state, requests }) => [state, requests]))
}
