import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { openCell, textArray } from './matrix-conditions.ts'

/** What waits in one language: texts by what they wait for. */
export interface WaitingLanguage {
  readonly locale: Locale
  readonly toReview: number
  /** Public, and the source has changed since. */
  readonly outdatedPublic: number
  /** Open, and its deadline is over. */
  readonly late: number
  /** Texts with something to translate, and their segments by kind. */
  readonly toTranslate: number
  readonly missing: number
  readonly machine: number
  readonly outdated: number
  /** The first deadline of what is open and not over yet. */
  readonly nextDeadline: Date | null
}

/** Whose work it is: the languages of a translator, less what others answer for. Null: everything. */
export interface WaitingFor {
  readonly locales: readonly Locale[]
  readonly userId: string
}

interface Row extends Record<string, unknown> {
  readonly locale: Locale
  readonly to_review: number
  readonly outdated_public: number
  readonly late: number
  readonly to_translate: number
  readonly missing: number
  readonly machine: number
  readonly outdated: number
  readonly next_deadline: string | Date | null
}

const toTranslate = sql`cell.state in ('missing', 'machine', 'in-translation', 'outdated')`

const belongingTo = (whose: WaitingFor | null) =>
  whose === null
    ? sql`true`
    : sql`cell.locale = any(${textArray(whose.locales)})
        and (cell.owner_id is null or cell.owner_id = ${whose.userId}::uuid)`

/** Languages in which anything waits, in one reading of what is open. */
export async function waitingLanguages(
  whose: WaitingFor | null,
  database: Database,
): Promise<WaitingLanguage[]> {
  const { rows } = await database.execute<Row>(sql`
    select cell.locale,
      (count(*) filter (where cell.state = 'needs-review'))::int as to_review,
      (count(*) filter (where cell.state = 'outdated' and cell.is_public))::int as outdated_public,
      (count(*) filter (where cell.deadline < now()))::int as late,
      (count(*) filter (where ${toTranslate}))::int as to_translate,
      coalesce(sum(cell.missing) filter (where ${toTranslate}), 0)::int as missing,
      coalesce(sum(cell.machine) filter (where ${toTranslate}), 0)::int as machine,
      coalesce(sum(cell.outdated) filter (where ${toTranslate}), 0)::int as outdated,
      min(cell.deadline) filter (where cell.deadline >= now()) as next_deadline
    from translation_locales cell where ${openCell} and ${belongingTo(whose)}
    group by cell.locale order by cell.locale
  `)
  return rows.map((row) => ({
    locale: row.locale,
    toReview: row.to_review,
    outdatedPublic: row.outdated_public,
    late: row.late,
    toTranslate: row.to_translate,
    missing: row.missing,
    machine: row.machine,
    outdated: row.outdated,
    nextDeadline: row.next_deadline === null ? null : new Date(row.next_deadline),
  }))
}

/**
 * How many texts wait: everything for a reviewer, or for one translator what is to be translated. Cheap enough for every
 * page of the admin: an index holds all that is counted.
 */
export async function waitingCount(whose: WaitingFor | null, database: Database): Promise<number> {
  const waits =
    whose === null
      ? sql`cell.is_wanted and cell.state = 'needs-review'`
      : sql`cell.is_wanted and ${toTranslate} and ${belongingTo(whose)}`
  const { rows } = await database.execute<{ count: number }>(
    sql`select count(*)::int as count from translation_locales cell where ${waits}`,
  )
  return rows[0]?.count ?? 0
}

/** One text of several, to be named. */
export interface WaitingText extends TranslatableReference {
  readonly title: string
  readonly sourceLocale: Locale
  readonly changedAt: Date
  readonly locale: Locale
}

/** The text that has waited longest for a reviewer. Null: none waits. */
export async function oldestToReview(database: Database): Promise<WaitingText | null> {
  return firstText(
    sql`cell.is_wanted and cell.state = 'needs-review'`,
    sql`cell.updated_at, item.item_id`,
    database,
  )
}

/** The public text whose source changed last. Null: every one is in step. */
export async function lastOutdated(database: Database): Promise<WaitingText | null> {
  return firstText(
    sql`cell.is_wanted and cell.is_public and cell.state = 'outdated'`,
    sql`item.changed_at desc, item.item_id`,
    database,
  )
}

type Fragment = ReturnType<typeof sql>

async function firstText(holds: Fragment, order: Fragment, database: Database): Promise<WaitingText | null> {
  const { rows } = await database.execute<{
    collection: WaitingText['collection']
    id: string
    title: string
    source_locale: Locale
    changed_at: string | Date
    locale: Locale
  }>(sql`
    select item.collection, item.item_id as id, item.title, item.source_locale, item.changed_at, cell.locale
    from translation_locales cell
    join translation_items item on item.collection = cell.collection and item.item_id = cell.item_id
    where ${holds} order by ${order} limit 1
  `)
  const [row] = rows
  if (row === undefined) return null
  const { collection, id, title, locale } = row
  return {
    collection,
    id,
    title,
    sourceLocale: row.source_locale,
    changedAt: new Date(row.changed_at),
    locale,
  }
}

/** Requests that somebody is to translate by hand, by language. */
export interface AssignedRequests {
  readonly locale: Locale
  readonly count: number
  readonly segments: number
  readonly deadline: Date | null
  /** The one with the first deadline. */
  readonly first: TranslatableReference
}

/** What was asked of this person and is not delivered yet, the first deadline first. */
export async function assignedRequests(userId: string, database: Database): Promise<AssignedRequests[]> {
  const { rows } = await database.execute<{
    locale: Locale
    count: number
    segments: number
    deadline: string | Date | null
    collection: TranslatableReference['collection']
    id: string
  }>(sql`
    select request.locale, count(*)::int as count, sum(request.segments)::int as segments,
      min(request.deadline) as deadline,
      (array_agg(request.collection order by request.deadline nulls last, request.id))[1] as collection,
      (array_agg(request.item_id order by request.deadline nulls last, request.id))[1] as id
    from translation_requests request
    where request.assignee_id = ${userId}::uuid and request.engine is null
      and request.state in ('requested', 'accepted', 'in-progress')
    group by request.locale order by min(request.deadline) nulls last, request.locale
  `)
  return rows.map(({ locale, count, segments, deadline, collection, id }) => ({
    locale,
    count,
    segments,
    deadline: deadline === null ? null : new Date(deadline),
    first: { collection, id },
  }))
}
