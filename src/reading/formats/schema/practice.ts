import type { PublicDocument } from '../../contract/document.ts'
import { referencesIn, rowsIn, textIn } from '../details.ts'
import { type Node, node, nodeId, organisationNode, placeNode, type SchemaContext, workNode } from './node.ts'

/** Two things: the service that exists somewhere, and the article that tells of it. Only the article is ours. */
export const practiceNodes = (document: PublicDocument, context: SchemaContext): readonly Node[] => [
  { ...serviceNode(document, context) },
  {
    ...workNode(document, 'Article', 'article'),
    headline: document.title,
    about: { '@id': nodeId(document, 'service') },
  },
]

/** https://schema.org/Service, or https://schema.org/GovernmentService where a public body answers for it. */
function serviceNode(document: PublicDocument, { isPublic }: SchemaContext): Node {
  const { details, title, summary } = document
  const [provider] = referencesIn(details, 'provider')
  const [location] = rowsIn(details, 'location')
  const [contact] = rowsIn(details, 'contactPoint')
  const country = location === undefined ? [] : referencesIn(location, 'country').map(placeNode)
  const city = location === undefined ? null : textIn(location, 'city')
  const operator = provider === undefined ? null : organisationNode(provider)
  return node({
    '@type': isPublic ? 'GovernmentService' : 'Service',
    '@id': nodeId(document, 'service'),
    name: title,
    description: summary,
    serviceType: referencesIn(details, 'services').map(({ label }) => label),
    provider: operator,
    areaServed: city === null ? country : [{ '@type': 'City', name: city, containedInPlace: country }],
    audience: referencesIn(details, 'targetGroups').map(({ label }) => ({
      '@type': 'Audience',
      audienceType: label,
    })),
    availableChannel: node({
      '@type': 'ServiceChannel',
      serviceUrl: contact === undefined ? null : textIn(contact, 'website'),
      availableLanguage: referencesIn(details, 'serviceLanguages').map(({ code, label }) => code ?? label),
    }),
    termsOfService: textIn(details, 'eligibility'),
    ...(isPublic && { serviceOperator: operator, jurisdiction: country }),
  })
}
