import type { SanitizedConfig } from 'payload'

import { toolTexts } from '../../i18n/tool-texts.ts'
import type { ReadableCollection } from '../contract/document.ts'
import { countDocuments, type DocumentOrder, type DocumentQuery } from '../documents/read-documents.ts'
import { fieldsOf, schemaName, wordsOf } from '../openapi/document-schema.ts'
import { address, count, listOf, nullable, object, ref } from '../openapi/shared-schemas.ts'
import { publicAnswer } from './answer.ts'
import { cursor, writeCursor } from './cursor.ts'
import { readTexts } from './document-texts.ts'
import { facetGroups, facetParameters } from './facet-parameters.ts'
import { nextPage } from './next-page.ts'
import { choice, date, flag, whole } from './parameter.ts'
import { problem } from './problem.ts'
import { type Ask, json, type Route, route } from './route.ts'
import {
  included,
  isAskedFor,
  languagesOf,
  licencesOf,
  shapeParameters,
  tagsOf,
  textOf,
} from './wanted-shape.ts'

const DEFAULT_LIMIT = 20
/** Documents on a page. */
export const MAX_LIMIT = 100

const orders: readonly DocumentOrder[] = ['newest', 'oldest', 'title']

const listParameters = {
  from: date('start'),
  to: date('end'),
  updatedSince: date('start'),
  sort: choice(orders),
  limit: whole(1, MAX_LIMIT, DEFAULT_LIMIT),
  cursor,
  count: flag,
}
/** Of what takes place. */
const calendarParameters = { upcoming: flag }

type ListAsk = Ask<ReturnType<typeof shapeParameters> & typeof listParameters & typeof calendarParameters>

/** `/v1/{collection}`: what is public in a language, page by page. */
export function listRoute(collection: ReadableCollection, config: SanitizedConfig): Route {
  const facets = facetParameters(fieldsOf(collection, config))
  return route({
    path: `/v1/${collection}`,
    name: `list${wordsOf(collection)}`,
    about: 'list',
    scope: 'read',
    parameters: {
      ...shapeParameters(collection, config),
      ...facets,
      ...listParameters,
      ...(collection === 'events' ? calendarParameters : {}),
    },
    answers: json({
      ...object({
        data: listOf(ref(schemaName(collection))),
        next: nullable(address),
        total: nullable(count),
        locale: ref('LanguageOfAnswer'),
      }),
    }),
    answer: (ask) => answerList(collection, Object.keys(facets), ask as unknown as ListAsk),
  })
}

async function answerList(
  collection: ReadableCollection,
  facets: readonly string[],
  ask: ListAsk,
): Promise<Response> {
  const { payload, request, query } = ask
  const { locale, upcoming = false, sort = upcoming ? 'oldest' : 'newest' } = query
  if (query.cursor !== undefined && query.cursor.order !== sort) return otherOrder(query.cursor.order)
  const languages = languagesOf(ask)
  const wanted = { ...conditions(facets, ask), ...languages, collections: [collection], order: sort }
  const { documents, next } = await readTexts(payload, wanted, { withLexical: isAskedFor(query, 'lexical') })
  const total = query.count === true ? await countDocuments(payload, wanted) : null
  const nextUrl = next === null ? null : nextPage(request, writeCursor({ order: sort, ...next }))
  const served = languages.chain.filter((each) => documents.some((document) => document.locale === each))

  const data = documents.map((each) => textOf(each, query)).join(',')
  const rest = { next: nextUrl, total, locale: { requested: locale, served } }
  const body = `{"data":[${data}],${JSON.stringify(rest).slice(1, -1)}${await included(documents, ask)}}`
  return publicAnswer(request, body, {
    tags: tagsOf([collection, ...languages.chain.map((each) => `${collection}:${each}`)], query),
    locales: served.length > 0 ? served : [locale],
    links: [...(nextUrl === null ? [] : [{ rel: 'next', url: nextUrl }]), ...licencesOf(documents)],
  })
}

function conditions(facets: readonly string[], { query, now }: ListAsk) {
  const { from, to, updatedSince, upcoming = false, limit = DEFAULT_LIMIT, cursor: after } = query
  return {
    facets: facetGroups(facets, query),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { before: to }),
    ...(updatedSince !== undefined && { changedSince: updatedSince }),
    ...(upcoming && { endingAfter: now }),
    ...(after !== undefined && { after }),
    limit,
  } satisfies Partial<DocumentQuery>
}

const otherOrder = (order: DocumentOrder): Response =>
  problem('query', {
    errors: [
      { field: 'cursor', problem: toolTexts('v1.otherOrder', { order }), remedy: toolTexts('v1.useNext') },
    ],
  })
