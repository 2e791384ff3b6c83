import type { Payload } from 'payload'

import { type Database, databaseOf, inTransaction, sql } from '../../database/database.ts'
import { enqueue } from '../../queue/queue.ts'
import type { ScheduledMoment } from './read-moment.ts'

/** When an issue leaves by itself. */
export interface IssueSchedule {
  readonly at: Date
  /** IANA name: in whose hours somebody chose it. */
  readonly timeZone: string
}

/**
 * Plans that a draft leaves at a moment, or at another one than was planned. It stays open to changes: what is frozen is
 * what stands there then. False when it has left.
 */
export const scheduleIssue = (
  payload: Payload,
  issueId: string,
  { at, timeZone }: Pick<ScheduledMoment, 'at' | 'timeZone'>,
): Promise<boolean> =>
  inTransaction(payload, async (transaction) => {
    const { rows } = await transaction.execute(sql`
      update issues set state = 'scheduled', problem = null, scheduled_for = ${at.toISOString()}::timestamptz,
        schedule_zone = ${timeZone}, updated_at = now()
      where id = ${issueId}::uuid and state in ('draft', 'scheduled')
      returning id
    `)
    if (rows.length === 1) await enqueue(payload, 'prepare-issue', [{ issueId }], transaction, at)
    return rows.length === 1
  })

/** A draft again. False when it is not scheduled, or has left. */
export async function unscheduleIssue(payload: Payload, issueId: string): Promise<boolean> {
  const { rows } = await databaseOf(payload).execute(sql`
    update issues set state = 'draft', scheduled_for = null, schedule_zone = null, updated_at = now()
    where id = ${issueId}::uuid and state = 'scheduled'
    returning id
  `)
  return rows.length === 1
}

/** The time has come, by the database's clock: as if somebody had pressed "Send" now. False when it has not. */
export async function beginScheduled(issueId: string, database: Database): Promise<boolean> {
  const { rows } = await database.execute(sql`
    update issues set state = 'preparing', problem = null, updated_at = now()
    where id = ${issueId}::uuid and state = 'scheduled' and scheduled_for <= now()
    returning id
  `)
  return rows.length === 1
}

/** Issues of which the time has come: for the sweep. */
export async function issuesToBegin(database: Database): Promise<string[]> {
  const { rows } = await database.execute<{ id: string }>(sql`
    select id from issues where state = 'scheduled' and scheduled_for <= now()
  `)
  return rows.map(({ id }) => id)
}

/** Null: it is not scheduled. */
export async function scheduleOf(issueId: string, database: Database): Promise<IssueSchedule | null> {
  const { rows } = await database.execute<{ at: string | Date; zone: string | null }>(sql`
    select scheduled_for as at, schedule_zone as zone from issues
    where id = ${issueId}::uuid and state = 'scheduled' and scheduled_for is not null
  `)
  const [row] = rows
  return row === undefined ? null : { at: new Date(row.at), timeZone: row.zone ?? 'UTC' }
}
