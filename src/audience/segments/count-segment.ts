import { type Database, sql } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { readFacetCodes } from './facet-codes.ts'
import type { SegmentCondition } from './segment-condition.ts'
import { segmentSql } from './segment-sql.ts'
import type { Cell } from './small-cells.ts'

/**
 * Active people who meet a condition, by their first language, the largest first. Paused people and those whose address is
 * suppressed are among them: whether somebody gets a mail is decided when there is one.
 */
export async function countSegment(
  condition: SegmentCondition,
  now: Date,
  database: Database,
): Promise<readonly Cell<Locale>[]> {
  const codes = await readFacetCodes(condition, database)
  const { rows } = await database.execute<{ locale: string; people: number }>(sql`
    select faceted.locale, count(*)::int as people from subscriber_facets faceted
    where ${segmentSql(condition, { codes, now })}
    group by faceted.locale order by people desc, faceted.locale
  `)
  return rows.flatMap(({ locale, people }) => (isLocale(locale) ? [{ key: locale, people }] : []))
}
