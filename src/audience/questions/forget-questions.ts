import { type Database, sql } from '../../database/database.ts'
import { forgetQuestionMails } from '../../ledger/question-mails.ts'

/**
 * Erases questions with their answers, and counts them: by month, topic, country and language, which name nobody. Whoever
 * still holds a link finds that nothing is kept. Needs a transaction.
 * @returns how many there were.
 */
export async function forgetQuestions(ids: readonly string[], transaction: Database): Promise<number> {
  if (ids.length === 0) return 0
  const these = sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`
  await forgetQuestionMails(ids, transaction)
  await transaction.execute(sql`delete from question_answers where question_id in ${these}`)
  await transaction.execute(sql`delete from question_events where question_id in ${these}`)
  const { rows } = await transaction.execute<{ erased: number }>(sql`
    with erased as (
      delete from questions where id in ${these} returning asked_at, topic_id, country_id, locale, state
    ), counted as (
      insert into question_counts as known (month, topic_id, country_id, locale, state, questions)
      select date_trunc('month', asked_at at time zone 'UTC')::date, topic_id, country_id, locale, state, count(*)
      from erased group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
      on conflict (month, topic_id, country_id, locale, state) do update
        set questions = known.questions + excluded.questions
    )
    select count(*)::int as erased from erased
  `)
  return rows[0]?.erased ?? 0
}

/** The same for everything that came from one address. Needs a transaction. */
export async function forgetQuestionsOf(
  addressKeys: readonly string[],
  transaction: Database,
): Promise<number> {
  const { rows } = await transaction.execute<{ id: string }>(sql`
    select id from questions
    where address_key in (select jsonb_array_elements_text(${JSON.stringify(addressKeys)}::jsonb)) for update
  `)
  return forgetQuestions(
    rows.map(({ id }) => id),
    transaction,
  )
}
