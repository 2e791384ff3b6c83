import { lastPublicTitle } from '../content/last-public-title.ts'
import { publicNamesOf } from '../content/public-locales.ts'
import { type ContentCollection, contentCollections } from '../content/published-item.ts'
import { type Database, databaseOf } from '../database/database.ts'
import { correctionOf } from '../ledger/edition-corrections.ts'
import type { ManifestEntry } from '../ledger/editions.ts'
import {
  editionTags,
  type PublicEdition,
  publicAttachment,
  publicEdition,
  publicEditionLocales,
} from '../ledger/public-editions.ts'
import { segmentsOf } from '../newsletter/placeholders.ts'
import { framedEdition } from './archive/framed-edition.ts'
import { issuePath } from './archive/issue-row.ts'
import { keptAs, tagsOf } from './kept-page.ts'
import { loadNewsletters } from './newsletter-pages.ts'
import { notInThisLanguage } from './not-found.ts'
import type { Alternates } from './page.ts'
import { pageResponse, revalidated } from './responses.ts'
import type { SiteContext } from './site-context.ts'
import { decoded, inLocale, type Visit } from './visit.ts'

interface NamedEdition {
  readonly locale: string
  readonly newsletter: string
  readonly number: string
}

/** The letter's own styles stand in it, and its pictures may be ours only. Nothing in it may run. */
const letterSecurity =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/**
 * The frozen letter from when the first reader may have it, without anybody's links: leaving is for those who got it by
 * mail. Where it exists in other languages only, those are offered.
 */
export const answerEdition = (visit: Visit, named: NamedEdition): Promise<Response> =>
  inLocale(visit, named.locale, async (context) => {
    const name = nameOf(named)
    if (name === null) return null
    const database = databaseOf(visit.payload)
    const locales = await publicEditionLocales(name, database)
    const alternates: Alternates = Object.fromEntries(
      locales
        .filter((locale) => context.locales.includes(locale))
        .map((locale) => [locale, issuePath(name.newsletter, name.number, locale)]),
    )
    const edition = await publicEdition(name, context.locale, database)
    if (edition !== null) return letter(visit, context, edition, name.newsletter, alternates)
    if (Object.keys(alternates).length === 0) return null
    return pageResponse(visit.request, context, notInThisLanguage(context, alternates, false), {
      status: 404,
    })
  })

/** A file that came with every mail of an edition. It is kept, never shown: whatever it says it is, nothing in it runs here. */
export const answerEditionFile = (
  visit: Visit,
  { file, ...named }: NamedEdition & { readonly file: string },
): Promise<Response> =>
  inLocale(visit, named.locale, async (context) => {
    const [name, filename] = [nameOf(named), decoded(file)]
    if (name === null || filename === null) return null
    const found = await publicAttachment(name, context.locale, filename, databaseOf(visit.payload))
    if (found === null) return null
    return revalidated(visit.request, found.content, 200, {
      'Content-Type': found.contentType,
      'Content-Language': context.locale,
      ...keptAs(editionTags),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    })
  })

function nameOf({ newsletter, number }: NamedEdition) {
  const [wanted, slug] = [Number(number), decoded(newsletter)]
  return Number.isSafeInteger(wanted) && slug !== null ? { newsletter: slug, number: wanted } : null
}

async function letter(
  { payload, request }: Visit,
  context: SiteContext,
  edition: PublicEdition,
  slug: string,
  alternates: Alternates,
): Promise<Response> {
  const { locale } = context
  const database = databaseOf(payload)
  const newsletters = await loadNewsletters(payload, locale)
  const withoutAnybody = segmentsOf(edition.html)
    .map((segment) =>
      typeof segment === 'string' ? segment : segment.name === 'stands_in' ? '' : `/${locale}/subscribe`,
    )
    .join('')
  const body = framedEdition(context, withoutAnybody, {
    newsletter: { slug, name: newsletters.find(({ id }) => id === edition.newsletterId)?.name ?? '' },
    path: alternates[locale] ?? '',
    alternates,
    correction: await correctionOf(edition.issueId, locale, database),
    gone: await goneFrom(edition.manifest, database),
    attachments: edition.attachments,
  })
  return revalidated(request, body, 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': locale,
    ...keptAs([...tagsOf(locale, contentCollections), ...editionTags]),
    'Content-Security-Policy': letterSecurity,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
  })
}

/** Titles of what stands in the letter and is public in the language in which it stands there no longer. */
async function goneFrom(manifest: readonly ManifestEntry[], database: Database): Promise<string[]> {
  const gone: string[] = []
  for (const collection of contentCollections) {
    const shown = manifest.filter((entry) => entry.collection === collection && entry.shownIn !== null)
    for (const entry of await noLongerPublic(collection, shown, database)) {
      const title = entry.shownIn === null ? null : await lastPublicTitle(entry, entry.shownIn, database)
      if (title !== null) gone.push(title)
    }
  }
  return gone
}

async function noLongerPublic(
  collection: ContentCollection,
  shown: readonly ManifestEntry[],
  database: Database,
): Promise<readonly ManifestEntry[]> {
  if (shown.length === 0) return []
  const names = await publicNamesOf(
    collection,
    shown.map(({ id }) => id),
    database,
  )
  return shown.filter(({ id, shownIn }) => shownIn !== null && names.get(id)?.get(shownIn) === undefined)
}
