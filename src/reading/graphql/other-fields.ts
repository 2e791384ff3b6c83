import { GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql'
import type { SanitizedConfig } from 'payload'

import { toolTexts } from '../../i18n/tool-texts.ts'
import { type DocumentReference, readableCollections } from '../contract/document.ts'
import { facetNames } from '../documents/facets-of.ts'
import { count, listOf, nullable, object, text } from '../openapi/shared-schemas.ts'
import { writeSearchCursor } from '../search/search-cursor.ts'
import { searchDocuments } from '../search/search-documents.ts'
import { searchParameters, segments } from '../search/search-route.ts'
import { facetGroups } from '../v1/facet-parameters.ts'
import { networkSchema, readNetwork } from '../v1/network-routes.ts'
import { choice, language, type Parameter } from '../v1/parameter.ts'
import { readVocabulary, vocabularyNames } from '../v1/vocabularies.ts'
import { vocabularyEntry } from '../v1/vocabulary-routes.ts'
import { argumentsOf, readArguments } from './arguments.ts'
import { type DocumentTypes, rootOf } from './document-types.ts'
import { type Field, type Fields, fieldsOf, listOfAll, type SharedTypes } from './output-types.ts'
import { FOLLOWED } from './query-shape.ts'
import type { Reading } from './reading.ts'

/** What is asked for beside documents. */
export const otherFields = (types: DocumentTypes, config: SanitizedConfig): Fields => ({
  search: searchField(types),
  vocabulary: vocabularyField(types.shared, config),
  network: networkField(types.shared),
})

const { limit, cursor, q, ...choosing } = searchParameters
const parameters = {
  ...choosing,
  q: { ...q, isRequired: true } as Parameter<string> & { readonly isRequired: true },
  first: limit,
  after: cursor,
}

const searchField = ({ any, shared }: DocumentTypes): Field => ({
  type: new GraphQLObjectType<unknown, Reading>({
    name: 'Search',
    fields: {
      hits: {
        type: new GraphQLNonNull(listOfAll(hitType(any, shared))),
        extensions: { isCounted: true },
      },
      next: { type: GraphQLString, description: toolTexts('v1.graphql.about.next') },
      ...fieldsOf(searchSchema, 'Search', shared),
    },
  }),
  description: toolTexts('v1.route.search'),
  args: argumentsOf(parameters),
  async resolve(_, given, reading, { path }) {
    const asked = readArguments(parameters, given, reading.languages)
    const { locale, collection: collections = readableCollections, facets: names, first = 20, after } = asked
    reading.languagesAt.set(path.key, { locale })
    for (const each of collections) reading.tags.add(`${each}:${locale}`)
    const found = await reading.inTurn(() =>
      searchDocuments(reading.payload, {
        locale,
        q: asked.q,
        collections,
        facets: facetGroups(facetNames, asked),
        names,
        limit: first,
        after,
      }),
    )
    reading.served.add(locale)
    return {
      hits: found.hits.map(({ document, title, excerpt, isSimilar }) => ({
        reference: { collection: document.collection, id: document.id },
        title,
        excerpt,
        similar: isSimilar,
      })),
      next: found.next === null ? null : writeSearchCursor(found.next),
      total: found.total,
      more: found.hasMore,
      suggestion: found.suggestion,
      facets: Object.entries(found.facets).map(([name, choices]) => ({ name, choices })),
    }
  },
})

const searchSchema = object({
  total: count,
  more: { type: 'boolean' },
  suggestion: nullable(text),
  facets: listOf(object({ name: text, choices: listOf(object({ code: text, label: text, count })) })),
})

/** A hit leads to its document, which is read when something of it is asked for. */
const hitType = (any: DocumentTypes['any'], shared: SharedTypes): GraphQLObjectType =>
  new GraphQLObjectType<{ readonly reference: DocumentReference }, Reading>({
    name: 'SearchHit',
    fields: {
      document: {
        type: any,
        extensions: { weight: FOLLOWED },
        resolve({ reference }, _, reading, { path }) {
          const languages = reading.languagesAt.get(rootOf(path))
          return languages === undefined ? null : reading.document(reference, languages)
        },
      },
      ...fieldsOf(
        object({ title: segments, excerpt: segments, similar: { type: 'boolean' } }),
        'SearchHit',
        shared,
      ),
    },
  })

function vocabularyField(shared: SharedTypes, config: SanitizedConfig): Field {
  const names = vocabularyNames(config)
  const known = { locale: language, name: wordOf(names) }
  return {
    type: listOfAll(
      new GraphQLObjectType<unknown, Reading>({
        name: 'VocabularyEntry',
        fields: fieldsOf(vocabularyEntry, 'VocabularyEntry', shared),
      }),
    ),
    description: toolTexts('v1.route.vocabulary'),
    args: argumentsOf(known),
    async resolve(_, given, reading) {
      const { locale, name } = readArguments(known, given, reading.languages)
      reading.tags.add('content')
      reading.served.add(locale)
      return reading.inTurn(() => readVocabulary(reading.payload, name, locale))
    },
  }
}

/** One of the lists that there are. */
const wordOf = (names: readonly string[]) => ({ ...choice(names), isRequired: true as const })

const networkParameters = { locale: language }

const networkField = (shared: SharedTypes): Field => ({
  type: new GraphQLObjectType<unknown, Reading>({
    name: 'Network',
    fields: fieldsOf(networkSchema, 'Network', shared),
  }),
  description: toolTexts('v1.route.network'),
  args: argumentsOf(networkParameters),
  resolve(_, given, reading) {
    const { locale } = readArguments(networkParameters, given, reading.languages)
    reading.served.add(locale)
    return reading.inTurn(() => readNetwork(reading.payload, locale, reading.languages))
  },
})
