import { type Database, sql } from '../database/database.ts'
import type { FollowTarget } from './follow.ts'
import { type Named, namesFor } from './named.ts'
import type { Subscriber } from './subscriber.ts'

export interface PersonalNewsletter extends Named {
  readonly state: 'confirmed' | 'ended'
  readonly confirmedAt: string
  /** Null while confirmed. */
  readonly endedAt: string | null
  readonly endedHow: string | null
  /** Null: not paused. */
  readonly pausedUntil: string | null
}

export interface PersonalFollow extends Named {
  readonly target: FollowTarget
  readonly reminder: boolean
  readonly confirmedAt: string
}

export async function newslettersOf(
  { id, locale }: Subscriber,
  database: Database,
): Promise<PersonalNewsletter[]> {
  const { rows } = await database.execute<{
    newsletter_id: string
    state: 'confirmed' | 'ended'
    confirmed_at: string
    ended_at: string | null
    ended_how: string | null
    paused_until: string | null
  }>(sql`
    select newsletter_id, state, confirmed_at, ended_at, ended_how, paused_until from subscriptions
    where subscriber_id = ${id}::uuid order by confirmed_at, newsletter_id
  `)
  const ids = rows.map((row) => row.newsletter_id)
  const named = new Map((await namesFor(locale, 'newsletters', ids, database)).map((each) => [each.id, each]))
  return rows.map((row) => ({
    id: row.newsletter_id,
    name: named.get(row.newsletter_id)?.name ?? null,
    state: row.state,
    confirmedAt: moment(row.confirmed_at),
    endedAt: momentOrNull(row.ended_at),
    endedHow: row.ended_how,
    pausedUntil: momentOrNull(row.paused_until),
  }))
}

export async function followsOf({ id, locale }: Subscriber, database: Database): Promise<PersonalFollow[]> {
  const { rows } = await database.execute<{
    target: FollowTarget
    target_id: string
    reminder: boolean
    confirmed_at: string
  }>(sql`
    select target, target_id, reminder, confirmed_at from follows
    where subscriber_id = ${id}::uuid order by confirmed_at, target_id
  `)
  const names = new Map<string, string | null>()
  for (const target of new Set(rows.map((row) => row.target))) {
    const ids = rows.filter((row) => row.target === target).map((row) => row.target_id)
    for (const { id: targetId, name } of await namesFor(locale, target, ids, database))
      names.set(targetId, name)
  }
  return rows.map((row) => ({
    id: row.target_id,
    name: names.get(row.target_id) ?? null,
    target: row.target,
    reminder: row.reminder,
    confirmedAt: moment(row.confirmed_at),
  }))
}

const moment = (stored: string): string => new Date(stored).toISOString()
const momentOrNull = (stored: string | null): string | null => (stored === null ? null : moment(stored))
