import { type Database, sql } from '../../database/database.ts'
import { locales as everyLocale, isLocale, type Locale } from '../../i18n/locales.ts'
import { textArray } from './matrix-conditions.ts'

/** Enabled languages that anything is translated into, in their usual order: those that the matrix can show. */
export async function matrixLanguages(enabled: readonly Locale[], database: Database): Promise<Locale[]> {
  const { rows } = await database.execute<{ locale: string }>(sql`
    select locale from unnest(${textArray(enabled)}) as locale
    where exists (select from translation_locales cell where cell.locale = locale.locale)
  `)
  const used = rows.map(({ locale }) => locale).filter(isLocale)
  return everyLocale.filter((locale) => used.includes(locale))
}

/** The columns of one matrix: those that were chosen, or all. */
export const columnsOf = (chosen: readonly Locale[], available: readonly Locale[]): readonly Locale[] => {
  const shown = available.filter((locale) => chosen.includes(locale))
  return shown.length === 0 ? available : shown
}
