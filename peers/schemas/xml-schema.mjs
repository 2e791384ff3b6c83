/** What of the XML on standard input breaks the schema in a file, as libxml2 says it. */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'

import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

// Of the attributes that every XML has, schemas ask w3.org, which nobody may ask here.
const everyXml = new TextEncoder().encode(`
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="lang" type="xs:language"/>
  <xs:attribute name="base" type="xs:anyURI"/>
  <xs:attribute name="space" type="xs:NCName"/>
  <xs:attributeGroup name="specialAttrs">
    <xs:attribute ref="xml:lang"/><xs:attribute ref="xml:base"/><xs:attribute ref="xml:space"/>
  </xs:attributeGroup>
</xs:schema>`)
const addresses = ['http://www.w3.org/2001/03/xml.xsd', 'http://www.w3.org/2009/01/xml.xsd']

xmlRegisterFsInputProviders()
xmlRegisterInputProvider(
  new XmlBufferInputProvider(Object.fromEntries(addresses.map((address) => [address, everyXml]))),
)
const [file] = process.argv.slice(2)
const schema = XmlDocument.fromBuffer(await readFile(file), { url: file })
const validator = XsdValidator.fromDoc(schema)
const document = XmlDocument.fromString(await text(process.stdin))
process.stdout.write(JSON.stringify(complaints()))

function complaints() {
  try {
    validator.validate(document)
    return []
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ message }) => message.trim())
    throw error
  }
}
