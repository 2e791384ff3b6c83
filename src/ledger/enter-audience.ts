import { type Database, sql } from '../database/database.ts'
import type { LocalePolicy } from '../i18n/choose-locale.ts'
import type { Locale } from '../i18n/locales.ts'
import { isAtCap } from './frequency-cap.ts'
import type { IssueCount } from './issue-report.ts'
import { isFresh } from './pace/mail-domains.ts'
import { choiceOfLanguages, type IssueLanguages } from './reader-language.ts'

type Fragment = ReturnType<typeof sql>

export interface Audience {
  readonly issueId: string
  /** In order: whoever is in several gets the issue by the first that nothing bars them from. */
  readonly newsletterIds: readonly [string, ...string[]]
  readonly languages: IssueLanguages
  /** What those get who read none of them. Who gets nothing has a row that says so. */
  readonly policy: LocalePolicy<Locale>
  /** Condition on `subscriber_facets`, named `faceted`: who does not meet it gets nothing. Null: none. */
  readonly segment: Fragment | null
}

/**
 * Enters one row for every person who subscribes to one of the newsletters, however many of them: the edition in the first
 * of their languages that there is, or the fallback edition, or a wait for a language that is held, or a skip with its
 * reason. Beside it stands how many there were to enter, counted another way. One statement, so all of it is of one
 * moment. Once for an issue: entering twice is an error.
 * @throws where the rows are not as many as there were people, and then nothing is entered.
 */
export async function enterAudience(audience: Audience, database: Database): Promise<void> {
  const { issueId } = audience
  await database.execute(sql`
    with ${entries(audience)}, entered as (
      insert into email_deliveries (id, issue_id, subscriber_id, newsletter_id, domain, mx_group, edition_id, locale,
        locale_reason, state, reason, due_at)
      select ${orderedId}, ${issueId}::uuid, entry.subscriber_id, entry.newsletter_id,
        lower(split_part(entry.email, '@', 2)), exchanger.mx_group, edition.id, entry.locale, entry.locale_reason,
        case when ${barred} then 'skipped' else 'planned' end, entry.reason, coalesce(language.deadline, now())
      from entry
      left join editions edition
        on edition.issue_id = ${issueId}::uuid and edition.locale = entry.locale and entry.standing = 'edition'
      left join mail_domains exchanger on exchanger.domain = lower(split_part(entry.email, '@', 2))
        and ${isFresh(sql`exchanger`)}
      left join issue_languages language
        on language.issue_id = ${issueId}::uuid and language.locale = entry.locale and entry.standing = 'held'
      order by entry.subscriber_id
      returning state
    )
    insert into issue_audiences (issue_id, candidates, recipients, excluded)
    select ${issueId}::uuid,
      (select count(distinct subscriber_id) from subscriptions
        where state = 'confirmed' and newsletter_id in (select id from list)),
      count(*) filter (where state = 'planned'), count(*) filter (where state = 'skipped')
    from entered
  `)
}

/** How many people would get what, and why others nothing, if the audience were entered now. Writes nothing. */
export async function countAudience(audience: Audience, database: Database): Promise<IssueCount[]> {
  const { rows } = await database.execute<{
    locale: Locale | null
    locale_reason: string | null
    state: 'planned' | 'skipped'
    reason: string | null
    people: number
  }>(sql`
    with ${entries(audience)}
    select locale, locale_reason, case when ${barred} then 'skipped' else 'planned' end as state, reason,
      count(*)::int as people
    from entry group by 1, 2, 3, 4 order by locale nulls last, state, reason, locale_reason
  `)
  return rows.map(({ locale_reason, ...rest }) => ({ ...rest, localeReason: locale_reason }))
}

/** Every reason but that the language is held is one for getting nothing. */
const barred = sql`coalesce(entry.reason <> 'language-held', false)`

/**
 * `entry`: one row a person, as common table expressions of a statement. All of it is known before the first row is
 * entered: what looks mails of people up (the frequency cap) would else read, for each person, what was entered before.
 */
function entries({ newsletterIds, languages, policy, segment }: Audience): Fragment {
  return sql`
    ${choiceOfLanguages(languages, policy)}, list (id, position) as (values ${positions(newsletterIds)}), barrier as materialized (
      select address_key, array_agg(scope) as scopes from suppressions
      where scope = 'global' or scope in (select id::text from list) group by address_key
    ), candidate as (
      select ${newsletterIds.length > 1 ? sql`distinct on (tie.subscriber_id)` : sql``}
        tie.subscriber_id, tie.newsletter_id, person.email, person.locale as first, person.further_locales as further,
        person.frequency, ${isSuppressed} as is_suppressed, ${isPaused} as is_paused
      from list
      join subscriptions tie on tie.newsletter_id = list.id and tie.state = 'confirmed'
      join subscribers person on person.id = tie.subscriber_id
      left join barrier on barrier.address_key = person.address_key
      ${newsletterIds.length > 1 ? sql`order by tie.subscriber_id, ${isSuppressed} or ${isPaused}, list.position` : sql``}
    ), entry as materialized (
      select candidate.subscriber_id, candidate.newsletter_id, candidate.email, choice.locale, choice.standing,
        choice.locale_reason,
        case
          when ${outside(segment)} then 'not-in-segment'
          when candidate.is_suppressed then 'suppressed'
          when candidate.frequency <> 'every-issue' then 'gets-digest'
          when candidate.is_paused then 'paused'
          when choice.standing = 'left-out' then 'language-left-out'
          when choice.locale is null then 'no-edition-in-language'
          when ${isAtCap(sql`candidate.subscriber_id`)} then 'frequency-cap'
          when choice.standing = 'held' then 'language-held'
        end as reason
      from candidate
      join choice on choice.first = candidate.first and choice.further = candidate.further
      ${segment === null ? sql`` : sql`left join subscriber_facets faceted on faceted.subscriber_id = candidate.subscriber_id`}
    )
  `
}

/**
 * An id that begins with the time, as UUIDs of version 7 do (RFC 9562, section 5.7): with the rows in the order of their
 * people, a million of them go into each index at its end instead of all over it.
 */
const orderedId = sql`(
  lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || substr(gen_random_uuid()::text, 14)
)::uuid`

/** As rows of constants, of which the planner knows how many there are. */
const positions = (ids: readonly string[]): Fragment =>
  sql.join(
    ids.map((id, position) => sql`(${id}::uuid, ${position}::int)`),
    sql`, `,
  )

const isSuppressed = sql`coalesce(barrier.scopes && array['global', tie.newsletter_id::text], false)`

const isPaused = sql`coalesce(person.paused_until > now() or tie.paused_until > now(), false)`

/** Of whom nothing is known to choose them by is outside. */
const outside = (segment: Audience['segment']): Fragment =>
  segment === null ? sql`false` : sql`faceted.subscriber_id is null or not (${segment})`
