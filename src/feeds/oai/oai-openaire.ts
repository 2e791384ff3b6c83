import type { Locale } from '../../i18n/locales.ts'
import type { PublicDocument } from '../../reading/contract/document.ts'
import { dayOfMoment, referencesIn, rowsIn, textIn } from '../../reading/formats/details.ts'
import { doiUrl, editionsOf } from '../../reading/formats/editions-of.ts'
import { funder, type Grant, grantsOf } from '../../reading/formats/grants.ts'
import { cautionsOf } from '../../reading/formats/notes-of.ts'
import { type Xml, xml } from '../xml.ts'
import { accessRightOf, openaireTypeOf } from './coar.ts'
import { creatorsOf, issuedAt, publisherOf } from './oai-dc.ts'

/**
 * OpenAIRE's guidelines for literature repositories, version 4.
 * https://openaire-guidelines-for-literature-repository-managers.readthedocs.io/en/v4.0.0/
 */
export function oaiOpenaire(document: PublicDocument): Xml {
  const { locale, licence, attribution, details } = document
  const editions = editionsOf(document)
  const type = openaireTypeOf(document)
  const access = accessRightOf(document)
  const issued = dayOfMoment(issuedAt(document))
  const description = (text: string, language: Locale) => xml`
<dc:description xml:lang="${language}">${text}</dc:description>`
  return xml`<oaire:resource xmlns:oaire="http://namespace.openaire.eu/schema/oaire/" xmlns:datacite="http://datacite.org/schema/kernel-4" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://namespace.openaire.eu/schema/oaire/ https://www.openaire.eu/schema/repo-lit/4.0/openaire.xsd">
<datacite:titles>
<datacite:title xml:lang="${locale}">${document.title}</datacite:title>${
    textIn(details, 'subtitle') !== null &&
    xml`
<datacite:title xml:lang="${locale}" titleType="Subtitle">${textIn(details, 'subtitle')}</datacite:title>`
  }
</datacite:titles>
<datacite:creators>${creators(document)}
</datacite:creators>${fundingReferences(grantsOf(document))}${alternateIdentifiers(document)}${relatedIdentifiers(document)}
<dc:language>${locale}</dc:language>
<dc:publisher>${publisherOf(document)}</dc:publisher>
<datacite:dates>${
    textIn(details, 'embargoUntil') !== null &&
    xml`
<datacite:date dateType="Accepted">${issued}</datacite:date>
<datacite:date dateType="Available">${dayOfMoment(textIn(details, 'embargoUntil') ?? '')}</datacite:date>`
  }
<datacite:date dateType="Issued">${issued}</datacite:date>
</datacite:dates>
<oaire:resourceType resourceTypeGeneral="literature" uri="${type.uri}">${type.label}</oaire:resourceType>${[
    document.summary,
    ...cautionsOf(document),
    ...document.funding.map(({ text }) => text),
  ]
    .filter((text) => text !== '')
    .map((text) => description(text, locale))}${document.funding.map(
    ({ disclaimer }) => disclaimer !== null && description(disclaimer.text, disclaimer.locale),
  )}${editions.map(
    ({ file }) =>
      file !== null &&
      xml`
<dc:format>${file.type}</dc:format>`,
  )}${identifier(document)}
<datacite:rights rightsURI="${access.uri}">${access.label}</datacite:rights>
<dc:source>${attribution}</dc:source>${subjects(document)}${
    licence !== null &&
    xml`
<oaire:licenseCondition startDate="${issued}" uri="${licence.url}">${licence.name}</oaire:licenseCondition>`
  }${document.countries.map(
    ({ label }) => xml`
<dc:coverage xml:lang="${locale}">${label}</dc:coverage>`,
  )}${editions.map(
    ({ file }) =>
      file !== null &&
      xml`
<oaire:file accessRightsURI="${access.uri}" mimeType="${file.type}" objectType="fulltext">${file.url}</oaire:file>`,
  )}
</oaire:resource>`
}

