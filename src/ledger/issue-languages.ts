import { type Database, sql } from '../database/database.ts'
import type { LocalePolicy } from '../i18n/choose-locale.ts'
import type { Locale } from '../i18n/locales.ts'
import { choiceOfLanguages, type IssueLanguages } from './reader-language.ts'

/** What is done about a language that is not ready when an issue leaves. */
export type LanguageRule = 'hold' | 'fallback' | 'skip'

/** What came of a language when the issue left, or after that. */
export type LanguageOutcome = 'released' | 'fell-back' | 'skipped'

export interface LanguageDecision {
  readonly locale: Locale
  readonly rule: LanguageRule
  /** Null: by the newsletter's hours, counted from when the issue leaves; or nothing is held. */
  readonly deadline: Date | null
  /** Null: nothing is held. */
  readonly afterwards: 'fallback' | 'skip' | null
}

export interface KeptLanguage extends LanguageDecision {
  /** Name of who of staff decided it. Null: the newsletter's rule. */
  readonly decidedBy: string | null
  /** Null: it did not leave yet, or is held. */
  readonly outcome: LanguageOutcome | null
  /** Whether its deadline is over, by the database's clock. */
  readonly isOver: boolean
}

/** What was decided about an issue's languages, and what came of it. */
export async function languagesOf(issueId: string, database: Database): Promise<readonly KeptLanguage[]> {
  const { rows } = await database.execute<
    Omit<KeptLanguage, 'deadline'> & { deadline: string | Date | null }
  >(sql`
    select kept.locale, kept.rule, kept.deadline, kept.afterwards, staff.name as "decidedBy", kept.outcome,
      coalesce(kept.deadline <= now(), false) as "isOver"
    from issue_languages kept left join users staff on staff.id = kept.decided_by
    where kept.issue_id = ${issueId}::uuid order by kept.locale
  `)
  return rows.map((row) => ({ ...row, deadline: row.deadline === null ? null : new Date(row.deadline) }))
}

/** Keeps what somebody decided, in place of what was decided before. False when the issue has left. */
export async function decideLanguage(
  issueId: string,
  { locale, rule, deadline, afterwards }: LanguageDecision,
  actor: string,
  database: Database,
): Promise<boolean> {
  const { rows } = await database.execute(sql`
    insert into issue_languages as kept (issue_id, locale, rule, deadline, afterwards, decided_by)
    select id, ${locale}, ${rule}, ${deadline?.toISOString() ?? null}::timestamptz, ${afterwards}::text, ${actor}::uuid
    from issues where id = ${issueId}::uuid and state in ('draft', 'scheduled')
    for update
    on conflict (issue_id, locale) do update set rule = excluded.rule, deadline = excluded.deadline,
      afterwards = excluded.afterwards, decided_by = excluded.decided_by, decided_at = now()
    returning locale
  `)
  return rows.length === 1
}

/**
 * Another deadline for a language that is held, or none any more: then the hold ends now, as `afterwards` says. False when
 * it is not held.
 */
export async function changeHold(
  issueId: string,
  { locale, deadline, afterwards }: LanguageDecision,
  actor: string,
  database: Database,
): Promise<boolean> {
  const { rows } = await database.execute(sql`
    with kept as (
      update issue_languages set deadline = coalesce(${deadline?.toISOString() ?? null}::timestamptz, now()),
        afterwards = ${afterwards}::text, decided_by = ${actor}::uuid, decided_at = now()
      where issue_id = ${issueId}::uuid and locale = ${locale} and ${isHeld}
        and exists (select from issues where id = ${issueId}::uuid and state in ('sending', 'paused'))
      returning deadline
    ), moved as (
      update email_deliveries d set due_at = kept.deadline, updated_at = now()
      from kept where ${waiting(issueId, locale)}
    )
    select deadline from kept
  `)
  return rows.length === 1
}

