import { randomUUID } from 'node:crypto'

import { type Database, sql } from '../database/database.ts'

/** Why a rehearsal has no report. */
export type RehearsalProblem =
  | 'no-items'
  | 'no-event' // an invitation to none
  | 'no-edition'
  | 'bad-segment'
  | 'edition-refused' // a language is not fit to be sent
  | 'gone' // the issue was deleted meanwhile
  | 'broke-off' // its workers vanished, or failed

export interface Rehearsal {
  readonly id: string
  readonly state: 'asked' | 'running' | 'done' | 'failed'
  /** As the one who rehearsed wrote it. Null before it is done. */
  readonly report: unknown
  readonly problem: RehearsalProblem | null
  /** Handed over so far, of `total`. */
  readonly mails: number
  /** 0 before it is known. */
  readonly total: number
  readonly askedAt: Date
  readonly finishedAt: Date | null
}

/** A rehearsal that a worker holds. */
export interface HeldRehearsal {
  readonly id: string
  readonly issueId: string
  readonly attempt: number
}

/** After this long without a sign of life, another worker begins anew. */
const SILENCE = '1 minute'
const MAX_ATTEMPTS = 3

/** Answers its id. Null: one of this issue is open already. */
export async function askForRehearsal(
  issueId: string,
  actor: string,
  database: Database,
): Promise<string | null> {
  const { rows } = await database.execute<{ id: string }>(sql`
    insert into rehearsals (id, issue_id, state, actor)
    values (${randomUUID()}, ${issueId}::uuid, 'asked', ${actor}::uuid)
    on conflict (issue_id) where state in ('asked', 'running') do nothing
    returning id
  `)
  return rows[0]?.id ?? null
}

/** Null: another worker holds it, or it is over. */
export async function claimRehearsal(id: string, database: Database): Promise<HeldRehearsal | null> {
  const { rows } = await database.execute<{ issue_id: string; attempts: number }>(sql`
    update rehearsals
    set state = 'running', attempts = attempts + 1, mails = 0, total = 0, progressed_at = now()
    where id = ${id}::uuid and state = 'asked'
    returning issue_id, attempts
  `)
  const [held] = rows
  return held === undefined ? null : { id, issueId: held.issue_id, attempt: held.attempts }
}

/** Tells how far it is. False: it is this worker's no longer. */
export async function tellProgress(
  { id, attempt }: HeldRehearsal,
  { mails, total }: Pick<Rehearsal, 'mails' | 'total'>,
  database: Database,
): Promise<boolean> {
  const { rows } = await database.execute(sql`
    update rehearsals set mails = ${mails}, total = ${total}, progressed_at = now()
    where id = ${id}::uuid and state = 'running' and attempts = ${attempt}
    returning id
  `)
  return rows.length > 0
}

/** Ends it with its report, or with why there is none. */
export async function endRehearsal(
  { id, attempt }: HeldRehearsal,
  end: { readonly report: unknown } | { readonly problem: RehearsalProblem },
  database: Database,
): Promise<void> {
  const [report, problem] =
    'report' in end ? [JSON.stringify(end.report), null] : [null, end.problem as string]
  await database.execute(sql`
    update rehearsals set
      state = case when ${problem}::text is null then 'done' else 'failed' end,
      report = ${report}::jsonb, problem = ${problem}, progressed_at = now(), finished_at = now()
    where id = ${id}::uuid and state = 'running' and attempts = ${attempt}
  `)
}

/**
 * Gives it back for the next sweep to have it begun anew, which does not count as an attempt: the worker was asked to stop,
 * so it must not find it again itself.
 */
export async function giveBackRehearsal({ id, attempt }: HeldRehearsal, database: Database): Promise<void> {
  await database.execute(sql`
    update rehearsals set state = 'asked', attempts = attempts - 1, progressed_at = now() - 2 * ${SILENCE}::interval
    where id = ${id}::uuid and state = 'running' and attempts = ${attempt}
  `)
}

/** Takes back those whose worker vanished, or ends them after too many. Answers the ids of those that wait for a worker. */
export async function reviveRehearsals(database: Database): Promise<string[]> {
  await database.execute(sql`
    update rehearsals set
      state = case when attempts < ${MAX_ATTEMPTS} then 'asked' else 'failed' end,
      problem = case when attempts < ${MAX_ATTEMPTS} then null else 'broke-off' end,
      finished_at = case when attempts < ${MAX_ATTEMPTS} then null else now() end
    where state = 'running' and progressed_at < now() - ${SILENCE}::interval
  `)
  const { rows } = await database.execute<{ id: string }>(sql`
    select id from rehearsals where state = 'asked' and progressed_at < now() - ${SILENCE}::interval
  `)
  return rows.map(({ id }) => id)
}

/** The newest of an issue. Null: there was none. */
export async function latestRehearsal(issueId: string, database: Database): Promise<Rehearsal | null> {
  const { rows } = await database.execute<{
    id: string
    state: Rehearsal['state']
    report: unknown
    problem: RehearsalProblem | null
    mails: number
    total: number
    asked_at: string
    finished_at: string | null
  }>(sql`
    select id, state, report, problem, mails, total, asked_at, finished_at from rehearsals
    where issue_id = ${issueId}::uuid order by asked_at desc limit 1
  `)
  const [row] = rows
  if (row === undefined) return null
  const { asked_at, finished_at, ...rest } = row
  return {
    ...rest,
    askedAt: new Date(asked_at),
    finishedAt: finished_at === null ? null : new Date(finished_at),
  }
}