function creators(document: PublicDocument): readonly Xml[] {
  const authors = rowsIn(document.details, 'authors').filter((author) => textIn(author, 'name') !== null)
  if (authors.length === 0)
    return creatorsOf(document).map(
      (name) => xml`
<datacite:creator><datacite:creatorName nameType="Organizational">${name}</datacite:creatorName></datacite:creator>`,
    )
  return authors.map((author) => {
    const orcid = textIn(author, 'orcid')
    return xml`
<datacite:creator><datacite:creatorName nameType="Personal">${textIn(author, 'name')}</datacite:creatorName>${
      orcid !== null &&
      xml`<datacite:nameIdentifier nameIdentifierScheme="ORCID" schemeURI="https://orcid.org">${orcid}</datacite:nameIdentifier>`
    }${referencesIn(author, 'organisation').map(
      ({ label }) => xml`<datacite:affiliation>${label}</datacite:affiliation>`,
    )}</datacite:creator>`
  })
}

const fundingReferences = (grants: readonly Grant[]): Xml | false =>
  grants.length > 0 &&
  xml`
<oaire:fundingReferences>${grants.map(
    ({ acronym, number, programme, website }) => xml`
<oaire:fundingReference><oaire:funderName>${funder.name}</oaire:funderName><oaire:funderIdentifier funderIdentifierType="Crossref Funder ID">${funder.identifier}</oaire:funderIdentifier>${
      programme !== null && xml`<oaire:fundingStream>${programme}</oaire:fundingStream>`
    }${
      number !== null &&
      xml`<oaire:awardNumber${website !== null && xml` awardURI="${website}"`}>${number}</oaire:awardNumber>`
    }<oaire:awardTitle>${acronym}</oaire:awardTitle></oaire:fundingReference>`,
  )}
</oaire:fundingReferences>`

/** The document's own DOI where this language has one, else the address of its page. */
function identifier(document: PublicDocument): Xml {
  const doi = editionsOf(document).find((edition) => edition.doi !== null)?.doi
  return doi
    ? xml`
<datacite:identifier identifierType="DOI">${doiUrl(doi)}</datacite:identifier>`
    : xml`
<datacite:identifier identifierType="URL">${document.url}</datacite:identifier>`
}

function alternateIdentifiers(document: PublicDocument): Xml | false {
  const others = editionsOf(document).flatMap(({ doi, isbn, issn, url }) => [
    ...(doi === null ? [] : [['URL', document.url ?? ''] as const]),
    ...(isbn === null ? [] : [['ISBN', isbn] as const]),
    ...(issn === null ? [] : [['ISSN', issn] as const]),
    ...(url === null ? [] : [['URL', url] as const]),
  ])
  const number = textIn(document.details, 'deliverableNumber')
  const all = number === null ? others : [...others, ['Deliverable', number] as const]
  return (
    all.length > 0 &&
    xml`
<datacite:alternateIdentifiers>${all.map(
      ([type, value]) => xml`
<datacite:alternateIdentifier alternateIdentifierType="${type}">${value}</datacite:alternateIdentifier>`,
    )}
</datacite:alternateIdentifiers>`
  )
}

/** The same in other languages: from the original its translations come, and two of those are forms of one work. */
function relatedIdentifiers({ alternates, locale, sourceLocale, details }: PublicDocument): Xml | false {
  const relationTo = (other: string) => {
    if (locale === sourceLocale) return 'IsSourceOf'
    return other === sourceLocale ? 'IsDerivedFrom' : 'IsVariantFormOf'
  }
  const related = [
    ...Object.entries(alternates).flatMap(([other, url]) =>
      other === locale ? [] : [{ url, relation: relationTo(other) }],
    ),
    ...referencesIn(details, 'parts').map(({ url }) => ({ url, relation: 'HasPart' })),
    ...referencesIn(details, 'practice').map(({ url }) => ({ url, relation: 'Reviews' })),
  ].filter(({ url }) => url !== null)
  return (
    related.length > 0 &&
    xml`
<datacite:relatedIdentifiers>${related.map(
      ({ url, relation }) => xml`
<datacite:relatedIdentifier relatedIdentifierType="URL" relationType="${relation}">${url}</datacite:relatedIdentifier>`,
    )}
</datacite:relatedIdentifiers>`
  )
}

const subjects = ({ topics, locale }: PublicDocument): Xml | false =>
  topics.length > 0 &&
  xml`
<datacite:subjects>${topics.map(
    ({ label, uri }) => xml`
<datacite:subject xml:lang="${locale}"${uri !== null && xml` valueURI="${uri}"`}>${label}</datacite:subject>`,
  )}
</datacite:subjects>`
