import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { rememberApproved } from '../memory/remember-approved.ts'
import { refreshLocales } from '../sync/refresh-locales.ts'

/**
 * Approves what was handed in for review in one locale of an item; a machine's draft only when asked to by name. What
 * is outdated or under way stays as it is.
 * @returns how many segments were approved.
 */
export async function approveTargets(
  item: TranslatableReference,
  locale: Locale,
  { withMachine, approverId }: { readonly withMachine: boolean; readonly approverId: string },
  database: Database,
): Promise<number> {
  const states = withMachine ? ['needs-review', 'machine'] : ['needs-review']
  const { rows } = await database.execute<{ key: string }>(sql`
    update translation_targets target set state = 'approved', version = target.version + 1, updated_at = now(),
      author_id = coalesce(target.author_id, ${approverId}::uuid)
    from translation_segments segment
    where target.collection = ${item.collection} and target.item_id = ${item.id} and target.locale = ${locale}
      and segment.collection = target.collection and segment.item_id = target.item_id and segment.key = target.key
      and target.source_hash = segment.hash and target.text <> ''
      and target.state in (select value from jsonb_array_elements_text(${JSON.stringify(states)}::jsonb))
    returning target.key
  `)
  await rememberApproved(
    item,
    rows.map(({ key }) => ({ locale, key })),
    database,
  )
  if (rows.length > 0) await refreshLocales(item, database)
  return rows.length
}

/** Hands in for review what a translator has finished in one locale. @returns how many segments. */
export async function handInTargets(
  item: TranslatableReference,
  locale: Locale,
  database: Database,
): Promise<number> {
  const { rows } = await database.execute<{ key: string }>(sql`
    update translation_targets set state = 'needs-review', version = version + 1, updated_at = now()
    where collection = ${item.collection} and item_id = ${item.id} and locale = ${locale}
      and state = 'in-translation' and text <> ''
    returning key
  `)
  if (rows.length > 0) await refreshLocales(item, database)
  return rows.length
}
