import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

/**
 * Writes beside each public text which revision of the source it renders, and whether a machine's unapproved words are
 * in it. Only for locales whose public text is the one that was just read.
 */
export async function markServed(
  { collection, id }: TranslatableReference,
  shown: readonly Locale[],
  database: Database,
): Promise<void> {
  if (shown.length === 0) return
  await database.execute(sql`
    with fact as (
      select shown.locale, coalesce(min(target.source_revision) filter (where target.source_hash <> segment.hash), item.revision)
          as revision,
        coalesce(bool_or(target.state = 'machine' and target.text <> ''), false) as machine
      from jsonb_array_elements_text(${JSON.stringify(shown)}::jsonb) as shown (locale)
      join translation_items item on item.collection = ${collection} and item.item_id = ${id}
      left join translation_targets target on target.collection = ${collection} and target.item_id = ${id}
        and target.locale = shown.locale
      left join translation_segments segment on segment.collection = ${collection} and segment.item_id = ${id}
        and segment.key = target.key
      group by shown.locale, item.revision
    ), marked as (
      update ${sql.identifier(`${collection}_locales`)} stored
      set revision = fact.revision, machine_translated = fact.machine
      from fact
      where stored._parent_id = ${id} and stored._locale::text = fact.locale
        and (stored.revision, stored.machine_translated) is distinct from (fact.revision::numeric, fact.machine)
    )
    update ${sql.identifier(`_${collection}_v_locales`)} stored
    set version_revision = fact.revision, version_machine_translated = fact.machine
    from fact, ${sql.identifier(`_${collection}_v`)} version
    where version.parent_id = ${id} and version.latest and stored._parent_id = version.id
      and stored._locale::text = fact.locale
      and (stored.version_revision, stored.version_machine_translated)
        is distinct from (fact.revision::numeric, fact.machine)
  `)
}
