import type { Payload } from 'payload'

import { type Database, databaseOf, inTransaction, sql } from '../../database/database.ts'
import { removals } from './removals.ts'
import { retentionDays } from './retention-days.ts'
import { type RetentionRuleName, retentionRuleNames } from './retention-rules.ts'

/** What a rule removed, or would. Null where its days say to keep everything. */
export type RetentionOutcome = Readonly<Record<RetentionRuleName, number | null>>

interface Asked {
  /** Who of staff asked for it. Null: the daily run. */
  readonly actor: string | null
  readonly now: Date
}

const DAY_MS = 24 * 3_600_000

/** Counts what a run would remove now, and removes nothing. It is in the books as a trial. */
export const tryRetention = (payload: Payload, asked: Asked): Promise<RetentionOutcome> =>
  eachRule(payload, { ...asked, mode: 'tried' }, (name, before) =>
    removals[name].count(before, databaseOf(payload), asked.now),
  )

/**
 * Removes what is older than its rule says, rule by rule and a batch at a time, each in a transaction of its own: what is
 * done stays done should it be interrupted, and nobody waits for it. Two runs at once do no more than one.
 */
export const applyRetention = (payload: Payload, asked: Asked): Promise<RetentionOutcome> =>
  eachRule(payload, { ...asked, mode: 'applied' }, async (name, before) => {
    let removed = 0
    for (;;) {
      const some = await inTransaction(payload, (transaction) =>
        removals[name].removeSome(before, transaction, asked.now),
      )
      if (some === 0) return removed
      removed += some
    }
  })

async function eachRule(
  payload: Payload,
  { actor, now, mode }: Asked & { readonly mode: 'tried' | 'applied' },
  work: (name: RetentionRuleName, before: Date) => Promise<number>,
): Promise<RetentionOutcome> {
  const days = await retentionDays(payload)
  const outcomes: [RetentionRuleName, number | null][] = []
  for (const name of retentionRuleNames) {
    const kept = days[name]
    const affected = kept === null ? null : await work(name, new Date(now.getTime() - kept * DAY_MS))
    outcomes.push([name, affected])
    if (kept !== null && affected !== null)
      await databaseOf(payload).execute(sql`
        insert into retention_runs (rule, mode, days, affected, actor)
        values (${name}, ${mode}, ${kept}, ${affected}, ${actor}::uuid)
      `)
  }
  return Object.fromEntries(outcomes) as RetentionOutcome
}

export interface RetentionRun {
  readonly id: number
  readonly rule: RetentionRuleName
  readonly mode: 'tried' | 'applied'
  readonly days: number
  readonly affected: number
  /** Null: the daily run. */
  readonly actor: string | null
  readonly at: Date
}

/** The last times, newest first. */
export async function lastRetentionRuns(limit: number, database: Database): Promise<readonly RetentionRun[]> {
  const { rows } = await database.execute<Omit<RetentionRun, 'id' | 'at'> & { id: string; at: string }>(sql`
    select id, rule, mode, days, affected, actor, at from retention_runs order by id desc limit ${limit}
  `)
  return rows.map((row) => ({ ...row, id: Number(row.id), at: new Date(row.at) }))
}
