import { withdrawalOf } from '../content/item-corrections.ts'
import { publicNames } from '../content/public-locales.ts'
import { isContentCollection } from '../content/published-item.ts'
import { itemPath, siteUrl } from '../content/site-url.ts'
import { itemNamed, presentName } from '../content/slugs/public-slugs.ts'
import type { TranslatableCollection, TranslatableReference } from '../content/translatable.ts'
import { type Database, databaseOf } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { PublicDocument, ReadableCollection } from '../reading/contract/document.ts'
import { projectDocument } from '../reading/documents/project-documents.ts'
import { readDocument } from '../reading/documents/read-documents.ts'
import { readTraces } from '../reading/v1/document-texts.ts'
import { followLink } from './follow/follow-address.ts'
import { enabledAlternates } from './item-page.ts'
import { notFoundPage, notInThisLanguage, withdrawnPage } from './not-found.ts'
import type { Alternates } from './page.ts'
import { pageResponse } from './responses.ts'
import type { SiteContext } from './site-context.ts'
import type { Visit } from './visit.ts'

/**
 * What is answered where nothing is public under a name: the way to the item's present address in this language, in one
 * hop however often it changed; or why it was withdrawn; or the languages in which it can be read. Null when nothing ever had the name.
 */
export async function otherAddresses(
  visit: Visit,
  context: SiteContext,
  collection: TranslatableCollection,
  name: string,
): Promise<Response | null> {
  const database = databaseOf(visit.payload)
  const moved = await presentName(collection, name, context.locale, database)
  if (moved !== null) return movedTo(visit, itemPath(collection, moved.slug, context.locale))
  const reference = await itemNamed(collection, name, database)
  if (reference === null) return null
  const paths = await pathsOf(reference, context.locales, database)
  const here = paths[context.locale]
  if (here !== undefined) return movedTo(visit, here)
  const withdrawal = isContentCollection(collection)
    ? await withdrawalOf({ collection, id: reference.id }, context.locale, database)
    : null
  if (withdrawal !== null)
    return pageResponse(visit.request, context, withdrawnPage(context, withdrawal, paths), { status: 410 })
  if (Object.keys(paths).length === 0) return null
  // Pages such as the imprint change without anybody being told.
  const more = isContentCollection(collection) && followLink(context, { collection, id: reference.id }, false)
  return pageResponse(visit.request, context, notInThisLanguage(context, paths, more), { status: 404 })
}

/**
 * A document that is public under this very name and waits to be made, since many others were changed before it: it is
 * made before its turn, or its address would lead to itself. Null: nothing is public under the name.
 */
export async function lateDocument(
  { payload }: Visit,
  { locale }: SiteContext,
  collection: TranslatableCollection,
  name: string,
): Promise<PublicDocument | null> {
  const database = databaseOf(payload)
  const reference = await itemNamed(collection, name, database)
  if (reference === null) return null
  const present = (await publicNames(reference, database)).get(locale)
  if (present?.slug !== name) return null
  await projectDocument(payload, reference)
  return readDocument(payload, collection, name, locale)
}

/** The same for what keeps no former names: the languages in which it is public. Null: in none. */
export async function inOtherLanguages(
  visit: Visit,
  context: SiteContext,
  collection: ReadableCollection,
  name: string,
): Promise<Response | null> {
  for (const other of context.locales) {
    const found = await readDocument(visit.payload, collection, name, other)
    if (found === null) continue
    const paths = enabledAlternates(context, found)
    const here = paths[context.locale]
    return here === undefined
      ? pageResponse(visit.request, context, notInThisLanguage(context, paths, false), { status: 404 })
      : movedTo(visit, here)
  }
  return null
}

/** What was public under a name and is in no language any more: that it is gone. Null: something is there, or never was. */
export async function gonePage(
  { payload, request }: Visit,
  context: SiteContext,
  collection: ReadableCollection,
  name: string,
): Promise<Response | null> {
  const traces = await readTraces(payload, { collection, slugOrId: name })
  const isGone = traces.length > 0 && traces.every(({ isThere }) => !isThere)
  return isGone ? pageResponse(request, context, notFoundPage(context), { status: 410 }) : null
}

/**
 * For good, but to be asked again: a browser that remembered both would go round in circles when an item gets an earlier
 * name back.
 */
const movedTo = ({ request }: Visit, path: string): Response =>
  new Response(null, {
    status: 301,
    headers: {
      Location: siteUrl(path) + new URL(request.url).search,
      'Cache-Control': 'public, max-age=0, must-revalidate',
    },
  })

/** Locale → path of each of the locales in which the item is public. */
async function pathsOf(
  reference: TranslatableReference,
  locales: readonly Locale[],
  database: Database,
): Promise<Alternates> {
  const names = await publicNames(reference, database)
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const name = names.get(locale)
      return name === undefined ? [] : [[locale, itemPath(reference.collection, name.slug, locale)]]
    }),
  )
}
