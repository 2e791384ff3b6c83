import type { PublicDocument } from '../../contract/document.ts'
import { dayOfMoment, fileIn, referencesIn, textIn } from '../details.ts'
import { type Node, node, nodeId, organisationNode, placeNode, workNode } from './node.ts'

export function newsNodes(document: PublicDocument): readonly Node[] {
  const date = textIn(document.details, 'date')
  return [
    {
      ...workNode(document, 'NewsArticle', 'article'),
      headline: document.title,
      ...(date !== null && { datePublished: dayOfMoment(date) }),
    },
  ]
}

/** A review of a support scheme by peers. */
export function reviewNodes(document: PublicDocument): readonly Node[] {
  const [practice] = referencesIn(document.details, 'practice')
  return [
    node({
      ...workNode(document, 'Review', 'review'),
      headline: document.title,
      itemReviewed:
        practice === undefined ? null : node({ '@type': 'Service', name: practice.label, url: practice.url }),
      contributor: referencesIn(document.details, 'hostOrganisation').map(organisationNode),
    }),
  ]
}

export const pageNodes = (document: PublicDocument): readonly Node[] => [
  workNode(document, 'WebPage', 'page'),
]

/** A question that is asked often, with its answer. */
export const faqNodes = (document: PublicDocument): readonly Node[] => [
  node({
    ...workNode(document, 'Question', 'question'),
    acceptedAnswer: document.html === null ? null : node({ '@type': 'Answer', text: document.html }),
  }),
]

export const organisationNodes = (document: PublicDocument): readonly Node[] => {
  const { title, summary, url, details, locale } = document
  return [
    node({
      '@type': 'Organization',
      '@id': nodeId(document, 'organisation'),
      name: title,
      alternateName: textIn(details, 'acronym'),
      // A description is a text, and a text has a language.
      description: summary === '' ? null : { '@value': summary, '@language': locale },
      url: textIn(details, 'website') ?? url,
      location: referencesIn(details, 'country').map(placeNode),
      logo: fileIn(details, 'logo')?.url,
    }),
  ]
}

export const communityNodes = (document: PublicDocument): readonly Node[] => {
  const { title, summary, url, details } = document
  return [
    node({
      '@type': 'Organization',
      '@id': nodeId(document, 'community'),
      name: title,
      description: summary,
      url,
      parentOrganization: referencesIn(details, 'leader').map(organisationNode)[0],
      member: referencesIn(details, 'members').map(organisationNode),
    }),
  ]
}

export const projectNodes = (document: PublicDocument): readonly Node[] => {
  const { title, summary, details } = document
  return [
    node({
      '@type': 'Project',
      '@id': nodeId(document, 'project'),
      name: title,
      alternateName: textIn(details, 'acronym'),
      description: summary,
      url: textIn(details, 'website'),
      foundingDate: textIn(details, 'start')?.slice(0, 10),
      dissolutionDate: textIn(details, 'end')?.slice(0, 10),
      member: [...referencesIn(details, 'coordinator'), ...referencesIn(details, 'partners')].map(
        organisationNode,
      ),
      funding: node({
        '@type': 'Grant',
        identifier: textIn(details, 'grantNumber'),
        name: referencesIn(details, 'programme')[0]?.label,
      }),
    }),
  ]
}
