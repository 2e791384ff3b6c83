import type { CollectionSlug, PayloadRequest } from 'payload'

/** The row that wants a slug, and the language it wants it in. */
export interface SlugPlace {
  readonly collection: CollectionSlug
  readonly locale: PayloadRequest['locale']
  /** Undefined while the row is being created. */
  readonly id: string | undefined
}

/** The slug itself, or with the first number that no other row of the collection has in that language. */
export async function freeSlug(slug: string, place: SlugPlace, req: PayloadRequest): Promise<string> {
  const taken = await takenSlugs(slug, place, req)
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}

async function takenSlugs(slug: string, place: SlugPlace, req: PayloadRequest): Promise<ReadonlySet<string>> {
  const { docs } = await req.payload.db.find<{ id: string; slug?: string }>({
    collection: place.collection,
    where: { slug: { like: slug } },
    ...(place.locale !== undefined && place.locale !== null && { locale: place.locale }),
    select: { slug: true },
    pagination: false,
    limit: 0,
    req,
  })
  return new Set(docs.filter(({ id }) => id !== place.id).map((row) => slugIn(row.slug, place.locale)))
}

const slugIn = (slug: unknown, locale: PayloadRequest['locale']): string => {
  if (typeof slug === 'string') return slug
  if (typeof slug === 'object' && slug !== null && typeof locale === 'string')
    return String((slug as Record<string, unknown>)[locale] ?? '')
  return ''
}
