import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { editionById, type StoredEdition } from './editions.ts'

/** The edition of an issue in one language. Null before it is kept, or when there is none. */
export async function editionIn(
  issueId: string,
  locale: Locale,
  database: Database,
): Promise<StoredEdition | null> {
  const { rows } = await database.execute<{ id: string }>(sql`
    select id from editions where issue_id = ${issueId} and locale = ${locale}
  `)
  return rows[0] === undefined ? null : editionById(rows[0].id, database)
}
