import {
  GraphQLBoolean,
  GraphQLEnumType,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
} from 'graphql'

import type { NetworkLanguages } from '../../content/network-languages.ts'
import { interfaceLocales } from '../../i18n/locales.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'
import type { JsonSchema, Parameter, Parameters, ValuesOf } from '../v1/parameter.ts'
import { readQuery } from '../v1/read-query.ts'
import { argumentRefusal } from './refusal.ts'

/** Tags of languages are names of GraphQL as they are. */
const enumOf = (name: string, words: readonly string[]): GraphQLEnumType =>
  new GraphQLEnumType({ name, values: Object.fromEntries(words.map((word) => [word, { value: word }])) })

export const localeType = enumOf('Locale', interfaceLocales)
const fallbackType = enumOf('Fallback', ['network', ...interfaceLocales])
const orderType = enumOf('DocumentOrder', ['newest', 'oldest', 'title'])

const listType = (type: GraphQLInputType): GraphQLInputType => new GraphQLList(new GraphQLNonNull(type))

/** What is no plain text or number, by its name. */
const ownTypes: Readonly<Record<string, GraphQLInputType>> = {
  locale: localeType,
  fallback: listType(fallbackType),
  sort: orderType,
}

/** `target-group` is `targetGroup`. */
const camelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** What REST calls otherwise. */
const restNames: Readonly<Record<string, string>> = { first: 'limit', after: 'cursor' }

/** The parameters of an address as the arguments of a field: they mean the same and are checked by the same code. */
export const argumentsOf = (parameters: Parameters): GraphQLFieldConfigArgumentMap =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      camelCase(name),
      {
        type: typeOf(name, parameter),
        description: aboutArgument(name, parameter.schema),
        ...(typeof parameter.default === 'number' && { defaultValue: parameter.default }),
      },
    ]),
  )

function typeOf(name: string, { schema, isRequired = false }: Parameter<unknown>): GraphQLInputType {
  const type = ownTypes[name] ?? plainType(schema)
  return isRequired ? new GraphQLNonNull(type) : type
}

function plainType(schema: JsonSchema): GraphQLInputType {
  if (schema.type === 'array') return listType(plainType(schema.items as JsonSchema))
  if (schema.type === 'integer') return GraphQLInt
  return schema.type === 'boolean' ? GraphQLBoolean : GraphQLString
}

/** Codes of closed lists have hyphens, which no enum of GraphQL takes, so they are told here. */
function aboutArgument(name: string, { items }: JsonSchema): string {
  const about = toolTexts([
    `v1.graphql.argument.${name}`,
    `v1.parameter.${restNames[name] ?? name}`,
    'v1.graphql.argument.facet',
  ])
  const { enum: codes } = (items ?? {}) as { readonly enum?: readonly string[] }
  return codes === undefined ? about : `${about} ${toolTexts('v1.oneOf', { values: codes.join(', ') })}`
}

/**
 * What arguments say, read as a query of REST would be.
 * @throws {GraphQLError} that names everything that is wrong with them.
 */
export function readArguments<Given extends Parameters>(
  parameters: Given,
  given: Readonly<Record<string, unknown>>,
  languages: NetworkLanguages,
): ValuesOf<Given> {
  const stated = Object.keys(parameters).flatMap((name): [string, string][] => {
    const value = given[camelCase(name)] ?? null
    return value === null ? [] : [[name, Array.isArray(value) ? value.join(',') : String(value)]]
  })
  const read = readQuery(parameters, new URLSearchParams(stated), languages)
  if ('values' in read) return read.values
  throw argumentRefusal(read.errors.map((each) => ({ ...each, field: camelCase(each.field) })))
}
