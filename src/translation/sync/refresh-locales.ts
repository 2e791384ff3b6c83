import type { TranslatableCollection, TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'

/** Sums up how far one item is in each locale that the network speaks. Counts are derived, so doing it twice changes nothing. */
export const refreshLocales = (
  { collection, id }: TranslatableReference,
  database: Database,
): Promise<void> => refreshManyLocales(collection, [id], database)

/** The same for many items of one collection. @param ids null: all of them. */
export async function refreshManyLocales(
  collection: TranslatableCollection,
  ids: readonly string[] | null,
  database: Database,
): Promise<void> {
  const texts = sql.identifier(`${collection}_locales`)
  // Said of each table by itself: the planner carries it from none to another, and would read them whole.
  const chosen = (column: string): ReturnType<typeof sql> => {
    if (ids === null) return sql`true`
    const [first, ...others] = ids
    if (first !== undefined && others.length === 0) return sql`${sql.raw(column)} = ${first}::uuid`
    return sql`${sql.raw(column)} in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`
  }
  await database.execute(sql`
    with wanted as (
      select item.item_id, enabled.value::text as locale
      from translation_items item cross join network_enabledlocales_chosen enabled
      where item.collection = ${collection} and enabled.value::text <> item.source_locale and ${chosen('item.item_id')}
    ),
    pieces as (
      select wanted.item_id, wanted.locale, case
        when segment.key is null then null
        when target.key is null or (target.text = '' and target.state <> 'approved') then 'missing'
        when target.source_hash <> segment.hash then 'outdated'
        else target.state
      end as state
      from wanted
      left join translation_segments segment on segment.collection = ${collection} and segment.item_id = wanted.item_id
        and ${chosen('segment.item_id')}
      left join translation_targets target on target.collection = ${collection} and target.item_id = wanted.item_id
        and target.locale = wanted.locale and target.key = segment.key and ${chosen('target.item_id')}
    ),
    sums as (
      select item_id, locale, count(state)::int as total,
        (count(*) filter (where state = 'missing'))::int as missing,
        (count(*) filter (where state = 'machine'))::int as machine,
        (count(*) filter (where state = 'in-translation'))::int as in_translation,
        (count(*) filter (where state = 'needs-review'))::int as needs_review,
        (count(*) filter (where state = 'approved'))::int as current,
        (count(*) filter (where state = 'outdated'))::int as outdated
      from pieces group by item_id, locale
    )
    insert into translation_locales as known (
      collection, item_id, locale, state, missing, machine, in_translation, needs_review, current, outdated,
      is_public, served_revision
    )
    select ${collection}, sums.item_id, sums.locale, case
        when outdated > 0 then 'outdated'
        when missing = total then 'missing'
        when machine > 0 then 'machine'
        when missing + in_translation > 0 then 'in-translation'
        when needs_review > 0 then 'needs-review'
        else 'current'
      end,
      missing, machine, in_translation, needs_review, current, outdated,
      coalesce(shown._status::text = 'published', false),
      case when shown._status::text = 'published' then shown.revision end
    from sums
    left join ${texts} shown on shown._parent_id = sums.item_id and shown._locale::text = sums.locale
    on conflict (collection, item_id, locale) do update set
      missing = excluded.missing, machine = excluded.machine, in_translation = excluded.in_translation,
      needs_review = excluded.needs_review, current = excluded.current, outdated = excluded.outdated,
      is_public = excluded.is_public, served_revision = excluded.served_revision,
      is_withdrawn = not excluded.is_public and (known.is_public or known.is_withdrawn),
      state = case
        when not excluded.is_public and (known.is_public or known.is_withdrawn) then 'withdrawn'
        else excluded.state
      end,
      updated_at = now()
    where (known.missing, known.machine, known.in_translation, known.needs_review, known.current, known.outdated,
      known.is_public, known.served_revision) is distinct from (excluded.missing, excluded.machine,
      excluded.in_translation, excluded.needs_review, excluded.current, excluded.outdated, excluded.is_public,
      excluded.served_revision)
  `)
}
