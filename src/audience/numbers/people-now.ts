import { type Database, sql } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'

/** People who agreed to something, as things stand. */
export interface PeopleNow {
  readonly reached: number
  /** Of them: who paused everything. */
  readonly paused: number
  /** Of them: whose address must get no mail at all, whatever they agreed to. */
  readonly suppressed: number
  /** By first language, the largest first. */
  readonly byFirstLanguage: readonly PeopleIn[]
}

export interface PeopleIn {
  readonly locale: Locale
  readonly people: number
}

export async function peopleNow(now: Date, database: Database): Promise<PeopleNow> {
  const { rows } = await database.execute<{ locale: string; people: number }>(sql`
    select locale, count(*)::int as people from subscribers where status = 'active'
    group by locale order by people desc, locale
  `)
  const apart = await database.execute<{ paused: number; suppressed: number }>(sql`
    select
      (select count(*)::int from subscribers
       where status = 'active' and paused_until > ${now.toISOString()}::timestamptz) as paused,
      (select count(*)::int from subscribers person
       join suppressions s on s.address_key = person.address_key and s.scope = 'global'
       where person.status = 'active') as suppressed
  `)
  const { paused = 0, suppressed = 0 } = apart.rows[0] ?? {}
  return {
    reached: rows.reduce((sum, { people }) => sum + people, 0),
    paused,
    suppressed,
    byFirstLanguage: rows.flatMap(({ locale, people }) => (isLocale(locale) ? [{ locale, people }] : [])),
  }
}
