import { GraphQLInterfaceType, GraphQLNonNull, GraphQLObjectType } from 'graphql'
import type { SanitizedConfig } from 'payload'
import { toolTexts } from '../../i18n/tool-texts.ts'
import {
  isReadable,
  type NamedReference,
  type ReadableCollection,
  readableCollections,
} from '../contract/document.ts'
import { documentSchema, schemaName } from '../openapi/document-schema.ts'
import { documentProperties, object } from '../openapi/shared-schemas.ts'
import type { JsonSchema } from '../v1/parameter.ts'
import { type Fields, fieldsOf, type SharedTypes, sharedTypes } from './output-types.ts'
import { FOLLOWED } from './query-shape.ts'
import type { Reading } from './reading.ts'

export interface DocumentTypes {
  /** What documents of every collection have. */
  readonly any: GraphQLInterfaceType
  readonly of: Readonly<Record<ReadableCollection, GraphQLObjectType>>
  readonly shared: SharedTypes
}

/** A type for the documents of each collection, made from the schema by which REST answers them. */
export function documentTypes(config: SanitizedConfig): DocumentTypes {
  const shared = sharedTypes((name) => (name === 'NamedReference' ? followed() : {}))
  const base = fieldsOf(object(documentProperties), 'Document', shared)
  const any: GraphQLInterfaceType = new GraphQLInterfaceType({
    name: 'Document',
    fields: base,
    resolveType: (value: { readonly collection: ReadableCollection }) => schemaName(value.collection),
  })
  /** The document that a name stands for, in the languages of the one that names it. */
  const followed = (): Fields => ({
    document: {
      type: any,
      description: toolTexts('v1.graphql.about.document'),
      extensions: { weight: FOLLOWED },
      resolve(source, _, reading, { path }) {
        const { collection, id } = source as NamedReference
        const languages = reading.languagesAt.get(rootOf(path))
        if (!isReadable(collection) || languages === undefined) return null
        return reading.document({ collection, id }, languages)
      },
    },
  })
  const typeOf = (collection: ReadableCollection): GraphQLObjectType => {
    const name = schemaName(collection)
    const { details } = documentSchema(collection, config).properties as Readonly<Record<string, JsonSchema>>
    const type = new GraphQLObjectType<unknown, Reading>({
      name: `${name}Details`,
      fields: fieldsOf(details ?? {}, `${name}Details`, shared),
    })
    return new GraphQLObjectType<unknown, Reading>({
      name,
      interfaces: [any],
      fields: { ...base, details: { type: new GraphQLNonNull(type) } },
    })
  }
  const of = Object.fromEntries(readableCollections.map((each) => [each, typeOf(each)]))
  return { any, of: of as DocumentTypes['of'], shared }
}

interface Path {
  readonly prev: Path | undefined
  readonly key: string | number
}

/** The name at the top under which a field stands. */
export const rootOf = ({ prev, key }: Path): string | number => (prev === undefined ? key : rootOf(prev))
