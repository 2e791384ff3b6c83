import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

/** What was decided about a language that was not ready when the issue left, and what came of it. */
export interface HeldLanguage {
  readonly locale: Locale
  readonly rule: 'hold' | 'fallback' | 'skip'
  /** Null: by the newsletter's hours, or nothing is held. */
  readonly deadline: Date | null
  readonly afterwards: 'fallback' | 'skip' | null
  /** Null: it is still held, or never was. */
  readonly outcome: 'released' | 'fell-back' | 'skipped' | null
}

export async function heldLanguages(issueId: string, database: Database): Promise<HeldLanguage[]> {
  const { rows } = await database.execute<
    Omit<HeldLanguage, 'deadline'> & { deadline: string | null } & Record<string, unknown>
  >(sql`
    select locale, rule, deadline, afterwards, outcome from issue_languages
    where issue_id = ${issueId}::uuid order by locale
  `)
  return rows.map((row) => ({ ...row, deadline: row.deadline === null ? null : new Date(row.deadline) }))
}

/** When the last mail in each of the languages was submitted. A language with none is not in it. */
export async function lastSubmitted(
  issueId: string,
  locales: readonly Locale[],
  database: Database,
): Promise<ReadonlyMap<Locale, Date>> {
  const { rows } = await database.execute<{ locale: Locale; at: string | null }>(sql`
    select wanted.locale, (
      select max(d.submitted_at) from email_deliveries d
      where d.issue_id = ${issueId}::uuid and d.state = 'submitted' and d.locale = wanted.locale
    ) as at
    from jsonb_array_elements_text(${JSON.stringify(locales)}::jsonb) as wanted (locale)
  `)
  return new Map(rows.flatMap(({ locale, at }) => (at === null ? [] : [[locale, new Date(at)] as const])))
}

/** Who was meant when the issue left. Null: it left before that was kept. */
export interface FrozenAudience {
  readonly candidates: number
  readonly at: Date
}

export async function frozenAudience(issueId: string, database: Database): Promise<FrozenAudience | null> {
  const { rows } = await database.execute<{ candidates: number; at: string }>(sql`
    select candidates, at from issue_audiences where issue_id = ${issueId}::uuid
  `)
  const [row] = rows
  return row === undefined ? null : { candidates: row.candidates, at: new Date(row.at) }
}
