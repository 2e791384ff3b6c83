import { GraphQLID, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql'
import type { SanitizedConfig } from 'payload'

import { fallbackChain } from '../../i18n/fallback-chain.ts'
import type { Locale } from '../../i18n/locales.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'
import type { ReadableCollection } from '../contract/document.ts'
import { countDocuments, type DocumentOrder, type DocumentQuery } from '../documents/read-documents.ts'
import type { NamedDocument } from '../documents/select-named.ts'
import { fieldsOf, schemaName, wordsOf } from '../openapi/document-schema.ts'
import { cursor, writeCursor } from '../v1/cursor.ts'
import { readTraces } from '../v1/document-texts.ts'
import { facetGroups, facetParameters } from '../v1/facet-parameters.ts'
import { choice, date, fallback, flag, language, whole } from '../v1/parameter.ts'
import { argumentsOf, localeType, readArguments } from './arguments.ts'
import type { DocumentTypes } from './document-types.ts'
import { type Field, type Fields, listOfAll } from './output-types.ts'
import { type ReadNode, readNode, readNodes } from './read-nodes.ts'
import type { Reading } from './reading.ts'
import { argumentRefusal, refusal } from './refusal.ts'

const DEFAULT_PAGE = 20
const LONGEST_PAGE = 100

const orders: readonly DocumentOrder[] = ['newest', 'oldest', 'title']

const languageParameters = { locale: language, fallback }
const listParameters = {
  ...languageParameters,
  first: whole(1, LONGEST_PAGE, DEFAULT_PAGE),
  after: cursor,
  sort: choice(orders),
  from: date('start'),
  to: date('end'),
  updatedSince: date('start'),
}
/** Of what takes place. */
const calendarParameters = { upcoming: flag }

/** `peer-reviews` is `peerReviews`. */
const listName = (collection: ReadableCollection): string => lowered(wordsOf(collection))

/** `peer-reviews` is `peerReview`. News has no singular. */
function oneName(collection: ReadableCollection): string {
  const name = lowered(schemaName(collection))
  return name === listName(collection) ? `${name}Item` : name
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** How the documents of a collection are asked for: page by page, and one by one. */
export const documentFields = (
  collection: ReadableCollection,
  types: DocumentTypes,
  config: SanitizedConfig,
): Fields => ({
  [listName(collection)]: listField(collection, types, config),
  [oneName(collection)]: oneField(collection, types),
})

/** A page that was read; how many there are in all is counted when somebody asks. */
interface Page {
  readonly nodes: readonly ReadNode[]
  readonly next: string | null
  readonly served: readonly Locale[]
  total(): Promise<number>
}

function listField(collection: ReadableCollection, types: DocumentTypes, config: SanitizedConfig): Field {
  const facets = facetParameters(fieldsOf(collection, config))
  const parameters = {
    ...listParameters,
    ...facets,
    ...(collection === 'events' ? calendarParameters : {}),
  } as typeof listParameters & typeof calendarParameters
  return {
    type: pageType(collection, types),
    description: toolTexts('v1.route.list'),
    args: argumentsOf(parameters),
    async resolve(_, given, reading, { path }): Promise<Page> {
      const asked = readArguments(parameters, given, reading.languages)
      const { from, to, updatedSince, upcoming = false, after, first = DEFAULT_PAGE } = asked
      const order = asked.sort ?? (upcoming ? 'oldest' : 'newest')
      if (after !== undefined && after.order !== order) throw otherOrder(after.order)
      const languages = languagesIn(asked, reading)
      reading.languagesAt.set(path.key, languages)
      const query: DocumentQuery = {
        ...languages,
        collections: [collection],
        facets: facetGroups(Object.keys(facets), asked),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { before: to }),
        ...(updatedSince !== undefined && { changedSince: updatedSince }),
        ...(upcoming && { endingAfter: reading.now }),
        ...(after !== undefined && { after }),
        order,
        limit: first,
      }
      const chain = [languages.locale, ...languages.fallback]
      for (const tag of [collection, ...chain.map((each) => `${collection}:${each}`)]) reading.tags.add(tag)
      const { nodes, next } = await reading.inTurn(() => readNodes(reading, query))
      return {
        nodes,
        next: next === null ? null : writeCursor({ order, ...next }),
        served: chain.filter((each) => nodes.some(({ locale }) => locale === each)),
        total: () => reading.inTurn(() => countDocuments(reading.payload, query)),
      }
    },
  }
}

const pageType = (collection: ReadableCollection, types: DocumentTypes): GraphQLObjectType =>
  new GraphQLObjectType<Page, Reading>({
    name: `${schemaName(collection)}Page`,
    fields: {
      nodes: {
        type: new GraphQLNonNull(listOfAll(types.of[collection])),
        // The page knows how many there are.
        extensions: { isCounted: true },
      },
      next: { type: GraphQLString, description: toolTexts('v1.graphql.about.next') },
      total: { type: new GraphQLNonNull(GraphQLInt), description: toolTexts('v1.graphql.about.total') },
      served: {
        type: new GraphQLNonNull(listOfAll(localeType)),
        description: toolTexts('v1.graphql.about.servedOfPage'),
      },
    },
  })

const oneField = (collection: ReadableCollection, types: DocumentTypes): Field => ({
  type: types.of[collection],
  description: toolTexts('v1.graphql.one'),
  args: {
    slug: { type: GraphQLString },
    id: { type: GraphQLID },
    ...argumentsOf(languageParameters),
  },
  async resolve(_, { slug, id, ...given }, reading, { path }) {
    const asked = readArguments(languageParameters, given, reading.languages)
    const named = [slug, id].filter((each): each is string => typeof each === 'string' && each !== '')
    const [slugOrId] = named
    if (slugOrId === undefined || named.length > 1) throw whichOne()
    const languages = languagesIn(asked, reading)
    reading.languagesAt.set(path.key, languages)
    const one = { collection, slugOrId: slugOrId.normalize('NFC') }
    const node = await reading.inTurn(() => readNode(reading, one, languages))
    if (node === null) throw await reading.inTurn(() => notThere(one, asked.locale, reading))
    reading.tags.add(`${collection}/${node.id}`)
    return node
  },
})

function languagesIn(
  { locale, fallback: asked }: { readonly locale: Locale; readonly fallback?: string | undefined },
  { languages: { enabled, chain: own } }: Reading,
): { readonly locale: Locale; readonly fallback: readonly Locale[] } {
  const chain = asked === undefined ? [locale] : fallbackChain(locale, asked, own)
  if ('unknown' in chain) return { locale, fallback: [] }
  return { locale, fallback: chain.slice(1).filter((each) => enabled.includes(each)) }
}

/** Says in which languages it can be had, or that it can no more. */
async function notThere(named: NamedDocument, locale: Locale, { payload }: Reading) {
  const traces = await readTraces(payload, named)
  const elsewhere = traces.filter(({ isThere }) => isThere).map(({ locale: each }) => each)
  if (traces.length === 0) return refusal('NOT_FOUND', toolTexts('v1.graphql.notFound'))
  if (elsewhere.length === 0) return refusal('GONE', toolTexts('v1.graphql.gone'))
  const missing = toolTexts('v1.notInLocale', { locale })
  const remedy = toolTexts('v1.graphql.otherLocales', { values: elsewhere.join(', ') })
  return refusal('NOT_IN_LOCALE', `${missing} ${remedy}`, { locales: elsewhere })
}

const whichOne = () => refusal('BAD_USER_INPUT', toolTexts('v1.graphql.slugOrId'))

const otherOrder = (order: DocumentOrder) =>
  argumentRefusal([
    { field: 'after', problem: toolTexts('v1.otherOrder', { order }), remedy: toolTexts('v1.useNext') },
  ])
