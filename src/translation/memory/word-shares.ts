import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { beginningsIn, type WordShares } from './search-keys.ts'

const SAMPLE = 4000
const KEPT_MS = 10 * 60 * 1000
/** Rarer ones are as good as rare. */
const LEAST = 3

interface Kept {
  readonly shares: Promise<WordShares>
  readonly until: number
}

const kept = new Map<Locale, Kept>()

/**
 * How common the words of a language are in this memory, counted in a sample. Ten minutes old at most: they change slowly, and
 * old ones cost only time.
 */
export function wordShares(locale: Locale, database: Database): Promise<WordShares> {
  const known = kept.get(locale)
  if (known !== undefined && known.until > Date.now()) return known.shares
  const shares = sampleShares(locale, database)
  kept.set(locale, { shares, until: Date.now() + KEPT_MS })
  // The next look-up tries again; this one hears of the error.
  shares.catch(() => kept.delete(locale))
  return shares
}

async function sampleShares(locale: Locale, database: Database): Promise<WordShares> {
  const { rows } = await database.execute<{ source_text: string }>(sql`
    select source_text from translation_memory tablesample system (
      (select case when reltuples > ${SAMPLE} then 100 * ${SAMPLE} / reltuples else 100 end
       from pg_class where oid = 'translation_memory'::regclass)
    )
    where source_locale = ${locale}
    limit ${SAMPLE}
  `)
  const counts = new Map<string, number>()
  for (const { source_text: text } of rows)
    for (const beginning of beginningsIn(text)) counts.set(beginning, (counts.get(beginning) ?? 0) + 1)
  return new Map(
    [...counts].filter(([, count]) => count >= LEAST).map(([word, count]) => [word, count / rows.length]),
  )
}
