import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { QuestionState } from './question.ts'

/** How many questions of one kind were asked in a month, erased ones included. It names nobody. */
interface QuestionNumber {
  /** `2026-11`, UTC. */
  readonly month: string
  /** Null: another than the network has a name for. */
  readonly topicId: string | null
  /** As with the topic. */
  readonly countryId: string | null
  readonly locale: Locale
  readonly state: QuestionState
  readonly questions: number
}

/** Of all time, newest month first: what the funder is told. */
export async function questionNumbers(database: Database): Promise<readonly QuestionNumber[]> {
  const { rows } = await database.execute<QuestionNumber & Record<string, unknown>>(sql`
    select to_char(month, 'YYYY-MM') as month, topic_id as "topicId", country_id as "countryId", locale, state,
      sum(questions)::int as questions
    from (
      select date_trunc('month', asked_at at time zone 'UTC')::date as month, topic_id, country_id, locale, state,
        1 as questions
      from questions
      union all
      select month, topic_id, country_id, locale, state, questions from question_counts
    ) asked
    group by 1, 2, 3, 4, 5 order by 1 desc, 2, 3, 4, 5
  `)
  return rows
}
