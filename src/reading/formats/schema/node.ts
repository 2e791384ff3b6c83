import type { NamedReference, PublicDocument } from '../../contract/document.ts'
import { funder, grantsOf } from '../grants.ts'
import { cautionsOf, MACHINE_MADE } from '../notes-of.ts'

/** A node of a JSON-LD graph. What is null or empty is left out of it: see `node`. */
export type Node = Readonly<Record<string, unknown>>

/** What is known beside a document itself. */
export interface SchemaContext {
  /** Whether a public body answers for the service that a practice tells of. */
  readonly isPublic: boolean
}

/** Without what says nothing. */
export const node = (properties: Node): Node =>
  Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )

/** The name of a part of a document, for good as long as its address is. */
export const nodeId = ({ url, id }: Pick<PublicDocument, 'url' | 'id'>, part: string): string =>
  url === null ? `urn:uuid:${id}` : `${url}#${part}`

export const organisationNode = ({ label, url }: NamedReference): Node =>
  node({ '@type': 'Organization', name: label, url })

/**
 * What every work of ours says: its language and the others it exists in, who publishes it, who paid, on what terms it may be
 * used, and whether a machine translated it.
 */
export function workNode(document: PublicDocument, type: string, part: string): Node {
  const { title, summary, url, locale, licence, attribution, organisation, funding } = document
  const disclaimers = funding.flatMap(({ disclaimer }) => disclaimer ?? [])
  return node({
    '@type': type,
    '@id': nodeId(document, part),
    name: title,
    description: summary,
    url,
    inLanguage: locale,
    datePublished: document.publishedAt,
    dateModified: document.updatedAt,
    image: document.image?.url,
    license: licence?.url,
    creditText: attribution,
    publisher: organisation
      ? organisationNode(organisation)
      : node({ '@type': 'Organization', name: attribution }),
    keywords: document.topics.map(({ label }) => label),
    spatialCoverage: document.countries.map(placeNode),
    correction: document.corrections.map(({ at, reason }) => ({
      '@type': 'CorrectionComment',
      text: reason,
      datePublished: at,
    })),
    funding: grantsOf(document).map(({ acronym, number, website }) =>
      node({
        '@type': 'Grant',
        name: acronym,
        identifier: number,
        url: website,
        description: funding.find(({ project }) => project === acronym)?.text,
        funder: { '@type': 'Organization', '@id': funder.identifier, name: funder.name },
      }),
    ),
    usageInfo: disclaimers.map(({ text, locale: language }) => ({
      '@type': 'CreativeWork',
      text,
      inLanguage: language,
    })),
    creativeWorkStatus: cautionsOf({ ...document, machineTranslated: false })[0],
    ...translation(document, part),
  })
}

/** From which language it comes and into which it went. A machine is named by its kind, and only a person as translator. */
function translation(document: PublicDocument, part: string): Node {
  const { locale, sourceLocale, alternates, machineTranslated, organisation, attribution } = document
  const version = ([language, url]: readonly [string, string]): Node => ({
    '@id': `${url}#${part}`,
    url,
    inLanguage: language,
  })
  if (locale === sourceLocale)
    return {
      workTranslation: Object.entries(alternates)
        .filter(([language]) => language !== locale)
        .map(version),
    }
  const original = alternates[sourceLocale]
  return {
    translationOfWork: original === undefined ? null : version([sourceLocale, original]),
    digitalSourceType: machineTranslated ? MACHINE_MADE : null,
    translator: machineTranslated
      ? null
      : node({ '@type': 'Organization', name: organisation?.label ?? attribution }),
  }
}

export const placeNode = ({ label, uri }: NamedReference): Node =>
  node({ '@type': 'Country', name: label, sameAs: uri })
