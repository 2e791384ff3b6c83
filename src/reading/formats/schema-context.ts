import type { Payload } from 'payload'

import type { PublicDocument } from '../contract/document.ts'
import { readDocument } from '../documents/read-documents.ts'
import { referencesIn } from './details.ts'
import { isPublicService } from './json-ld.ts'
import type { SchemaContext } from './schema/node.ts'

/** What stands in other documents: a document's page and its linked data by itself say the same of it. */
export async function schemaContextOf(payload: Payload, document: PublicDocument): Promise<SchemaContext> {
  const { collection, details, locale } = document
  const [provider] = collection === 'practices' ? referencesIn(details, 'provider') : []
  const providing =
    provider === undefined ? null : await readDocument(payload, 'organisations', provider.id, locale)
  return { isPublic: isPublicService(document, providing) }
}
