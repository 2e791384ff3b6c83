import { toolTexts } from '../../i18n/tool-texts.ts'
import { readableCollections } from '../contract/document.ts'
import { facetNames } from '../documents/facets-of.ts'
import {
  address,
  count,
  documentProperties,
  listOf,
  nullable,
  object,
  text,
} from '../openapi/shared-schemas.ts'
import { publicAnswer } from '../v1/answer.ts'
import { facetGroups } from '../v1/facet-parameters.ts'
import { nextPage } from '../v1/next-page.ts'
import { choices, codes, language, type Parameter, whole } from '../v1/parameter.ts'
import { problem } from '../v1/problem.ts'
import { json, type Route, route } from '../v1/route.ts'
import { MAX_QUERY } from './parse-query.ts'
import { searchCursor, writeSearchCursor } from './search-cursor.ts'
import { type SearchHit, searchDocuments } from './search-documents.ts'

const DEFAULT_LIMIT = 20
const MAX_LIMIT = 100

/** What to look for. Any words will do; only their number has a bound. */
const words: Parameter<string> = {
  schema: { type: 'string', maxLength: MAX_QUERY, examples: ['microcredit "women founders" -grants'] },
  read: (typed) =>
    typed.length <= MAX_QUERY
      ? { value: typed }
      : { problem: toolTexts('v1.tooMany'), remedy: toolTexts('v1.search.shorten', { max: MAX_QUERY }) },
}

const facetParameters: Readonly<Record<string, Parameter<readonly string[]>>> = Object.fromEntries(
  facetNames.map((name) => [name, codes]),
)

export const searchParameters = {
  ...facetParameters,
  locale: language,
  q: words,
  collection: choices(readableCollections),
  facets: choices(facetNames),
  limit: whole(1, MAX_LIMIT, DEFAULT_LIMIT),
  cursor: searchCursor,
}

export const segments = listOf(object({ text, hit: { type: 'boolean' } }))
const { html, related, served, ...summary } = documentProperties

/** `/v1/search`: what is public in a language, the best first. */
export const searchRoute: Route = route({
  path: '/v1/search',
  name: 'search',
  about: 'search',
  scope: 'read',
  parameters: searchParameters as typeof searchParameters & Readonly<Record<string, Parameter<unknown>>>,
  answers: json(
    object({
      data: listOf(
        object({
          document: object(summary),
          title: segments,
          excerpt: segments,
          similar: { type: 'boolean' },
        }),
      ),
      next: nullable(address),
      total: count,
      more: { type: 'boolean' },
      suggestion: nullable(text),
      facets: {
        type: 'object',
        additionalProperties: listOf(object({ code: text, label: text, count })),
      },
    }),
  ),
  async answer({ payload, request, query }) {
    const { locale, q, collection: collections = readableCollections, facets: names, limit, cursor } = query
    if (q === undefined)
      return problem('query', {
        errors: [{ field: 'q', problem: toolTexts('v1.missing'), remedy: toolTexts('v1.search.say') }],
      })
    const found = await searchDocuments(payload, {
      locale,
      q,
      collections,
      facets: facetGroups(facetNames, query),
      names,
      limit: limit ?? DEFAULT_LIMIT,
      after: cursor,
    })
    const next = found.next === null ? null : nextPage(request, writeSearchCursor(found.next))
    const body = JSON.stringify({
      data: found.hits.map(hitOf),
      next,
      total: found.total,
      more: found.hasMore,
      suggestion: found.suggestion,
      facets: found.facets,
    })
    return publicAnswer(request, body, {
      tags: ['network', ...collections.map((each) => `${each}:${locale}`)],
      locales: [locale],
      links: next === null ? [] : [{ rel: 'next', url: next }],
    })
  },
})

const hitOf = ({ document, title, excerpt, isSimilar }: SearchHit) => ({
  document,
  title,
  excerpt,
  similar: isSimilar,
})
