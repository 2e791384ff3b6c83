import { type PayloadRequest, ValidationError } from 'payload'

import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql, transactionOf } from '../../database/database.ts'
import { adminText, languageName } from '../../i18n/admin-text.ts'
import type { Locale } from '../../i18n/locales.ts'

/** What the network lets a machine's unapproved words become: drafts only, or public with a label. */
type MachinePolicy = 'drafts' | 'labelled'

/** Before its settings are saved once the network lets no such word out. */
async function machinePolicy(database: Database): Promise<MachinePolicy> {
  const { rows } = await database.execute<{ machine_translation: MachinePolicy | null }>(sql`
    select machine_translation from network limit 1
  `)
  return rows[0]?.machine_translation ?? 'drafts'
}

/**
 * Lets no machine's unapproved words become public where the network does not want that. Thrown in the transaction of
 * the save, so nothing of it is kept.
 * @param publishing the locales that this save makes public.
 * @throws {ValidationError} naming each language and how many segments wait for a person.
 */
export async function refuseMachineWords(
  item: TranslatableReference,
  publishing: readonly Locale[],
  req: PayloadRequest,
): Promise<void> {
  if (publishing.length === 0) return
  const database = await transactionOf(req)
  const { rows } = await database.execute<{ locale: Locale; segments: number }>(sql`
    select locale, count(*)::int as segments from translation_targets
    where collection = ${item.collection} and item_id = ${item.id} and state = 'machine' and draft_text <> ''
      and draft_text = text and locale in (select value from jsonb_array_elements_text(${JSON.stringify(publishing)}::jsonb))
    group by locale
  `)
  if (rows.length === 0 || (await machinePolicy(database)) === 'labelled') return
  const errors = rows.map(({ locale, segments }) => ({
    path: '_status',
    label: languageName(req, locale),
    message: adminText(req, 'publishing.machineWords', {
      count: segments,
      language: languageName(req, locale),
    }),
  }))
  throw new ValidationError({ collection: item.collection, errors, req }, req.t)
}