/** Writes down how each language leaves: those that are held with their deadline, the others as settled. */
export async function leaveLanguages(
  issueId: string,
  leaving: readonly (LanguageDecision & { readonly outcome: LanguageOutcome | null })[],
  holdHours: number,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    insert into issue_languages as kept (issue_id, locale, rule, deadline, afterwards, outcome, settled_at)
    select ${issueId}::uuid, locale, rule,
      case when outcome is null then coalesce(deadline, now() + make_interval(hours => ${holdHours}::int)) end,
      afterwards, outcome, case when outcome is not null then now() end
    from jsonb_to_recordset(${JSON.stringify(leaving)}::jsonb)
      as leaving (locale text, rule text, deadline timestamptz, afterwards text, outcome text)
    on conflict (issue_id, locale) do update set rule = excluded.rule, deadline = excluded.deadline,
      afterwards = excluded.afterwards, outcome = excluded.outcome, settled_at = excluded.settled_at
  `)
}

/** Held from when the issue leaves until something came of it. Before that a row is a plan. */
const isHeld = sql`rule = 'hold' and outcome is null`

/** Issues that left with a language which is still held. */
export async function issuesOnHold(database: Database): Promise<string[]> {
  const { rows } = await database.execute<{ id: string }>(sql`
    select id from issues where state in ('sending', 'paused')
      and id in (select issue_id from issue_languages where ${isHeld})
  `)
  return rows.map(({ id }) => id)
}

/**
 * The languages of an issue, for one worker until the transaction ends: whoever comes second sees what the first did, and
 * nobody pauses or cancels the issue meanwhile. Null when it is not under way.
 */
export async function takeLanguages(
  issueId: string,
  transaction: Database,
): Promise<readonly KeptLanguage[] | null> {
  const { rows } = await transaction.execute(sql`
    select from issues where id = ${issueId}::uuid and state in ('sending', 'paused') for share
  `)
  if (rows.length === 0) return null
  await transaction.execute(sql`
    select from issue_languages where issue_id = ${issueId}::uuid order by locale for update
  `)
  return languagesOf(issueId, transaction)
}

const waiting = (issueId: string, locale: Locale) => sql`
  d.issue_id = ${issueId}::uuid and d.locale = ${locale} and d.state = 'planned' and d.edition_id is null
    and d.reason = 'language-held'
`

/**
 * The wait for a language is over: everybody who waited for it gets its edition, or where there is none for them, or they
 * read another one by now, the next that there is; or waits for one that is still held, or has a row that says why not.
 * Answers how many they are.
 */
export async function reassignMails(
  issueId: string,
  locale: Locale,
  { languages, policy }: { readonly languages: IssueLanguages; readonly policy: LocalePolicy<Locale> },
  transaction: Database,
): Promise<number> {
  const { rows } = await transaction.execute<{ mails: number }>(sql`
    with ${choiceOfLanguages(languages, policy)}, reassigned as (
      update email_deliveries d set edition_id = edition.id, locale = choice.locale,
        locale_reason = choice.locale_reason, due_at = coalesce(language.deadline, now()), updated_at = now(),
        state = case when edition.id is null and language.locale is null then 'skipped' else 'planned' end,
        reason = case
          when choice.standing = 'left-out' then 'language-left-out'
          when choice.locale is null then 'no-edition-in-language'
          when choice.standing = 'held' then 'language-held'
        end
      from subscribers person
      join choice on choice.first = person.locale and choice.further = person.further_locales
      left join editions edition
        on edition.issue_id = ${issueId}::uuid and edition.locale = choice.locale and choice.standing = 'edition'
      left join issue_languages language
        on language.issue_id = ${issueId}::uuid and language.locale = choice.locale and choice.standing = 'held'
      where person.id = d.subscriber_id and ${waiting(issueId, locale)}
      returning d.id
    )
    select count(*)::int as mails from reassigned
  `)
  return rows[0]?.mails ?? 0
}

/** Writes down what came of a language that was held. */
export async function settleLanguage(
  issueId: string,
  locale: Locale,
  outcome: LanguageOutcome,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    update issue_languages set outcome = ${outcome}, settled_at = now()
    where issue_id = ${issueId}::uuid and locale = ${locale}
  `)
}
