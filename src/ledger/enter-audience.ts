import { type Database, sql } from '../database/database.ts'
import { chooseLocale, type LocalePolicy } from '../i18n/choose-locale.ts'
import { type Locale, locales } from '../i18n/locales.ts'
import { isAtCap } from './frequency-cap.ts'

export interface Audience {
  readonly issueId: string
  readonly newsletterId: string
  /** Languages of the issue's editions. */
  readonly editionLocales: readonly Locale[]
  /** What those get who read none of them. Who gets nothing has a row that says so. */
  readonly policy: LocalePolicy<Locale>
  /** Condition on `subscriber_facets`, named `faceted`: who does not meet it gets nothing. Null: none. */
  readonly segment: ReturnType<typeof sql> | null
}

/**
 * Enters one row for every person who subscribes to the newsletter: the edition in the first of their languages that
 * there is, or the fallback edition, or a skip with its reason. One statement, so the audience is that of one moment;
 * a person who is in already stays as they are, so it can be repeated.
 */
export async function enterAudience(
  { issueId, newsletterId, editionLocales, policy, segment }: Audience,
  database: Database,
): Promise<void> {
  const { locale: fallbackLocale } = chooseLocale([], editionLocales, policy)
  await database.execute(sql`
    insert into email_deliveries
      (id, issue_id, subscriber_id, newsletter_id, domain, mx_group, edition_id, locale, locale_reason, state, reason)
    select gen_random_uuid(), ${issueId}::uuid, person.id, ${newsletterId}::uuid,
      lower(split_part(person.email, '@', 2)), exchanger.mx_group, edition.id, edition.locale,
      case
        when edition.id is null then null
        when own.position = 1 then 'first-language'
        when own.position > 1 then 'further-language'
        else 'fallback-edition'
      end,
      case when excluded.reason is null then 'planned' else 'skipped' end,
      excluded.reason
    from subscriptions tie
    join subscribers person on person.id = tie.subscriber_id
    left join lateral (
      select e.id, wanted.position
      from jsonb_array_elements_text(jsonb_build_array(person.locale::text) || coalesce(person.further_locales, '[]'::jsonb))
        with ordinality as wanted (locale, position)
      join jsonb_to_recordset(${JSON.stringify(served(editionLocales))}::jsonb) as served (reader text, edition text)
        on served.reader = wanted.locale
      join editions e on e.issue_id = ${issueId}::uuid and e.locale = served.edition
      order by wanted.position limit 1
    ) own on true
    left join editions edition on edition.id = coalesce(
      own.id, (select e.id from editions e where e.issue_id = ${issueId}::uuid and e.locale = ${fallbackLocale}::text)
    )
    left join mail_domains exchanger on exchanger.domain = lower(split_part(person.email, '@', 2))
      and exchanger.looked_up_at > now() - interval '7 days'
    left join subscriber_facets faceted on faceted.subscriber_id = person.id
    left join lateral (
      select case
        when ${outside(segment)} then 'not-in-segment'
        when exists (select from suppressions s where s.address_key = person.address_key
                     and s.scope in ('global', ${newsletterId}::text)) then 'suppressed'
        when person.frequency <> 'every-issue' then 'gets-digest'
        when person.paused_until > now() or tie.paused_until > now() then 'paused'
        when edition.id is null then 'no-edition-in-language'
        when ${isAtCap(sql`person.id`)} then 'frequency-cap'
      end as reason
    ) excluded on true
    where tie.newsletter_id = ${newsletterId}::uuid and tie.state = 'confirmed'
    on conflict (issue_id, subscriber_id) do nothing
  `)
}

/** Of whom nothing is known to choose them by is outside. */
const outside = (segment: Audience['segment']) =>
  segment === null ? sql`false` : sql`faceted.subscriber_id is null or not (${segment})`

/** For each language that a person can choose, the edition that they read in it, if there is one. */
const served = (editionLocales: readonly Locale[]): readonly { reader: Locale; edition: Locale }[] =>
  locales.flatMap((reader) => {
    const { locale: edition } = chooseLocale([reader], editionLocales, { whenNone: 'skip' })
    return edition === null ? [] : [{ reader, edition }]
  })
