import {
  GraphQLBoolean,
  type GraphQLFieldConfig,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLNullableType,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  GraphQLString,
} from 'graphql'

import { toolTexts } from '../../i18n/tool-texts.ts'
import { sharedSchemas } from '../openapi/shared-schemas.ts'
import type { JsonSchema } from '../v1/parameter.ts'
import { localeType } from './arguments.ts'
import { LONG_TEXT } from './query-shape.ts'
import type { Reading } from './reading.ts'

export type Field = GraphQLFieldConfig<unknown, Reading>
export type Fields = Readonly<Record<string, Field>>
type Properties = Readonly<Record<string, JsonSchema>>

const json = new GraphQLScalarType({ name: 'JSON', description: toolTexts('v1.graphql.about.json') })

/** Types under names that several documents share. */
export interface SharedTypes {
  /** Of a schema that others refer to: `#/components/schemas/Image`. */
  named(ref: string): GraphQLNullableType & GraphQLOutputType
}

/** @param more fields of shared types that only GraphQL has, by the type's name. */
export function sharedTypes(more: (name: string) => Fields): SharedTypes {
  const known = new Map<string, GraphQLNullableType & GraphQLOutputType>([['Locale', localeType]])
  const types: SharedTypes = {
    named(ref) {
      const name = ref.split('/').at(-1) ?? ''
      const found = known.get(name)
      if (found !== undefined) return found
      const made = new GraphQLObjectType<unknown, Reading>({
        name,
        description: aboutField(name.charAt(0).toLowerCase() + name.slice(1)),
        fields: () => ({ ...fieldsOf(sharedSchemas[name] ?? {}, name, types), ...more(name) }),
      })
      known.set(name, made)
      return made
    },
  }
  return types
}

/**
 * Fields for the properties of a JSON Schema: what REST answers is described once. A type of its own, where a property
 * needs one, is called after where it stands.
 */
export function fieldsOf(schema: JsonSchema, owner: string, types: SharedTypes): Fields {
  const required = (schema.required ?? []) as readonly string[]
  return Object.fromEntries(
    Object.entries((schema.properties ?? {}) as Properties).map(([name, property]) => [
      name,
      fieldOf(name, property, { owner, types, isSure: required.includes(name) }),
    ]),
  )
}

interface Place {
  readonly owner: string
  readonly types: SharedTypes
  /** Whether it is always there. */
  readonly isSure: boolean
}

function fieldOf(name: string, property: JsonSchema, { owner, types, isSure }: Place): Field {
  const { plain, isNullable } = withoutNull(property)
  const map = maps[name]
  const own = `${owner}${name.charAt(0).toUpperCase()}${name.slice(1)}`
  const type = map?.type(own, plain, types) ?? typeOf(plain, own, types)
  const about = [property.title, aboutCodes(plain), aboutField(name)].filter(
    (each) => typeof each === 'string',
  )
  return {
    type: isNullable || !isSure ? type : new GraphQLNonNull(type),
    ...(about.length > 0 && { description: about.join('. ') }),
    ...(longTexts.has(name) && { extensions: { weight: LONG_TEXT } }),
    ...(map !== undefined && { resolve: (source) => map.resolve(valueIn(source, name)) }),
    // A document that was made before there was this list has none.
    ...(plain.type === 'array' && { resolve: (source) => valueIn(source, name) ?? [] }),
  }
}

const longTexts = new Set(['html', 'lexical'])

const valueIn = (source: unknown, name: string): unknown =>
  (source as Readonly<Record<string, unknown>>)[name]

/** Codes of closed lists, which have hyphens: no enum of GraphQL takes those. Undefined: it may be anything. */
const aboutCodes = ({ description, enum: codes }: JsonSchema): unknown =>
  description ?? (Array.isArray(codes) ? codes.join(', ') : undefined)

/** English, as every text for those who program. Undefined: its name says it. */
const aboutField = (name: string): string | undefined =>
  toolTexts(`v1.graphql.about.${name}`, { defaultValue: '' }) || undefined

type Nullable = GraphQLNullableType & GraphQLOutputType

function typeOf(schema: JsonSchema, own: string, types: SharedTypes): Nullable {
  if (typeof schema.$ref === 'string') return types.named(schema.$ref)
  if (schema.properties !== undefined)
    return new GraphQLObjectType<unknown, Reading>({ name: own, fields: fieldsOf(schema, own, types) })
  switch (schema.type) {
    case 'array': {
      const { plain, isNullable } = withoutNull(schema.items as JsonSchema)
      const item = typeOf(plain, own, types)
      return new GraphQLList(isNullable ? item : new GraphQLNonNull(item))
    }
    case 'integer':
      return GraphQLInt
    case 'number':
      return GraphQLFloat
    case 'boolean':
      return GraphQLBoolean
    case 'string':
      return schema.format === 'uuid' ? GraphQLID : GraphQLString
    default:
      return json
  }
}

function withoutNull(schema: JsonSchema): { readonly plain: JsonSchema; readonly isNullable: boolean } {
  if (Array.isArray(schema.anyOf)) return { plain: schema.anyOf[0] as JsonSchema, isNullable: true }
  if (!Array.isArray(schema.type)) return { plain: schema, isNullable: false }
  return { plain: { ...schema, type: schema.type[0] as string }, isNullable: true }
}

interface MapField {
  type(own: string, schema: JsonSchema, types: SharedTypes): Nullable
  resolve(value: unknown): unknown
}

/** Objects whose names are values, which GraphQL has no type for. */
const maps: Readonly<Record<string, MapField>> = {
  alternates: {
    type: () => listOfAll(alternateType),
    resolve: (value) => Object.entries(value ?? {}).map(([locale, url]) => ({ locale, url: String(url) })),
  },
  variants: {
    type(own, { additionalProperties }, types) {
      const fields = fieldsOf(additionalProperties as JsonSchema, own, types)
      const name = { type: new GraphQLNonNull(GraphQLString) }
      return listOfAll(new GraphQLObjectType<unknown, Reading>({ name: own, fields: { name, ...fields } }))
    },
    resolve: (value) =>
      Object.entries(value ?? {}).map(([name, variant]) => ({ name, ...(variant as object) })),
  },
}

const alternateType = new GraphQLObjectType({
  name: 'Alternate',
  fields: {
    locale: { type: new GraphQLNonNull(localeType) },
    url: { type: new GraphQLNonNull(GraphQLString) },
  },
})

export const listOfAll = (type: Nullable): Nullable => new GraphQLList(new GraphQLNonNull(type))
