import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { itemUrl } from '../site-url.ts'
import { type TranslatableCollection, translatableCollections } from '../translatable.ts'

/** A former name of an item that is public, and what it is called now in the same locale. */
export interface Redirect {
  readonly collection: TranslatableCollection
  readonly id: string
  readonly locale: Locale
  readonly from: string
  readonly to: string
  /** Absolute address of the item's page. */
  readonly url: string
  /** When the item last got another name in this locale, ISO 8601: from then on all its former names lead elsewhere. */
  readonly changedAt: string
}

/** Where in the list a page of it begins: behind this redirect. */
export interface RedirectPosition {
  readonly changedAt: string
  readonly collection: string
  readonly locale: string
  readonly from: string
}

export interface RedirectQuery {
  readonly collections: readonly TranslatableCollection[]
  readonly locales: readonly Locale[]
  /** ISO 8601. Null: from the beginning. */
  readonly since: string | null
  /** Null: the first page. */
  readonly after: RedirectPosition | null
  readonly limit: number
}

/** Former names that lead somewhere, oldest change first. Those of items that are not public in the locale are not in it. */
export async function redirects(query: RedirectQuery, database: Database): Promise<Redirect[]> {
  const { collections, locales, since, after, limit } = query
  const { rows } = await database.execute<{
    collection: TranslatableCollection
    id: string
    locale: Locale
    from: string
    to: string
    changed_at: string
  }>(sql`
    with former as (
      select collection, item_id, locale, slug,
        max(replaced_at) over (partition by collection, item_id, locale) as changed_at
      from public_slugs
      where replaced_at is not null
        and collection in (select jsonb_array_elements_text(${JSON.stringify(collections)}::jsonb))
        and locale in (select jsonb_array_elements_text(${JSON.stringify(locales)}::jsonb))
    )
    select former.collection, former.item_id as id, former.locale, former.slug as from, present.slug as to,
      to_char(former.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as changed_at
    from former join lateral (${sql.join(translatableCollections.map(presentSlug), sql` union all `)}) present
      on present.slug <> former.slug
    where former.changed_at >= coalesce(${since}::timestamptz, '-infinity')
      and (${after === null} or (former.changed_at, former.collection, former.locale, former.slug)
        > (${after?.changedAt ?? null}::timestamptz, ${after?.collection ?? null}, ${after?.locale ?? null}, ${after?.from ?? null}))
    order by former.changed_at, former.collection, former.locale, former.slug
    limit ${limit}
  `)
  return rows.map(({ changed_at, ...row }) => ({
    ...row,
    url: itemUrl(row.collection, row.to, row.locale),
    changedAt: changed_at,
  }))
}

const presentSlug = (collection: TranslatableCollection) => sql`
  select coalesce(slug, _parent_id::text) as slug from ${sql.identifier(`${collection}_locales`)}
  where former.collection = ${collection} and _parent_id = former.item_id
    and _locale::text = former.locale and _status = 'published'
`
