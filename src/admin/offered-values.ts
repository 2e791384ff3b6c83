import { type Database, sql } from '../database/database.ts'
import { type Locale, sourceLocale } from '../i18n/locales.ts'

/** A value that somebody can choose. */
export interface OfferedValue {
  /** As it is stored. */
  readonly id: string
  readonly label: string
  /** Language of the label. */
  readonly lang: string
}

/**
 * Each once: in the language asked for, else in the network's working language, else in any.
 * @param statement answers `id`, `label` and `lang`.
 */
export async function offeredValues(
  statement: ReturnType<typeof sql>,
  language: Locale,
  database: Database,
): Promise<readonly OfferedValue[]> {
  const { rows } = await database.execute<{ id: string; label: string; lang: string }>(sql`
    select distinct on (named.id) named.id, named.label, named.lang from (${statement}) as named
    where named.label is not null
    order by named.id, named.lang = ${language} desc, named.lang = ${sourceLocale} desc, named.lang
  `)
  return inOrder(rows, language)
}

/** As the language sorts them. */
export function inOrder(values: readonly OfferedValue[], language: Locale): readonly OfferedValue[] {
  const order = new Intl.Collator(language)
  return values.toSorted((one, other) => order.compare(one.label, other.label))
}
