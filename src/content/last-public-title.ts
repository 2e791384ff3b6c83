import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { ItemReference } from './published-item.ts'

/**
 * What an item was called in a language when it was public in it last. Not what its row says now: that may be a draft.
 * Null: it never was public there, or was deleted with its history.
 */
export async function lastPublicTitle(
  { collection, id }: ItemReference,
  locale: Locale,
  database: Database,
): Promise<string | null> {
  const { rows } = await database.execute<{ title: string | null }>(sql`
    select named.version_title as title
    from ${sql.identifier(`_${collection}_v`)} version
    join ${sql.identifier(`_${collection}_v_locales`)} named on named._parent_id = version.id
    where version.parent_id = ${id}::uuid and named._locale = ${locale}::_locales and named.version__status = 'published'
    order by version.updated_at desc, version.id desc limit 1
  `)
  return rows[0]?.title ?? null
}
