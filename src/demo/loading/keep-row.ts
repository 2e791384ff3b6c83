import type { CollectionSlug, Payload, Where } from 'payload'

import type { Locale } from '../../i18n/locales.ts'

/** Where a row belongs and what tells it apart from the others there. */
export interface RowPlace {
  readonly collection: CollectionSlug
  readonly where: Where
  /** In which `where` is to be understood. The working language unless given. */
  readonly locale?: Locale
}

/** Null when there is no such row. Drafts count. */
export async function findRow(
  payload: Payload,
  { collection, where, locale }: RowPlace,
): Promise<string | null> {
  const { docs } = await payload.find({
    collection,
    where,
    locale,
    draft: true,
    limit: 1,
    pagination: false,
    depth: 0,
    select: {},
  })
  const [row] = docs
  return row === undefined ? null : String(row.id)
}

/**
 * The id of a row, created unless an earlier run that was interrupted did so already.
 * @param data localised fields as objects by locale.
 */
export async function keepRow(
  payload: Payload,
  place: RowPlace,
  data: Record<string, unknown>,
): Promise<string> {
  const found = await findRow(payload, place)
  if (found !== null) return found
  const { id } = await payload.create({
    collection: place.collection,
    // Payload's types know single locales only; a write takes all of them at once.
    locale: 'all' as Locale,
    data: data as never,
    depth: 0,
  })
  return String(id)
}
