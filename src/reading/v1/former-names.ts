import type { Payload } from 'payload'

import { databaseOf, sql } from '../../database/database.ts'
import { textArray } from '../../database/text-array.ts'
import type { ReadableCollection } from '../contract/document.ts'
import { chainOf, type DocumentQuery, isPublic } from '../documents/select-documents.ts'
import { openToAll } from './problem.ts'

/**
 * The present slug of the document that had this one in the first of the languages in which it is public. Null: none had
 * it, or it is public in none of them now. Organisations, communities and projects keep no former names.
 */
export async function presentSlug(
  payload: Payload,
  { collection, slugOrId }: { readonly collection: ReadableCollection; readonly slugOrId: string },
  languages: Pick<DocumentQuery, 'locale' | 'fallback'>,
): Promise<string | null> {
  const chain = textArray(chainOf(languages))
  const { rows } = await databaseOf(payload).execute<{ slug: string }>(sql`
    select present.slug from public_slugs known
    join public_documents present using (collection, item_id, locale)
    where known.collection = ${collection} and known.slug = ${slugOrId} and known.locale = any(${chain})
      and ${isPublic} and present.slug <> known.slug
    order by array_position(${chain}, known.locale) limit 1
  `)
  return rows[0]?.slug ?? null
}

/**
 * The way to a document's present address. 308, since the method stays as it is (RFC 9110, section 15.4.9); to be asked
 * again each time, since a document may get an earlier name back. The address is relative: a key that came with the
 * request is not dropped on the way, whatever name of ours it was sent to.
 */
export function movedTo(request: Request, path: string): Response {
  return new Response(null, {
    status: 308,
    headers: {
      ...openToAll,
      Location: path + new URL(request.url).search,
      'Cache-Control': 'public, max-age=0, must-revalidate',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
