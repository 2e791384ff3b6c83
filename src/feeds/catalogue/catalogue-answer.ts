import type { Payload } from 'payload'

import { networkLanguages } from '../../content/network-languages.ts'
import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { freshen } from '../../reading/documents/freshen.ts'
import { JSON_LD_TYPE } from '../../reading/formats/json-ld-answer.ts'
import { publicAnswer } from '../../reading/formats/public-answer.ts'
import { problem } from '../../reading/v1/problem.ts'
import { strangeNames } from '../../reading/v1/read-query.ts'
import type { OaiCollection } from '../oai/oai-records.ts'
import { type CatalogueFacts, catalogue } from './catalogue.ts'

/** `/catalogue.jsonld`: what there is for programs to read. */
export async function answerCatalogue(payload: Payload, request: Request): Promise<Response> {
  const errors = strangeNames(new URL(request.url).searchParams, [])
  if (errors.length > 0) return problem('query', { errors })
  await freshen(payload)
  const facts = await readFacts(payload)
  const moments = [...facts.changedAt.values()].map((moment) => moment.getTime())
  return publicAnswer(request, {
    body: `${JSON.stringify(catalogue(facts))}\n`,
    contentType: JSON_LD_TYPE,
    locale: null,
    changedAt: moments.length === 0 ? null : new Date(Math.max(...moments)),
    tags: ['content', 'network'],
  })
}

async function readFacts(payload: Payload): Promise<CatalogueFacts> {
  const { enabled } = await networkLanguages(payload)
  const { name: anyName } = await payload.findGlobal({ slug: 'network', depth: 0, select: { name: true } })
  const names: Partial<Record<Locale, string>> = {}
  const taglines: Partial<Record<Locale, string>> = {}
  let contactEmail: string | null = null
  for (const locale of enabled) {
    const network = await payload.findGlobal({
      slug: 'network',
      locale,
      fallbackLocale: false,
      depth: 0,
      select: { name: true, tagline: true, contactEmail: true },
    })
    // A name is a name, also where it was not entered in this language.
    names[locale] = network.name || anyName || ''
    taglines[locale] = network.tagline ?? ''
    contactEmail = network.contactEmail ?? contactEmail
  }
  const { rows } = await databaseOf(payload).execute<{
    collection: OaiCollection
    at: string | Date
    licences: (string | null)[]
  }>(sql`
    select collection, max(changed_at) as at,
      coalesce(jsonb_agg(distinct document #> '{licence,url}') filter (where document is not null and not hidden), '[]') as licences
    from public_documents
    where collection in ('practices', 'publications', 'peer-reviews', 'events', 'news') group by 1
  `)
  return {
    locales: enabled,
    names,
    taglines,
    contactEmail,
    changedAt: new Map(rows.map(({ collection, at }) => [collection, new Date(at)])),
    licences: new Map(rows.map(({ collection, licences }) => [collection, licences])),
  }
}
