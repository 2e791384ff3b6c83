import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '../../i18n/locales.ts'

type Expression = ReturnType<typeof sql>

/**
 * As much of a title as its place goes by. An entry of an index has a bound in bytes, and nobody reads on in a list to see
 * what differs behind it.
 */
const MAX_CHARACTERS = 200

/** To be compared by. */
export const sortedTitle = (title: Expression): Expression =>
  sql`left(${title}, ${sql.raw(String(MAX_CHARACTERS))})`

/** Languages that Postgres has no collation of: theirs is the order of all scripts, which ICU calls root. */
const atRoot: ReadonlySet<Locale> = new Set(['ku'])

/**
 * The order of a dictionary of the language, as ICU knows it: https://www.unicode.org/reports/tr35/tr35-collation.html
 * @param locale null: titles of several languages stand beside each other, in the order of all scripts.
 */
export const titleOrder = (locale: Locale | null): Expression =>
  sql`collate ${sql.identifier(`${locale === null || atRoot.has(locale) ? 'und' : locale}-x-icu`)}`
