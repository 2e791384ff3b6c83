import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

/** The row that wants a slug, and the language it wants it in. */
export interface SlugPlace {
  readonly collection: string
  /** Null where one slug serves all languages. */
  readonly locale: Locale | null
  /** Undefined while the row is being created. */
  readonly id: string | undefined
}

/** Another row that has a slug already, in public or in its latest draft. */
export interface SlugHolder {
  readonly isPublic: boolean
  /** Null where rows of the collection have no title. */
  readonly title: string | null
}

/** Slugs tried with one statement. */
const BATCH = 50

/**
 * Lets one save at a time look for this slug, numbered or not, until its transaction ends: two saves with the same title
 * would both find it free, and the second be refused by the database.
 */
export async function lockSlug(
  slug: string,
  { collection, locale }: SlugPlace,
  transaction: Database,
): Promise<void> {
  const name = `${collection}/${locale ?? ''}/${slug.replace(/(-\d+)+$/, '')}`
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}

/**
 * The slug itself, or with the first number that is free: no other row has it, and no address that once led to another
 * row would now lead to this one.
 */
export async function freeSlug(slug: string, place: SlugPlace, transaction: Database): Promise<string> {
  for (let first = 1; ; first += BATCH) {
    const candidates = Array.from({ length: BATCH }, (_, index) => numbered(slug, first + index))
    const taken = await takenOf(candidates, place, transaction)
    const free = candidates.find((candidate) => !taken.has(candidate))
    if (free !== undefined) return free
  }
}

/** As Payload names it: `peer-reviews` is kept in `peer_reviews`. */
const tableOf = (collection: string): string => collection.replaceAll('-', '_')

const numbered = (slug: string, number: number): string => (number === 1 ? slug : `${slug}-${number}`)

async function takenOf(
  candidates: readonly string[],
  place: SlugPlace,
  transaction: Database,
): Promise<ReadonlySet<string>> {
  const { collection, locale, id } = place
  const wanted = sql`(select jsonb_array_elements_text(${JSON.stringify(candidates)}::jsonb))`
  const { rows } = await transaction.execute<{ slug: string }>(
    locale === null
      ? sql`
          select slug from ${sql.identifier(tableOf(collection))}
          where slug in ${wanted} and id is distinct from ${id ?? null}::uuid`
      : sql`
          select slug from ${sql.identifier(`${tableOf(collection)}_locales`)}
          where slug in ${wanted} and _locale = ${locale}::_locales and _parent_id is distinct from ${id ?? null}::uuid
          union all
          select text.version_slug from ${sql.identifier(`_${tableOf(collection)}_v_locales`)} text
          join ${sql.identifier(`_${tableOf(collection)}_v`)} version on version.id = text._parent_id and version.latest
          where text.version_slug in ${wanted} and text._locale = ${locale}::_locales
            and version.parent_id is distinct from ${id ?? null}::uuid
          union all
          select slug from public_slugs
          where slug in ${wanted} and collection = ${collection} and locale = ${locale}
            and item_id is distinct from ${id ?? null}::uuid`,
  )
  return new Set(rows.map((row) => row.slug))
}

/** Who else has the slug now. Null: nobody, though it may once have been somebody's. */
export async function holderOf(
  slug: string,
  { collection, locale, id }: SlugPlace,
  transaction: Database,
): Promise<SlugHolder | null> {
  const { rows } = await transaction.execute<{ is_public: boolean; title: string | null }>(
    locale === null
      ? sql`
          select true as is_public, null as title from ${sql.identifier(tableOf(collection))}
          where slug = ${slug} and id is distinct from ${id ?? null}::uuid`
      : sql`
          select _status = 'published' as is_public, title from ${sql.identifier(`${tableOf(collection)}_locales`)}
          where slug = ${slug} and _locale = ${locale}::_locales and _parent_id is distinct from ${id ?? null}::uuid
          union all
          select false, text.version_title from ${sql.identifier(`_${tableOf(collection)}_v_locales`)} text
          join ${sql.identifier(`_${tableOf(collection)}_v`)} version on version.id = text._parent_id and version.latest
          where text.version_slug = ${slug} and text._locale = ${locale}::_locales
            and version.parent_id is distinct from ${id ?? null}::uuid
          order by is_public desc limit 1`,
  )
  const [holder] = rows
  return holder === undefined ? null : { isPublic: holder.is_public, title: holder.title }
}
