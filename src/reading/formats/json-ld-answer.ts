import type { Payload } from 'payload'

import { isLocale } from '../../i18n/locales.ts'
import { isReadable, type PublicDocument } from '../contract/document.ts'
import { readDocument } from '../documents/read-documents.ts'
import { problem } from '../v1/problem.ts'
import { europeanPrefixes, publicEventNode, publicServiceNode } from './european.ts'
import { schemaNodes } from './json-ld.ts'
import { publicAnswer } from './public-answer.ts'
import type { SchemaContext } from './schema/node.ts'
import { schemaContextOf } from './schema-context.ts'

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
  readonly collection: string
  readonly slugOrId: string
}

/**
 * `/v1/{collection}/{slugOrId}.jsonld?locale=fr`: a document as linked data, in the words of schema.org and, where they
 * apply, in those of the Union's catalogues of public services and events.
 */
export async function answerJsonLd(
  payload: Payload,
  request: Request,
  { collection, slugOrId }: NamedDocument,
): Promise<Response> {
  const locale = new URL(request.url).searchParams.get('locale')
  if (!isReadable(collection)) return problem('not-found')
  if (!isLocale(locale))
    return problem('query', {
      errors: [
        { field: 'locale', problem: 'is missing or no language', remedy: 'Add for example locale=en.' },
      ],
    })
  const document = await readDocument(payload, collection, slugOrId, locale)
  if (document === null) return problem('not-found')
  const body = graphOf(document, await schemaContextOf(payload, document))
  return publicAnswer(request, {
    body: `${JSON.stringify(body)}\n`,
    contentType: JSON_LD_TYPE,
    locale,
    changedAt: new Date(document.updatedAt),
    tags: [`${collection}/${document.id}`, `${collection}:${locale}`, 'projects', 'organisations'],
  })
}

function graphOf(document: PublicDocument, context: SchemaContext) {
  const european = [
    context.isPublic ? publicServiceNode(document) : null,
    document.collection === 'events' ? publicEventNode(document) : null,
  ]
  return {
    '@context': ownContext,
    '@graph': [...schemaNodes(document, context), ...european.filter((each) => each !== null)],
  }
}
