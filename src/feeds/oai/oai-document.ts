import { siteUrl } from '../../content/site-url.ts'
import type { PublicDocument } from '../../reading/contract/document.ts'
import { type Xml, xml } from '../xml.ts'
import { oaiDc } from './oai-dc.ts'
import type { OaiError } from './oai-error.ts'
import { oaiOpenaire } from './oai-openaire.ts'
import { type OaiRecord, oaiIdentifier } from './oai-records.ts'
import type { MetadataPrefix } from './oai-request.ts'
import { setsOf } from './oai-set.ts'

export const OAI_TYPE = 'text/xml; charset=utf-8'

/** In whole seconds, in UTC. http://www.openarchives.org/OAI/2.0/openarchivesprotocol.htm#Dates */
export const oaiDate = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`

/** Around every answer. @param stated arguments as they were given; none when they make no sense. */
export const oaiDocument = (answer: Xml, stated: Readonly<Record<string, string>>, now: Date): string =>
  xml`<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
<responseDate>${oaiDate(now)}</responseDate>
<request${Object.entries(stated).map(([name, value]) => xml` ${name}="${value}"`)}>${siteUrl('/oai')}</request>${answer}
</OAI-PMH>
`.source

export const errorElement = ({ code, message }: OaiError): Xml => xml`
<error code="${code}">${message}</error>`

export const headerElement = (record: OaiRecord): Xml => xml`
<header${record.document === null && xml` status="deleted"`}><identifier>${oaiIdentifier(record)}</identifier><datestamp>${oaiDate(
  record.changedAt,
)}</datestamp>${setsOf(record.collection, record.locale, record.facets).map(
  (spec) => xml`<setSpec>${spec}</setSpec>`,
)}</header>`

/** A record that is gone has no metadata. */
export const recordElement = (record: OaiRecord, prefix: MetadataPrefix): Xml => xml`
<record>${headerElement(record)}${
  record.document !== null &&
  xml`
<metadata>
${metadata(record.document, prefix)}
</metadata>`
}
</record>`

function metadata(document: PublicDocument, prefix: MetadataPrefix): Xml {
  switch (prefix) {
    case 'oai_dc':
      return oaiDc(document)
    case 'oai_openaire':
      return oaiOpenaire(document)
  }
}
