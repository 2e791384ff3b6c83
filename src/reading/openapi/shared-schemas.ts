import { interfaceLocales } from '../../i18n/locales.ts'
import type { JsonSchema } from '../v1/parameter.ts'

export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })
export const nullable = (schema: JsonSchema): JsonSchema =>
  typeof schema.type === 'string' && schema.enum === undefined
    ? { ...schema, type: [schema.type, 'null'] }
    : { anyOf: [schema, { type: 'null' }] }
export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items })

/** Every name is always there. Further names may come: whoever reads an answer passes over those they do not know. */
export const object = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})

export const text: JsonSchema = { type: 'string' }
export const address: JsonSchema = { type: 'string', format: 'uri' }
export const moment: JsonSchema = { type: 'string', format: 'date-time' }
export const count: JsonSchema = { type: 'integer', minimum: 0 }
const yesNo: JsonSchema = { type: 'boolean' }
const id: JsonSchema = { type: 'string', format: 'uuid' }

const namedReference = object({
  collection: text,
  id,
  label: text,
  code: nullable(text),
  uri: nullable(address),
  url: nullable(address),
})

/** What every document has, as `PublicDocument` says it in TypeScript. */
export const documentProperties: Readonly<Record<string, JsonSchema>> = {
  served: ref('Served'),
  id,
  collection: text,
  locale: ref('Locale'),
  sourceLocale: text,
  slug: text,
  title: text,
  summary: text,
  url: nullable(address),
  alternates: { type: 'object', additionalProperties: address },
  publishedAt: moment,
  updatedAt: moment,
  image: nullable(ref('Image')),
  topics: listOf(ref('NamedReference')),
  countries: listOf(ref('NamedReference')),
  communities: listOf(ref('NamedReference')),
  organisation: nullable(ref('NamedReference')),
  licence: nullable(object({ name: text, url: address })),
  attribution: text,
  funding: listOf(ref('FundingNote')),
  machineTranslated: yesNo,
  sample: yesNo,
  corrections: listOf(object({ at: moment, reason: text })),
  event: nullable(ref('EventNote')),
  html: nullable(text),
  related: listOf(ref('NamedReference')),
}

/** What more than one answer is made of. */
export const sharedSchemas: Readonly<Record<string, JsonSchema>> = {
  Locale: { type: 'string', enum: interfaceLocales },
  Served: object({
    locale: ref('Locale'),
    requested: ref('Locale'),
    reason: { type: 'string', enum: ['requested', 'fallback'] },
  }),
  NamedReference: namedReference,
  Image: object({
    url: address,
    alt: text,
    width: count,
    height: count,
    type: text,
    credit: nullable(text),
    variants: {
      type: 'object',
      additionalProperties: object({ url: address, width: count, height: count, type: text }),
    },
  }),
  FileValue: object({
    url: address,
    name: text,
    type: text,
    size: count,
    alt: text,
    credit: nullable(text),
    width: nullable(count),
    height: nullable(count),
  }),
  RichText: {
    type: 'object',
    properties: { html: text, lexical: { type: 'object' } },
    required: ['html'],
  },
  Framework: object({
    id,
    code: text,
    name: text,
    version: text,
    scaleMin: { type: 'number' },
    scaleMax: { type: 'number' },
    dimensions: listOf(object({ code: text, label: text })),
  }),
  FundingNote: object({
    project: text,
    statement: { type: 'string', enum: ['funded', 'co-funded'] },
    text,
    emblemUrl: nullable(address),
    disclaimer: nullable(object({ text, locale: text })),
    grantNumber: nullable(text),
    programme: nullable(text),
    website: nullable(address),
  }),
  EventNote: object({
    start: moment,
    end: moment,
    timeZone: text,
    mode: { type: 'string', enum: ['onsite', 'online', 'hybrid'] },
    status: {
      type: 'string',
      enum: ['as-planned', 'postponed', 'rescheduled', 'moved-online', 'cancelled'],
    },
    venue: nullable(text),
    previousStart: nullable(moment),
  }),
  LanguageOfAnswer: object({ requested: ref('Locale'), served: listOf(ref('Locale')) }),
  Problem: {
    type: 'object',
    properties: {
      type: address,
      title: text,
      status: { type: 'integer' },
      detail: text,
      errors: listOf(object({ field: text, problem: text, remedy: text })),
    },
    required: ['type', 'title', 'status', 'detail'],
  },
}
