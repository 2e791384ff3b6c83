import type { Payload } from 'payload'

import { networkAcknowledgements } from '../content/network-acknowledgements.ts'
import { networkLanguages } from '../content/network-languages.ts'
import { isLocale, type Locale } from '../i18n/locales.ts'
import { browseDocuments } from '../reading/documents/browse-documents.ts'
import { textOf } from './details.ts'
import { languageOf, type PageLink, type SiteContext } from './site-context.ts'

/** Null when the network does not speak that language: then the site does not exist in it. */
export async function loadSite(payload: Payload, wanted: string): Promise<SiteContext | null> {
  if (!isLocale(wanted)) return null
  const { enabled: locales, chain } = await networkLanguages(payload)
  if (!locales.includes(wanted)) return null

  const language = languageOf(wanted)
  const { name, tagline, postalAddress, contactEmail } = await payload.findGlobal({
    slug: 'network',
    locale: wanted,
    fallbackLocale: false,
    depth: 0,
  })
  return {
    ...language,
    locales,
    chain,
    network: {
      name: name || (await nameInAnyLanguage(payload)),
      tagline: tagline ?? '',
      postalAddress: postalAddress ?? '',
      contactEmail: contactEmail ?? null,
    },
    acknowledgements: await networkAcknowledgements(payload, wanted),
    pages: await footerPages(payload, wanted),
  }
}

/** More would be no footer. */
const MOST_PAGES = 20

/** A name is a name: where it was not entered in this language, it is the same as in the network's own. */
async function nameInAnyLanguage(payload: Payload): Promise<string> {
  const { name } = await payload.findGlobal({ slug: 'network', depth: 0, select: { name: true } })
  return name ?? ''
}

async function footerPages(payload: Payload, locale: Locale): Promise<readonly PageLink[]> {
  const { documents } = await browseDocuments(
    payload,
    { collections: ['pages'], locale },
    { order: 'oldest', perPage: MOST_PAGES },
  )
  return documents.map(({ title, slug, details }) => ({ title, slug, kind: textOf(details.kind) ?? 'other' }))
}
