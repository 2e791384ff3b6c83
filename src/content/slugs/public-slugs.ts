import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'

import { type Database, sql, transactionOf } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { TranslatableCollection, TranslatableReference } from '../translatable.ts'

/**
 * Writes down under which names the item is public after this save. A draft changes none of them; a name that the item
 * no longer has stays, with the moment it lost it, and leads to the present one.
 */
export function recordPublicSlugs(collection: TranslatableCollection): CollectionAfterChangeHook {
  return async ({ doc, req }) => {
    await keepPublicSlugs({ collection, id: String(doc.id) }, await transactionOf(req))
    return doc
  }
}

/** Nothing leads to a deleted item, and its names are free. */
export function forgetPublicSlugs(collection: TranslatableCollection): CollectionAfterDeleteHook {
  return async ({ id, doc, req }) => {
    const transaction = await transactionOf(req)
    await transaction.execute(
      sql`delete from public_slugs where collection = ${collection} and item_id = ${String(id)}::uuid`,
    )
    return doc
  }
}

/**
 * Asks the stored item itself, so it holds whichever way the item was written. A name that another item had once is this
 * one's from now on.
 */
async function keepPublicSlugs({ collection, id }: TranslatableReference, database: Database): Promise<void> {
  await database.execute(sql`
    with present as (
      select _locale::text as locale, coalesce(slug, _parent_id::text) as slug
      from ${sql.identifier(`${collection}_locales`)}
      where _parent_id = ${id}::uuid and _status = 'published'
    ), replaced as (
      update public_slugs known set replaced_at = now()
      where known.collection = ${collection} and known.item_id = ${id}::uuid and known.replaced_at is null
        and not exists (select from present where present.locale = known.locale and present.slug = known.slug)
    )
    insert into public_slugs as known (collection, locale, slug, item_id)
    select ${collection}, locale, slug, ${id}::uuid from present
    on conflict (collection, locale, slug) do update set item_id = excluded.item_id, replaced_at = null
    where known.item_id <> excluded.item_id or known.replaced_at is not null
  `)
}

/** What the address led to, and what it is called now. */
export interface PresentName extends TranslatableReference {
  readonly slug: string
}

/** The present name of the item that had this one in this locale. Null: nobody had it, or it is not public there now. */
export async function presentName(
  collection: TranslatableCollection,
  formerSlug: string,
  locale: Locale,
  database: Database,
): Promise<PresentName | null> {
  const { rows } = await database.execute<{ id: string; slug: string }>(sql`
    select known.item_id as id, coalesce(present.slug, known.item_id::text) as slug
    from public_slugs known
    join ${sql.identifier(`${collection}_locales`)} present
      on present._parent_id = known.item_id and present._locale = ${locale}::_locales and present._status = 'published'
    where known.collection = ${collection} and known.locale = ${locale} and known.slug = ${formerSlug}
      and coalesce(present.slug, known.item_id::text) <> known.slug
  `)
  const [found] = rows
  return found === undefined ? null : { collection, ...found }
}

/** The item that has or had this name in any locale, the present ones first. Null when there is none. */
export async function itemNamed(
  collection: TranslatableCollection,
  slug: string,
  database: Database,
): Promise<TranslatableReference | null> {
  const { rows } = await database.execute<{ id: string }>(sql`
    select item_id as id from public_slugs where collection = ${collection} and slug = ${slug}
    order by replaced_at desc nulls first, item_id limit 1
  `)
  const [found] = rows
  return found === undefined ? null : { collection, id: found.id }
}
