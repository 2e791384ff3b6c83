import type { PublicDocument } from '../contract/document.ts'
import { eventNodes } from './schema/event.ts'
import type { Node, SchemaContext } from './schema/node.ts'
import {
  communityNodes,
  faqNodes,
  newsNodes,
  organisationNodes,
  pageNodes,
  projectNodes,
  reviewNodes,
} from './schema/others.ts'
import { practiceNodes } from './schema/practice.ts'
import { publicationNodes } from './schema/publication.ts'

export interface JsonLd {
  readonly '@context': 'https://schema.org'
  readonly '@graph': readonly Node[]
}

/**
 * A document in the words of schema.org, for the head of its page. Pure: what stands in other documents must be given.
 * @param context `isPublic`: see `isPublicService`.
 */
export const schemaOf = (document: PublicDocument, context: Partial<SchemaContext> = {}): JsonLd => ({
  '@context': 'https://schema.org',
  '@graph': schemaNodes(document, {
    isPublic: context.isPublic ?? isPublicService(document, null),
  }),
})

export function schemaNodes(document: PublicDocument, context: SchemaContext): readonly Node[] {
  switch (document.collection) {
    case 'practices':
      return practiceNodes(document, context)
    case 'publications':
      return publicationNodes(document)
    case 'events':
      return eventNodes(document)
    case 'news':
      return newsNodes(document)
    case 'peer-reviews':
      return reviewNodes(document)
    case 'faqs':
      return faqNodes(document)
    case 'pages':
      return pageNodes(document)
    case 'organisations':
      return organisationNodes(document)
    case 'communities':
      return communityNodes(document)
    case 'projects':
      return projectNodes(document)
  }
}

/** Kinds of organisations that are public bodies, by the codes of the vocabulary `organisation-types`. */
const publicBodies = new Set([
  'agency',
  'government',
  'local-authority',
  'ministry',
  'municipality',
  'public-agency',
  'public-authority',
  'public-body',
  'public-employment-service',
  'region',
  'regional-authority',
])

/**
 * Whether a practice tells of a service of the public administration: its sector says so, or whoever provides it is a public
 * body. A scheme of a charity is none, however public its money.
 * @param provider the document of the organisation that provides it, where that was read.
 */
export function isPublicService(
  { collection, details }: PublicDocument,
  provider: PublicDocument | null,
): boolean {
  if (collection !== 'practices') return false
  if (details.sector !== null && details.sector !== undefined) return details.sector === 'public'
  const type = provider?.details.type
  const code = typeof type === 'object' && type !== null && 'code' in type ? type.code : null
  return typeof code === 'string' && publicBodies.has(code)
}
