import type { Payload } from 'payload'

import type { Locale } from '../i18n/locales.ts'
import type { Event, News, Practice, Publication } from '../payload-types.ts'
import { fileHref, row } from './body/facts.ts'
import { wholeHtml } from './body/whole-html.ts'
import { asAccessibleAt } from './present-access.ts'
import type { ItemFile, ItemReference } from './published-item.ts'
import { asIfPublished, populatedProjects, readPublished } from './read-published.ts'
import { siteUrl } from './site-url.ts'

/** What stands on an item's page beside title, summary and picture, in one language. */
export interface WholeItem {
  /** Its body, as safe HTML with absolute addresses, in one element that says its language. */
  readonly html: string
  /** The documents that come in that language, of a publication that is open to everybody. */
  readonly files: readonly ItemFile[]
}

type Stored = Practice | Publication | Event | News

/** Null: not public in that locale. */
export const readWholeItem = (
  payload: Payload,
  item: ItemReference,
  locale: Locale,
): Promise<WholeItem | null> => wholeItemOf(payload, item, locale, { draft: false })

/**
 * The item as readers see it, or as a draft: as they would see it if what is stored of it were public. Texts of other
 * languages never enter.
 * @returns null when it is not public in that locale; of a draft, when there is no such item.
 */
export async function wholeItemOf(
  payload: Payload,
  { collection, id }: ItemReference,
  locale: Locale,
  { draft }: { readonly draft: boolean },
): Promise<WholeItem | null> {
  const { docs } = await payload.find({
    collection,
    where: { id: { equals: id }, ...(!draft && { _status: { equals: 'published' } }) },
    locale,
    fallbackLocale: false,
    draft,
    depth: 1,
    populate: { ...populatedProjects, media: wholeMedia },
    limit: 1,
    pagination: false,
  })
  const [found] = docs as Stored[]
  if (found === undefined) return null
  const stored = asAccessibleAt(found, new Date())
  const item = draft
    ? await asIfPublished(payload, collection, locale, stored)
    : await readPublished(payload, { collection, id }, locale)
  if (item === null) return null
  const { contactEmail } = await payload.findGlobal({ slug: 'network', locale, depth: 0 })
  return {
    html: wholeHtml(item, stored, { contactEmail: contactEmail ?? null }),
    files: collection === 'publications' ? filesOf(stored as Publication, locale) : [],
  }
}

const wholeMedia = {
  url: true,
  alt: true,
  width: true,
  height: true,
  filename: true,
  mimeType: true,
  filesize: true,
} as const

function filesOf({ editions, accessRight }: Publication, locale: Locale): ItemFile[] {
  if (accessRight !== 'open') return []
  return (editions ?? []).flatMap(({ locale: language, file }) => {
    const media = row(file)
    const href = fileHref(file)
    if (language !== locale || media === null || href === null) return []
    return [
      {
        url: siteUrl(new URL(href, siteUrl('/')).pathname),
        name: media.filename ?? '',
        type: media.mimeType ?? 'application/octet-stream',
        bytes: media.filesize ?? 0,
      },
    ]
  })
}
