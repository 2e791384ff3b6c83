import type { Payload } from 'payload'

import { networkLanguages } from '../../content/network-languages.ts'
import { siteUrl } from '../../content/site-url.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { endonymOf, type Locale, sourceLocale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import { changeHistory, historySince } from '../../reading/changes/change-history.ts'
import { type Xml, xml } from '../xml.ts'
import { oaiDate } from './oai-document.ts'
import { collectionsIn, earliestChange, oaiHost } from './oai-records.ts'
import type { MetadataPrefix } from './oai-request.ts'
import { type OaiSet, specOf } from './oai-set.ts'

/** What is gone is remembered for good, and dates have seconds. */
const promises = { deletedRecord: 'persistent', granularity: 'YYYY-MM-DDThh:mm:ssZ' } as const
const SCHEME = 'oai'
const SAMPLE = 'publications/0198b7a4-5c1e-7d2f-9a3b-4c5d6e7f8091/en'

/** http://www.openarchives.org/OAI/2.0/openarchivesprotocol.htm#Identify */
export async function identify(payload: Payload): Promise<Xml> {
  const { name, contactEmail } = await payload.findGlobal({
    slug: 'network',
    locale: await mainLocale(payload),
    depth: 0,
    select: { name: true, contactEmail: true },
  })
  const host = oaiHost()
  const database = databaseOf(payload)
  const began = await historySince(await changeHistory(database), database)
  const since = await earliestChange(began, database)
  return xml`
<Identify>
<repositoryName>${name ?? host}</repositoryName>
<baseURL>${siteUrl('/oai')}</baseURL>
<protocolVersion>2.0</protocolVersion>
<adminEmail>${contactEmail || `postmaster@${host}`}</adminEmail>
<earliestDatestamp>${oaiDate(since ?? new Date(0))}</earliestDatestamp>
<deletedRecord>${promises.deletedRecord}</deletedRecord>
<granularity>${promises.granularity}</granularity>${host.includes('.') && identifierScheme(host)}
</Identify>`
}

/** http://www.openarchives.org/OAI/2.0/guidelines-oai-identifier.htm */
const identifierScheme = (host: string): Xml => xml`
<description>
<oai-identifier xmlns="http://www.openarchives.org/OAI/2.0/oai-identifier" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai-identifier http://www.openarchives.org/OAI/2.0/oai-identifier.xsd">
<scheme>${SCHEME}</scheme>
<repositoryIdentifier>${host}</repositoryIdentifier>
<delimiter>:</delimiter>
<sampleIdentifier>${[SCHEME, host, SAMPLE].join(':')}</sampleIdentifier>
</oai-identifier>
</description>`

const formats = {
  oai_dc: {
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  },
  oai_openaire: {
    schema: 'https://www.openaire.eu/schema/repo-lit/4.0/openaire.xsd',
    namespace: 'http://namespace.openaire.eu/schema/oaire/',
  },
} as const satisfies Readonly<Record<MetadataPrefix, object>>

export const listFormats = (prefixes: readonly MetadataPrefix[]): Xml => xml`
<ListMetadataFormats>${prefixes.map(
  (prefix) => xml`
<metadataFormat><metadataPrefix>${prefix}</metadataPrefix><schema>${formats[prefix].schema}</schema><metadataNamespace>${formats[prefix].namespace}</metadataNamespace></metadataFormat>`,
)}
</ListMetadataFormats>`

interface NamedSet extends OaiSet {
  readonly name: string
}

/** Every set that there is, all at once: a network has few topics. Their names are in the network's first language. */
export async function listSets(payload: Payload): Promise<Xml> {
  const locale = await mainLocale(payload)
  const { enabled } = await networkLanguages(payload)
  const terms = translator(locale, 'terms')
  const sets: readonly NamedSet[] = [
    { kind: 'collection', code: null, name: terms('oai.set.collection') },
    ...collectionsIn.oai_dc.map(
      (code): NamedSet => ({ kind: 'collection', code, name: terms(`collection.${code}`) }),
    ),
    { kind: 'language', code: null, name: terms('oai.set.language') },
    ...enabled.map((code): NamedSet => ({ kind: 'language', code, name: endonymOf(code) })),
    { kind: 'topic', code: null, name: terms('oai.set.topic') },
    ...(await namedRows(payload, 'topic', locale)),
    { kind: 'community', code: null, name: terms('collection.communities') },
    ...(await namedRows(payload, 'community', locale)),
    { kind: 'country', code: null, name: terms('vocabulary.countries') },
    ...(await namedRows(payload, 'country', locale)),
  ]
  return xml`
<ListSets>${sets.map(
    (set) => xml`
<set><setSpec>${specOf(set)}</setSpec><setName>${set.name}</setName></set>`,
  )}
</ListSets>`
}

const sources = {
  topic: (locale: Locale) => sql`
    select slug as code, spoken.label as name from topics named
    left join topics_locales spoken on spoken._parent_id = named.id and spoken._locale::text = ${locale}
    where slug is not null`,
  community: (locale: Locale) => sql`
    select slug as code, spoken.name from communities named
    left join communities_locales spoken on spoken._parent_id = named.id and spoken._locale::text = ${locale}
    where slug is not null`,
  country: (locale: Locale) => sql`
    select code, spoken.label as name from terms named
    left join terms_locales spoken on spoken._parent_id = named.id and spoken._locale::text = ${locale}
    where vocabulary = 'countries' and code is not null`,
} as const

async function namedRows(
  payload: Payload,
  kind: keyof typeof sources,
  locale: Locale,
): Promise<readonly NamedSet[]> {
  const { rows } = await databaseOf(payload).execute<{ code: string; name: string | null }>(
    sql`${sources[kind](locale)} order by code`,
  )
  return rows.map(({ code, name }) => ({ kind, code, name: name || code }))
}

async function mainLocale(payload: Payload): Promise<Locale> {
  return (await networkLanguages(payload)).chain[0] ?? sourceLocale
}
