import type { PublicDocument } from '../../contract/document.ts'
import { codesIn, dayOfMoment, referencesIn, rowsIn, textIn } from '../details.ts'
import { doiUrl, editionsOf } from '../editions-of.ts'
import { type Node, node, organisationNode, workNode } from './node.ts'

/** By COAR's kinds of works. https://vocabularies.coar-repositories.org/resource_types/ */
const types: Readonly<Record<string, string>> = {
  c_2f33: 'Book',
  c_3248: 'Chapter',
  c_e059: 'LearningResource',
}

export function publicationNodes(document: PublicDocument): readonly Node[] {
  const { details } = document
  const kind = referencesIn(details, 'type')[0]?.uri?.split('/').at(-1) ?? ''
  const type = types[kind] ?? 'Report'
  const date = textIn(details, 'date')
  const [publisher] = referencesIn(details, 'publisher')
  const editions = editionsOf(document)
  return [
    node({
      ...workNode(document, type, 'work'),
      headline: document.title,
      alternativeHeadline: textIn(details, 'subtitle'),
      ...(date !== null && { datePublished: dayOfMoment(date) }),
      author: rowsIn(details, 'authors').map(authorNode),
      ...(publisher !== undefined && { publisher: organisationNode(publisher) }),
      ...(type === 'Report' && { reportNumber: textIn(details, 'deliverableNumber') }),
      version: textIn(details, 'version'),
      isbn: editions.flatMap(({ isbn }) => isbn ?? []),
      numberOfPages: type === 'Book' ? editions.flatMap(({ pages }) => pages ?? [])[0] : null,
      identifier: editions.flatMap(({ doi }) =>
        doi === null ? [] : [{ '@type': 'PropertyValue', propertyID: 'DOI', value: doi, url: doiUrl(doi) }],
      ),
      hasPart: referencesIn(details, 'parts').map(({ label, url }) =>
        node({ '@type': 'CreativeWork', name: label, url }),
      ),
      isAccessibleForFree: codesIn(details, 'accessRight')[0] === 'open' ? true : null,
      encoding: editions.flatMap(({ url, file }) =>
        url === null
          ? []
          : [
              node({
                '@type': 'MediaObject',
                contentUrl: url,
                encodingFormat: file?.type,
                contentSize: file === null ? null : `${file.size} B`,
                inLanguage: document.locale,
              }),
            ],
      ),
    }),
  ]
}

function authorNode(author: Parameters<typeof textIn>[0]): Node {
  const orcid = textIn(author, 'orcid')
  return node({
    '@type': 'Person',
    name: textIn(author, 'name'),
    identifier: orcid === null ? null : `https://orcid.org/${orcid}`,
    affiliation: referencesIn(author, 'organisation').map(organisationNode),
  })
}
