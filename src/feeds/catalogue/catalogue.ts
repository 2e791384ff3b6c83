import { siteUrl } from '../../content/site-url.ts'
import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import { AUTHORITY, languageUri } from '../../reading/formats/authority.ts'
import { europeanPrefixes } from '../../reading/formats/european.ts'
import { type Node, node } from '../../reading/formats/schema/node.ts'
import { dumpPath } from '../../reading/v1/dump-route.ts'
import { collectionsIn, type OaiCollection } from '../oai/oai-records.ts'

/** What the catalogue is made of. */
export interface CatalogueFacts {
  readonly locales: readonly Locale[]
  /** Name of the network by language; it has one at least. */
  readonly names: Readonly<Partial<Record<Locale, string>>>
  readonly taglines: Readonly<Partial<Record<Locale, string>>>
  /** Null: none is told. */
  readonly contactEmail: string | null
  /** When anything in a collection last changed. Absent: there was never anything in it. */
  readonly changedAt: ReadonlyMap<OaiCollection, Date>
  /** Addresses of the licences of what is public in a collection, each once; null where one has none. */
  readonly licences: ReadonlyMap<OaiCollection, readonly (string | null)[]>
}

/** All that the graph is written in, so that nobody has to fetch a context to understand it. */
const context = {
  ...europeanPrefixes,
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
} as const

/** Something that is described elsewhere: what it is stands here too, for whoever has not loaded the tables of the Union. */
const iri = (address: string, type?: string): Node =>
  type === undefined ? { '@id': address } : { '@id': address, '@type': type }
const language = (locale: Locale): Node => iri(languageUri(locale), 'dct:LinguisticSystem')
const CATALOGUE = '/catalogue.jsonld'
const part = (name: string): string => `${siteUrl(CATALOGUE)}#${name}`
/** Licences that the Publications Office has a name for: catalogues compare by it. */
const knownLicences: Readonly<Record<string, string>> = {
  'https://creativecommons.org/licenses/by/4.0/': 'CC_BY_4_0',
  'https://creativecommons.org/licenses/by-sa/4.0/': 'CC_BYSA_4_0',
  'https://creativecommons.org/publicdomain/zero/1.0/': 'CC0',
}

/** The one licence under which all of it is. Nothing where there are several or none: each document then names its own. */
function licenceOf(licences: readonly (string | null)[]): Node {
  const [only, ...others] = [...new Set(licences)]
  if (!only || others.length > 0) return {}
  const code = knownLicences[only]
  return {
    'dct:license': iri(code === undefined ? only : `${AUTHORITY}/licence/${code}`, 'dct:LicenseDocument'),
  }
}

const licenceOfAll = ({ licences }: CatalogueFacts): Node => licenceOf([...licences.values()].flat())
const PUBLIC = iri(`${AUTHORITY}/access-right/PUBLIC`, 'dct:RightsStatement')
const mediaType = (type: string): Node =>
  iri(`https://www.iana.org/assignments/media-types/${type}`, 'dct:MediaType')
const fileType = (code: string): Node => iri(`${AUTHORITY}/file-type/${code}`, 'dct:MediaTypeOrExtent')

/**
 * What the network offers to be read by programs: a dataset for each collection and a service for each interface, for the
 * catalogues of open data. DCAT-AP 3.0.1: https://semiceu.github.io/DCAT-AP/releases/3.0.1/
 */
export function catalogue(facts: CatalogueFacts): Node {
  const { locales, names, taglines } = facts
  const collections = collectionsIn.oai_dc
  const latest = Math.max(...[...facts.changedAt.values()].map((moment) => moment.getTime()))
  const told = inEach(locales, (locale) => taglines[locale] || names[locale] || null)
  return {
    '@context': context,
    '@graph': [
      node({
        '@id': siteUrl(CATALOGUE),
        '@type': 'dcat:Catalog',
        'dct:title': inEach(locales, (locale) => names[locale] ?? null),
        'dct:description': told,
        'dct:publisher': iri(part('publisher')),
        ...licenceOfAll(facts),
        'dct:language': locales.map(language),
        'dcat:themeTaxonomy': iri(`${AUTHORITY}/data-theme`),
        'foaf:homepage': iri(siteUrl('/'), 'foaf:Document'),
        'dct:modified': facts.changedAt.size === 0 ? null : dateTime(new Date(latest)),
        'dcat:dataset': collections.map((collection) => iri(part(collection))),
        'dcat:service': [iri(part('api')), iri(part('oai'))],
      }),
      node({
        '@id': part('publisher'),
        '@type': ['foaf:Agent', 'foaf:Organization'],
        'foaf:name': inEach(locales, (locale) => names[locale] ?? null),
        'foaf:homepage': iri(siteUrl('/'), 'foaf:Document'),
      }),
      ...contactNodes(facts),
      ...collections.flatMap((collection) => datasetNodes(collection, facts)),
      ...serviceNodes(collections, facts),
      ...conceptNodes(),
    ],
  }
}

const inEach = (locales: readonly Locale[], text: (locale: Locale) => string | null): readonly Node[] =>
  locales.flatMap((locale) => {
    const value = text(locale)
    return value ? [{ '@value': value, '@language': locale }] : []
  })

const dateTime = (moment: Date): Node => ({ '@value': moment.toISOString(), '@type': 'xsd:dateTime' })

const contactNodes = ({ contactEmail, locales, names }: CatalogueFacts): readonly Node[] =>
  contactEmail === null
    ? []
    : [
        node({
          '@id': part('contact'),
          '@type': ['vcard:Kind', 'vcard:Organization'],
          'vcard:fn': inEach(locales, (locale) => names[locale] ?? null)[0],
          'vcard:hasEmail': iri(`mailto:${contactEmail}`),
        }),
      ]

