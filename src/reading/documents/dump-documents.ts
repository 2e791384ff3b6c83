import type { Payload } from 'payload'

import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { ReadableCollection } from '../contract/document.ts'

/** Read at once: few enough to stand in memory beside those of other readers. */
const AT_ONCE = 200

/**
 * Everything public of a collection in a language, a line of JSON for each document as the
 * change feed has it, in the order of their ids. Each part is
 * read when it is asked for, so that what is withdrawn meanwhile is not in what follows.
 */
export async function* dumpDocuments(
  payload: Payload,
  { collection, locale }: { readonly collection: ReadableCollection; readonly locale: Locale },
): AsyncGenerator<string> {
  const database = databaseOf(payload)
  let last: string | null = null
  while (true) {
    const after: ReturnType<typeof sql> = last === null ? sql`` : sql` and item_id > ${last}::uuid`
    const { rows }: { rows: readonly { id: string; line: string }[] } = await database.execute(sql`
      select item_id as id, document::text as line from public_documents
      where collection = ${collection} and locale = ${locale} and document is not null and not hidden${after}
      order by item_id limit ${AT_ONCE}
    `)
    last = rows.at(-1)?.id ?? null
    if (last === null) return
    yield rows.map(({ line }) => `${line}\n`).join('')
  }
}
