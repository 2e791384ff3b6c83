import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { PublicDocument, ReadableCollection } from '../contract/document.ts'
import { readDocument } from '../documents/read-documents.ts'
import { referencesIn } from './details.ts'
import { europeanPrefixes, publicEventNode, publicServiceNode } from './european.ts'
import { isPublicService, schemaNodes } from './json-ld.ts'
import { publicAnswer } from './public-answer.ts'

export const JSON_LD_TYPE = 'application/ld+json; charset=utf-8'

const address = { '@type': '@id' } as const

/** All that the graph is written in, so that nobody has to fetch a context to understand it. */
export const ownContext = {
  '@vocab': 'https://schema.org/',
  ...europeanPrefixes,
  contentUrl: address,
  digitalSourceType: address,
  eventAttendanceMode: address,
  eventStatus: address,
  image: address,
  license: address,
  logo: address,
  sameAs: address,
  serviceUrl: address,
  url: address,
} as const

/** A document of the contract, by the parts of its address. */
interface NamedDocument {
  readonly collection: ReadableCollection
  readonly slugOrId: string
}

/** Of an address that answers as something else to whoever does not want linked data. RFC 9110, section 12.5.5 */
export const negotiated = { Vary: 'Accept' } as const

/**
 * `/v1/{collection}/{slugOrId}.jsonld?locale=fr`: a document as linked data, in the words of schema.org and, where they
 * apply, in those of the Union's catalogues of public services and events. Null: it is not public in the language.
 * @param headers further ones.
 */
export async function answerJsonLd(
  payload: Payload,
  request: Request,
  { collection, slugOrId }: NamedDocument,
  locale: Locale,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response | null> {
  const document = await readDocument(payload, collection, slugOrId, locale)
  if (document === null) return null
  const [provider] = referencesIn(document.details, 'provider')
  const providing =
    provider === undefined ? null : await readDocument(payload, 'organisations', provider.id, locale)
  const body = graphOf(document, isPublicService(document, providing))
  return publicAnswer(request, {
    body: `${JSON.stringify(body)}\n`,
    contentType: JSON_LD_TYPE,
    locale,
    changedAt: new Date(document.updatedAt),
    headers,
    tags: [`${collection}/${document.id}`, `${collection}:${locale}`, 'organisations'],
  })
}

function graphOf(document: PublicDocument, isPublic: boolean) {
  const european = [
    isPublic ? publicServiceNode(document) : null,
    document.collection === 'events' ? publicEventNode(document) : null,
  ]
  return {
    '@context': ownContext,
    '@graph': [...schemaNodes(document, { isPublic }), ...european.filter((each) => each !== null)],
  }
}
