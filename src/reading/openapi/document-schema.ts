import type { FlattenedField, SanitizedConfig } from 'payload'

import { sourceLocale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import type { ReadableCollection } from '../contract/document.ts'
import { isScored } from '../documents/frameworks-of.ts'
import { contractFields, isDay } from '../documents/plain-fields.ts'
import type { JsonSchema } from '../v1/parameter.ts'
import { documentProperties, listOf, nullable, object, ref } from './shared-schemas.ts'

/** `peer-reviews` is `PeerReviews`. */
export const wordsOf = (collection: ReadableCollection): string =>
  collection
    .split('-')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('')

/** `peer-reviews` is `PeerReview`, `news` is `News`. */
export function schemaName(collection: ReadableCollection): string {
  const words = wordsOf(collection)
  if (words === 'News') return words
  return words.endsWith('ies') ? `${words.slice(0, -3)}y` : words.replace(/s$/, '')
}

/** A document of one collection, its `details` made from the same fields that the documents are made from. */
export function documentSchema(collection: ReadableCollection, config: SanitizedConfig): JsonSchema {
  const fields = fieldsOf(collection, config)
  return object({
    ...documentProperties,
    collection: { type: 'string', const: collection },
    details: object({
      ...detailsProperties(fields, true),
      ...(isScored(collection) && { frameworks: listOf(ref('Framework')) }),
    }),
  })
}

/** The fields of a collection. */
export const fieldsOf = (slug: string, { collections }: SanitizedConfig): readonly FlattenedField[] =>
  collections.find((collection) => collection.slug === slug)?.flattenedFields ?? []

const detailsProperties = (fields: readonly FlattenedField[], isTop: boolean): Record<string, JsonSchema> =>
  Object.fromEntries(contractFields(fields, isTop).map((field) => [field.name, titled(field)]))

const detailsSchema = (fields: readonly FlattenedField[]): JsonSchema =>
  object(detailsProperties(fields, false))

const titled = (field: FlattenedField): JsonSchema => {
  const title = labelOf('label' in field ? field.label : undefined)
  return { ...(title !== null && { title }), ...valueSchema(field) }
}

function valueSchema(field: FlattenedField): JsonSchema {
  const isMany = 'hasMany' in field && field.hasMany === true
  const several = (schema: JsonSchema): JsonSchema => (isMany ? listOf(schema) : nullable(schema))
  switch (field.type) {
    case 'array':
      return listOf(detailsSchema(field.flattenedFields))
    case 'relationship':
      return several(ref('NamedReference'))
    case 'upload':
      return several(ref(field.relationTo === 'media' ? 'FileValue' : 'NamedReference'))
    case 'select':
      return several(codeSchema(field as ClosedList))
    case 'richText':
      return nullable(ref('RichText'))
    case 'number':
      return several({ type: 'number' })
    case 'checkbox':
      return nullable({ type: 'boolean' })
    case 'date':
      return nullable({ type: 'string', format: isDay(field) ? 'date' : 'date-time' })
    case 'json':
    case 'point':
      return {}
    default:
      return 'flattenedFields' in field ? groupSchema(field.flattenedFields) : several({ type: 'string' })
  }
}

/** One that its host may keep closed is null while it is. */
function groupSchema(fields: readonly FlattenedField[]): JsonSchema {
  const isSection = fields.some(({ name }) => name === 'isPublic')
  const open = fields.filter(({ name }) => name !== 'isPublic')
  return isSection ? nullable(detailsSchema(open)) : detailsSchema(fields)
}

type ClosedList = Extract<FlattenedField, { type: 'select' }>

export const codesOf = (options: ClosedList['options']): string[] =>
  options.map((option) => (typeof option === 'string' ? option : option.value))

/** The codes of a closed list, and what each means. */
function codeSchema({ options, custom }: ClosedList): JsonSchema {
  const codes = codesOf(options)
  const vocabulary: unknown = custom?.vocabulary
  const named = translator(sourceLocale, 'terms')
  const meanings = codes.map((code) => `${code}: ${named(`${String(vocabulary)}.${code}`)}`)
  return {
    type: 'string',
    enum: codes,
    ...(typeof vocabulary === 'string' && { description: meanings.join('; ') }),
  }
}

/** The English one. Null: there is none. */
function labelOf(label: unknown): string | null {
  if (typeof label === 'string') return label
  if (typeof label === 'function') {
    const made: unknown = label({ i18n: { language: sourceLocale }, t: (key: string) => key })
    return typeof made === 'string' ? made : null
  }
  const inEnglish = (label as Readonly<Record<string, unknown>> | null | undefined)?.[sourceLocale]
  return typeof inEnglish === 'string' ? inEnglish : null
}
