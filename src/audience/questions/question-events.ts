import { type Database, sql } from '../../database/database.ts'
import type { QuestionEventKind } from './question.ts'

interface NewQuestionEvent {
  readonly questionId: string
  readonly kind: QuestionEventKind
  /** Who of staff. @default null: the asker, or a rule */
  readonly userId?: string | null
  /** Whom it was given to. @default null */
  readonly organisationId?: string | null
  /** @default nothing */
  readonly note?: string
  readonly now: Date
}

/** Adds to what happened. Answers the event's id, by which a mail tells of it once. */
export async function noteEvent(
  { questionId, kind, userId = null, organisationId = null, note = '', now }: NewQuestionEvent,
  transaction: Database,
): Promise<number> {
  const { rows } = await transaction.execute<{ id: string }>(sql`
    insert into question_events (question_id, kind, user_id, organisation_id, note, at)
    values (${questionId}::uuid, ${kind}, ${userId}::uuid, ${organisationId}::uuid, ${note},
      ${now.toISOString()}::timestamptz)
    returning id
  `)
  return Number(rows[0]?.id)
}

/** What happened, as it is kept. */
export interface QuestionEvent extends Required<Omit<NewQuestionEvent, 'questionId' | 'now'>> {
  readonly id: number
  readonly at: Date
}

/** Oldest first. */
export async function eventsOf(questionId: string, database: Database): Promise<readonly QuestionEvent[]> {
  const { rows } = await database.execute<{
    id: string
    kind: QuestionEventKind
    userId: string | null
    organisationId: string | null
    note: string
    at: string
  }>(sql`
    select id, kind, user_id as "userId", organisation_id as "organisationId", note, at from question_events
    where question_id = ${questionId}::uuid order by id
  `)
  return rows.map((row) => ({ ...row, id: Number(row.id), at: new Date(row.at) }))
}
