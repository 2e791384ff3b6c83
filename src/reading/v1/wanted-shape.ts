import type { SanitizedConfig } from 'payload'

import { fallbackChain } from '../../i18n/fallback-chain.ts'
import type { Locale } from '../../i18n/locales.ts'
import { isReadable, type PublicDocument, type ReadableCollection } from '../contract/document.ts'
import { documentSchema } from '../openapi/document-schema.ts'
import { type DocumentText, readTextsOf } from './document-texts.ts'
import { fieldNames } from './field-names.ts'
import { choices, fallback, language } from './parameter.ts'
import type { Ask } from './route.ts'
import { sparse } from './sparse.ts'

/** In which language documents are wanted, and how much of each. */
export const shapeParameters = (collection: ReadableCollection, config: SanitizedConfig) => ({
  locale: language,
  fallback,
  fields: fieldNames(documentSchema(collection, config)),
  include: choices(['related', 'lexical']),
})

type ShapeAsk = Ask<ReturnType<typeof shapeParameters>>
type Shape = Partial<ShapeAsk['query']>

/** More related documents are left out: they can be read by themselves. */
const MAX_INCLUDED = 100

/** The languages in which an answer may be. */
export function languagesOf({ query, languages: { enabled, chain: own } }: ShapeAsk) {
  const { locale, fallback: asked } = query
  const named = asked === undefined ? [locale] : fallbackChain(locale, asked, own)
  const chain: readonly Locale[] =
    'unknown' in named ? [locale] : named.filter((each) => enabled.includes(each))
  return { locale, fallback: chain.slice(1), chain }
}

export const isAskedFor = ({ include = [] }: Shape, what: 'related' | 'lexical'): boolean =>
  include.includes(what)

/** A document as JSON, whole or only what is wanted of it. */
export const textOf = ({ text }: DocumentText, { fields }: Shape): string =>
  fields === undefined ? text : JSON.stringify(sparse(JSON.parse(text) as PublicDocument, fields))

/** The rest of an answer's JSON: the documents that are related to these, each once. Empty when they are not asked for. */
export async function included(documents: readonly DocumentText[], ask: ShapeAsk): Promise<string> {
  if (!isAskedFor(ask.query, 'related')) return ''
  const named = documents.flatMap(({ text }) => (JSON.parse(text) as PublicDocument).related)
  const references = [...new Map(named.map((each) => [each.id, each])).values()].flatMap(
    ({ collection, id }) => (isReadable(collection) ? [{ collection, id }] : []),
  )
  const found = await readTextsOf(ask.payload, references.slice(0, MAX_INCLUDED), languagesOf(ask), {
    withLexical: isAskedFor(ask.query, 'lexical'),
  })
  return `,"included":[${found.map((each) => textOf(each, ask.query)).join(',')}]`
}

/** Every answer says what the network is called; one with related documents changes when any of them does. */
export const tagsOf = (tags: readonly string[], query: Shape): string[] => [
  ...tags,
  'network',
  ...(isAskedFor(query, 'related') ? ['content'] : []),
]

export const licencesOf = (documents: readonly DocumentText[]) =>
  [...new Set(documents.map(({ licence }) => licence))].flatMap((url) =>
    url === null ? [] : [{ rel: 'license', url }],
  )
