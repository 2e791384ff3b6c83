import { type Database, sql } from '../database/database.ts'
import { chooseLocale, type LocalePolicy } from '../i18n/choose-locale.ts'
import { type Locale, locales } from '../i18n/locales.ts'

type Fragment = ReturnType<typeof sql>

/** What an issue has for readers of its languages. A locale is in one of the lists at most. */
export interface IssueLanguages {
  /** Languages of its editions. */
  readonly editions: readonly Locale[]
  /** Those whose edition is still to come. */
  readonly held: readonly Locale[]
  /** Those that it does not come in: their readers get a further language of theirs, and never the fallback edition. */
  readonly leftOut: readonly Locale[]
}

type Standing = 'edition' | 'held' | 'left-out'

/**
 * The language of each wish that people have, as common table expressions of one statement: `choice (first, further,
 * locale, standing, locale_reason)`. There are few different wishes however many people there are, so that each is
 * looked up once. Everything null: there is nothing for them.
 * @param policy what those get who read none of the languages.
 */
export function choiceOfLanguages(languages: IssueLanguages, policy: LocalePolicy<Locale>): Fragment {
  const { editions, held } = languages
  const { locale: fallback } = chooseLocale([], [...editions, ...held], policy)
  const standing: Standing | null = fallback === null ? null : held.includes(fallback) ? 'held' : 'edition'
  return sql`
    wish as materialized (
      select distinct locale as first, further_locales as further from subscribers
    ), served as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(servedBy(languages))}::jsonb)
        as served (reader text, locale text, standing text)
    ), choice as materialized (
      select wish.first, wish.further,
        case when own.locale is null then ${fallback}::text else own.locale end as locale,
        case when own.locale is null then ${standing}::text else own.standing end as standing,
        case
          when own.standing = 'left-out' then null
          when own.position = 1 then 'first-language'
          when own.position > 1 then 'further-language'
          when ${fallback}::text is not null then 'fallback-edition'
        end as locale_reason
      from wish left join lateral (
        select served.locale, served.standing, wanted.position
        from jsonb_array_elements_text(jsonb_build_array(wish.first) || wish.further)
          with ordinality as wanted (reader, position)
        join served on served.reader = wanted.reader
        order by served.standing = 'left-out', wanted.position limit 1
      ) own on true
    )
  `
}

interface Served {
  readonly reader: Locale
  readonly locale: Locale
  readonly standing: Standing
}

/** For each language that a person can choose, the edition that they read in it, if there is or would have been one. */
function servedBy({ editions, held, leftOut }: IssueLanguages): readonly Served[] {
  return locales.flatMap((reader): Served[] => {
    const coming = chooseLocale([reader], [...editions, ...held], { whenNone: 'skip' }).locale
    if (coming !== null)
      return [{ reader, locale: coming, standing: held.includes(coming) ? 'held' : 'edition' }]
    const missed = chooseLocale([reader], leftOut, { whenNone: 'skip' }).locale
    return missed === null ? [] : [{ reader, locale: missed, standing: 'left-out' }]
  })
}

/** Languages of the editions that an issue has by now. */
export async function editionLocalesOf(issueId: string, database: Database): Promise<Locale[]> {
  const { rows } = await database.execute<{ locale: Locale }>(sql`
    select locale from editions where issue_id = ${issueId}::uuid order by locale
  `)
  return rows.map(({ locale }) => locale)
}
