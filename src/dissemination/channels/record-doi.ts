import type { Payload } from 'payload'

import type { ItemReference } from '../../content/published-item.ts'
import { inTransaction, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

/**
 * Writes the identifier that a publication was given into its editions of that language, those that are public and those
 * of the latest draft. Past Payload: to save it would publish the draft, or leave what is public as it is, and call for
 * the post to be made anew. The outbox tells readers of it with the next change. Answers how many editions got it.
 */
export async function recordDoi(
  payload: Payload,
  { collection, id }: ItemReference,
  locale: Locale,
  doi: string,
): Promise<number> {
  if (collection !== 'publications') return 0
  return inTransaction(payload, async (transaction) => {
    // As a save would: of a draft that is being saved now, neither word gets lost.
    await transaction.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended('publications', 0))`)
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`publications/${id}`}, 0))`)
    const { rows } = await transaction.execute(sql`
      update publications_editions set doi = ${doi}
      where _parent_id = ${id}::uuid and locale::text = ${locale} and coalesce(doi, '') = '' returning id
    `)
    await transaction.execute(sql`
      update _publications_v_version_editions set doi = ${doi}
      where locale::text = ${locale} and coalesce(doi, '') = ''
        and _parent_id in (select id from _publications_v where parent_id = ${id}::uuid and latest)
    `)
    return rows.length
  })
}
