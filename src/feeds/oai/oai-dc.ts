import type { Locale } from '../../i18n/locales.ts'
import type { PublicDocument } from '../../reading/contract/document.ts'
import { dayOfMoment, referencesIn, rowsIn, textIn } from '../../reading/formats/details.ts'
import { doiUrl, editionsOf } from '../../reading/formats/editions-of.ts'
import { grantsOf } from '../../reading/formats/grants.ts'
import { cautionsOf } from '../../reading/formats/notes-of.ts'
import { type Xml, xml } from '../xml.ts'
import { accessRightOf, resourceTypeOf } from './coar.ts'

/** In Dublin Core's fifteen elements. http://www.openarchives.org/OAI/2.0/openarchivesprotocol.htm#dublincore */
export function oaiDc(document: PublicDocument): Xml {
  const { details, licence, attribution, funding, locale, alternates } = document
  const editions = editionsOf(document)
  const plain = (name: string, values: readonly (string | null | undefined)[]) =>
    distinct(values).map((value) => element(name, value))
  const inLanguage = (name: string, values: readonly (string | null)[], language: Locale = locale) =>
    distinct(values).map((value) => element(name, value, language))
  return xml`<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">${[
    inLanguage('title', [document.title, textIn(details, 'subtitle')]),
    plain('creator', creatorsOf(document)),
    inLanguage(
      'subject',
      [...document.topics, ...referencesIn(details, 'services')].map(({ label }) => label),
    ),
    inLanguage('description', [document.summary, ...cautionsOf(document)]),
    inLanguage(
      'description',
      funding.map(({ text }) => text),
    ),
    funding.flatMap(({ disclaimer }) =>
      disclaimer === null ? [] : inLanguage('description', [disclaimer.text], disclaimer.locale),
    ),
    plain('publisher', [publisherOf(document)]),
    plain('date', [dayOfMoment(issuedAt(document))]),
    plain('type', [resourceTypeOf(document).uri]),
    plain(
      'format',
      editions.map(({ file }) => file?.type ?? null),
    ),
    plain('identifier', [
      document.url,
      ...editions.flatMap(({ url, doi, isbn, issn }) => [
        url,
        doi && doiUrl(doi),
        isbn && `urn:isbn:${isbn}`,
        issn && `urn:issn:${issn}`,
      ]),
    ]),
    plain('language', [locale]),
    plain('relation', [
      ...Object.entries(alternates).flatMap(([other, url]) => (other === locale ? [] : [url])),
      ...grantsOf(document).flatMap(({ number }) =>
        number === null ? [] : [`info:eu-repo/grantAgreement/EC//${number}`],
      ),
    ]),
    inLanguage(
      'coverage',
      document.countries.map(({ label }) => label),
    ),
    plain('rights', [accessRightOf(document).euRepo, licence?.url]),
    inLanguage('rights', [licence?.name ?? null, attribution]),
  ]}
</oai_dc:dc>`
}

const distinct = (values: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(values.filter((value): value is string => typeof value === 'string' && value !== '')),
]

const element = (name: string, value: string, language?: Locale): Xml =>
  language === undefined
    ? xml`
<dc:${name}>${value}</dc:${name}>`
    : xml`
<dc:${name} xml:lang="${language}">${value}</dc:${name}>`

/** Those who wrote it; where nobody is named, who answers for it. */
export const creatorsOf = ({ details, organisation, attribution }: PublicDocument): readonly string[] => {
  const authors = rowsIn(details, 'authors').flatMap((author) => textIn(author, 'name') ?? [])
  return authors.length > 0 ? authors : [organisation?.label ?? attribution].filter((name) => name !== '')
}

export const publisherOf = ({ details, organisation, attribution }: PublicDocument): string =>
  referencesIn(details, 'publisher')[0]?.label ?? organisation?.label ?? attribution

/** When the work itself came out, as far as that was stated. */
export const issuedAt = ({ details, publishedAt }: PublicDocument): string =>
  textIn(details, 'date') ?? publishedAt