function datasetNodes(collection: OaiCollection, facts: CatalogueFacts): readonly Node[] {
  const { locales, names, contactEmail } = facts
  const title = (locale: Locale): string => translator(locale, 'terms')(`collection.${collection}`)
  const described = (locale: Locale): string =>
    translator(locale, 'site')('feeds.title', { network: names[locale] ?? '', subject: title(locale) })
  const changedAt = facts.changedAt.get(collection)
  const distributions = distributionsOf(collection, facts)
  return [
    node({
      '@id': part(collection),
      '@type': 'dcat:Dataset',
      'dct:title': inEach(locales, title),
      'dct:description': inEach(locales, described),
      'dct:identifier': part(collection),
      'dct:publisher': iri(part('publisher')),
      'dct:language': locales.map(language),
      'dct:accessRights': PUBLIC,
      'dct:accrualPeriodicity': iri(`${AUTHORITY}/frequency/CONT`, 'dct:Frequency'),
      'dct:modified': changedAt === undefined ? null : dateTime(changedAt),
      'dcat:theme': [iri(`${AUTHORITY}/data-theme/ECON`), iri(`${AUTHORITY}/data-theme/SOCI`)],
      'dcat:contactPoint': contactEmail === null ? null : iri(part('contact')),
      'dcat:landingPage': locales.map((locale) => iri(siteUrl(`/${locale}/${collection}`), 'foaf:Document')),
      'dcat:distribution': distributions.map((each) => iri(String(each['@id']))),
    }),
    ...distributions,
  ]
}

/** What it can be had as, in each language. */
function distributionsOf(collection: OaiCollection, { locales, licences }: CatalogueFacts): readonly Node[] {
  const licence = licenceOf(licences.get(collection) ?? [])
  const distribution = (name: string, address: string, more: Node): Node => ({
    '@id': part(`${collection}-${name}`),
    '@type': 'dcat:Distribution',
    'dcat:accessURL': iri(siteUrl(address)),
    ...licence,
    ...more,
  })
  const inLanguages = locales.flatMap((locale) => {
    const inLanguage = { 'dct:language': language(locale) }
    const feed = `/${locale}/feeds/${collection}`
    return [
      distribution(`json-${locale}`, `/v1/${collection}?locale=${locale}`, {
        ...inLanguage,
        'dct:format': fileType('JSON'),
        'dcat:mediaType': mediaType('application/json'),
        'dcat:accessService': iri(part('api')),
      }),
      distribution(`dump-${locale}`, dumpPath(collection, locale), {
        ...inLanguage,
        'dcat:downloadURL': iri(siteUrl(dumpPath(collection, locale))),
        // No media type: nobody has registered one for JSON lines.
        'dct:format': fileType('JSON'),
      }),
      distribution(`atom-${locale}`, `${feed}/atom.xml`, {
        ...inLanguage,
        'dct:format': fileType('ATOM'),
        'dcat:mediaType': mediaType('application/atom+xml'),
      }),
      ...(collection === 'events'
        ? [
            distribution(`calendar-${locale}`, `${feed}/calendar.ics`, {
              ...inLanguage,
              'dct:format': fileType('ICS'),
              'dcat:mediaType': mediaType('text/calendar'),
            }),
          ]
        : []),
    ]
  })
  return [
    ...inLanguages,
    distribution('oai', `/oai?verb=ListRecords&metadataPrefix=oai_dc&set=collection:${collection}`, {
      'dct:format': fileType('XML'),
      'dcat:mediaType': mediaType('text/xml'),
      'dcat:accessService': iri(part('oai')),
    }),
  ]
}

function serviceNodes(collections: readonly OaiCollection[], facts: CatalogueFacts): readonly Node[] {
  const { contactEmail } = facts
  const service = (name: string, title: string, more: Node): Node =>
    node({
      '@id': part(name),
      '@type': 'dcat:DataService',
      'dct:title': { '@value': title, '@language': 'en' },
      'dct:publisher': iri(part('publisher')),
      ...licenceOfAll(facts),
      'dct:accessRights': PUBLIC,
      'dcat:contactPoint': contactEmail === null ? null : iri(part('contact')),
      'dcat:servesDataset': collections.map((collection) => iri(part(collection))),
      ...more,
    })
  return [
    service('api', 'Public API', {
      'dcat:endpointURL': iri(siteUrl('/v1'), 'rdfs:Resource'),
      'dcat:endpointDescription': iri(siteUrl('/v1/openapi.json'), 'rdfs:Resource'),
      'dct:format': fileType('JSON'),
    }),
    service('oai', 'OAI-PMH 2.0', {
      'dcat:endpointURL': iri(siteUrl('/oai'), 'rdfs:Resource'),
      'dcat:endpointDescription': iri(siteUrl('/oai?verb=Identify'), 'rdfs:Resource'),
      'dct:format': fileType('XML'),
    }),
  ]
}

/** What the terms of the Union's tables are, for whoever has not loaded the tables. */
const conceptNodes = (): readonly Node[] => [
  {
    '@id': `${AUTHORITY}/data-theme`,
    '@type': 'skos:ConceptScheme',
    'dct:title': { '@value': 'Data theme', '@language': 'en' },
  },
  ...[
    ['ECON', 'Economy and finance'],
    ['SOCI', 'Population and society'],
  ].map(([code, label]) => ({
    '@id': `${AUTHORITY}/data-theme/${code}`,
    '@type': 'skos:Concept',
    'skos:prefLabel': { '@value': label, '@language': 'en' },
    'skos:inScheme': iri(`${AUTHORITY}/data-theme`),
  })),
]
