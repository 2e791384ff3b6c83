import type { NamedReference, PublicDocument } from '../contract/document.ts'
import { AUTHORITY, languageUri } from './authority.ts'
import { referencesIn, rowsIn, textIn } from './details.ts'
import { eventStatuses } from './schema/event.ts'
import { type Node, node, nodeId } from './schema/node.ts'

/** The Union's own vocabularies, in short. */
export const europeanPrefixes = {
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  locn: 'http://www.w3.org/ns/locn#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  time: 'http://www.w3.org/2006/time#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** Something that is described elsewhere: what it is stands here too, for whoever has not loaded the tables of the Union. */
const iri = (address: string, type: string): Node => ({ '@id': address, '@type': type })
const uris = (references: readonly NamedReference[], type: string): readonly Node[] =>
  references.flatMap(({ uri }) => (uri === null ? [] : [iri(uri, type)]))
const LANGUAGE = 'dct:LinguisticSystem'
const CONCEPT = 'skos:Concept'
const PAGE = 'foaf:Document'

/**
 * The service that a practice tells of, as the Union's catalogues of public services have it: CPSV-AP 3.2.0. To be said of a
 * service of the public administration only. Null: who answers for it, or where, is not known.
 * https://semiceu.github.io/CPSV-AP/releases/3.2.0/
 */
export function publicServiceNode(document: PublicDocument): Node | null {
  const { details, locale, title, summary, id, topics } = document
  const text = (value: string | null) => (value === null || value === '' ? null : inLanguage(value, locale))
  const [provider] = referencesIn(details, 'provider')
  const [location] = rowsIn(details, 'location')
  const spatial = location === undefined ? [] : uris(referencesIn(location, 'country'), 'dct:Location')
  if (provider === undefined || spatial.length === 0) return null
  return node({
    '@id': nodeId(document, 'public-service'),
    '@type': 'cpsv:PublicService',
    'dct:identifier': id,
    'dct:title': text(title),
    'dct:description': text(summary),
    'cv:hasCompetentAuthority': {
      '@id': `urn:uuid:${provider.id}`,
      '@type': 'cv:PublicOrganisation',
      'skos:prefLabel': text(provider.label),
      'dct:spatial': spatial,
    },
    'dct:spatial': spatial,
    'dct:language': uris(referencesIn(details, 'serviceLanguages'), LANGUAGE),
    'cv:thematicArea': uris(topics, CONCEPT),
    'dcat:keyword': topics.map(({ label }) => text(label)),
    'foaf:homepage': document.url === null ? null : iri(document.url, PAGE),
  })
}

/** The Publications Office's table has one status that we share; the others are named as schema.org names them. */
const statusUri = (status: keyof typeof eventStatuses): string =>
  status === 'as-planned' ? `${AUTHORITY}/event-status/NORMAL` : `https://schema.org/${eventStatuses[status]}`

/**
 * An event in the Core Public Event Vocabulary, 1.1.1. Null: it has no times.
 * https://semiceu.github.io/Core-Public-Event-Vocabulary/releases/1.1.1/
 */
export function publicEventNode(document: PublicDocument): Node | null {
  const { event, details, locale, title, summary, topics, url } = document
  if (event === null) return null
  const text = (value: string | null) => (value === null || value === '' ? null : inLanguage(value, locale))
  const [venue] = rowsIn(details, 'venue')
  const [registration] = rowsIn(details, 'registration')
  const registrationUrl = registration === undefined ? null : textIn(registration, 'url')
  const capacity = registration === undefined ? null : textIn(registration, 'capacity')
  return node({
    '@id': nodeId(document, 'public-event'),
    '@type': 'cv:PublicEvent',
    'dct:identifier': document.id,
    'dct:title': text(title),
    'dct:description': text(summary),
    'dct:type': uris(referencesIn(details, 'type'), CONCEPT),
    'cv:eventStatus': iri(statusUri(event.status), CONCEPT),
    'dct:language': [iri(languageUri(locale), LANGUAGE)],
    'time:hasTime': {
      '@type': 'time:TemporalEntity',
      'time:hasBeginning': instant(event.start),
      'time:hasEnd': instant(event.end),
    },
    'locn:address':
      event.venue === null
        ? null
        : node({
            '@type': 'locn:Address',
            'locn:fullAddress': text(
              [event.venue, venue === undefined ? null : textIn(venue, 'address')].filter(Boolean).join(', '),
            ),
          }),
    'dct:subject': uris(topics, CONCEPT),
    'cv:accessibility': text(venue === undefined ? null : textIn(venue, 'accessibility')),
    'cv:registrationPage': registrationUrl === null ? null : iri(registrationUrl, PAGE),
    'cv:expectedNumberOfParticipants': capacity === null ? null : Number(capacity),
    'foaf:homepage': url === null ? null : iri(url, PAGE),
  })
}

const inLanguage = (value: string, locale: string): Node => ({ '@value': value, '@language': locale })

const instant = (moment: string): Node => ({
  '@type': 'time:Instant',
  'time:inXSDDateTimeStamp': { '@value': moment, '@type': 'xsd:dateTimeStamp' },
})
