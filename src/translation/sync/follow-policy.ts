import type { PayloadRequest } from 'payload'

import { outdatedPolicy } from '../../content/publishing/outdated-policy.ts'
import { withdrawLocales } from '../../content/publishing/withdraw-locales.ts'
import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql, transactionOf } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { refreshLocales } from './refresh-locales.ts'

/**
 * What readers of the other languages get when a new text of the source is published: the last approved one, or nothing
 * until the new one is approved, as the network decides for the collection.
 */
export async function followPolicy(item: TranslatableReference, req: PayloadRequest): Promise<void> {
  const database = await transactionOf(req)
  const outdated = await outdatedPublic(item, database)
  if (outdated.length === 0 || (await outdatedPolicy(item.collection, req)) === 'keep') return
  await withdrawLocales(item, outdated, req)
  await refreshLocales(item, database)
}

async function outdatedPublic(
  { collection, id }: TranslatableReference,
  database: Database,
): Promise<Locale[]> {
  const { rows } = await database.execute<{ locale: Locale }>(sql`
    select locale from translation_locales
    where collection = ${collection} and item_id = ${id} and is_public and outdated > 0
  `)
  return rows.map(({ locale }) => locale)
}
