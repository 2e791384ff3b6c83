import { feedPath } from '../content/feed-path.ts'
import { type Html, jsonLd } from '../content/markup/html.ts'
import { contentCollections } from '../content/published-item.ts'
import { siteUrl } from '../content/site-url.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import { schemaOf } from '../reading/formats/json-ld.ts'
import type { SiteContext } from './site-context.ts'

/** For the head of a page that shows these documents: what they are in the words of schema.org. Nothing where it shows none. */
export const structuredData = (documents: readonly PublicDocument[]): Html | false =>
  documents.length > 0 &&
  jsonLd({
    '@context': 'https://schema.org',
    '@graph': documents.flatMap((each) => schemaOf(each)['@graph']),
  })

/** What the network offers to programs in a language: https://schema.org/DataCatalog, with a feed for each collection. */
export const catalogueData = ({ locale, locales, network, terms }: SiteContext): Html =>
  jsonLd({
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    '@id': siteUrl('/catalogue.jsonld'),
    name: network.name,
    ...(network.tagline !== '' && { description: network.tagline }),
    url: siteUrl(`/${locale}`),
    inLanguage: locales,
    publisher: { '@type': 'Organization', name: network.name, url: siteUrl(`/${locale}`) },
    dataset: contentCollections.map((collection) => ({
      '@type': 'DataFeed',
      name: terms(`collection.${collection}`),
      url: siteUrl(`/${locale}/${collection}`),
      inLanguage: locale,
      distribution: {
        '@type': 'DataDownload',
        encodingFormat: 'application/atom+xml',
        contentUrl: siteUrl(feedPath(locale, collection, 'atom.xml')),
      },
    })),
  })
