import type { Payload } from 'payload'

import type { PublishedItem } from '../content/published-item.ts'
import { siteUrl } from '../content/site-url.ts'
import { previewEdition } from '../newsletter/compiled-edition.ts'
import { EditionError } from '../newsletter/edition-error.ts'
import { renderEdition } from '../newsletter/render-edition.ts'

/**
 * An item as it would stand in a letter that carries nothing else, as HTML.
 * @returns `refused` when such a letter must not be sent.
 */
export async function previewItemMail(
  payload: Payload,
  item: PublishedItem,
  now: Date,
): Promise<{ readonly html: string } | 'refused'> {
  const { locale } = item
  const { name, postalAddress } = await payload.findGlobal({
    slug: 'network',
    locale,
    fallbackLocale: 'en',
    depth: 0,
  })
  try {
    const rendered = await renderEdition({
      locale,
      design: 'digest',
      test: false,
      newsletter: {
        name,
        alsoTo: [],
        postalAddress: postalAddress ?? '',
        subscribeUrl: siteUrl(`/${locale}/subscribe`),
      },
      network: {
        name,
        url: siteUrl(`/${locale}`),
        privacyUrl: siteUrl(`/${locale}/pages/privacy`),
        logoUrl: siteUrl('/brand/logo.png'),
      },
      issue: {
        number: 1,
        date: now,
        subject: item.title,
        preheader: '',
        intro: '',
        coverUrl: item.image === null ? siteUrl(`/covers/${item.id}.png`) : null,
      },
      webUrl: item.url,
      emblemUrl: siteUrl('/brand/eu-emblem.png'),
      editionLocales: [locale],
      contents: [
        {
          kind: 'items',
          heading: '',
          items: [{ item, shownLocale: locale, fallbackReason: null }],
        },
      ],
      invitation: null,
      attachments: [],
      acknowledgements: [],
    })
    return { html: previewEdition(rendered).html }
  } catch (error) {
    if (error instanceof EditionError) return 'refused'
    throw error
  }
}
