import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import config from '@payload-config'
import { buildSchema, findBreakingChanges, printSchema, validateSchema } from 'graphql'
import { expect, test } from 'vitest'

import { committedVersions } from '../../testing/committed-versions.ts'
import { readableCollections } from '../contract/document.ts'
import { schemaName } from '../openapi/document-schema.ts'
import { readingSchema } from './schema.ts'

const schema = readingSchema(await config)
const printed = printSchema(schema)
const kept = readFileSync(join(process.cwd(), 'docs/v1.graphql'), 'utf8')
const released = readFileSync(join(process.cwd(), 'docs/contract/released.graphql'), 'utf8')

test('the schema is valid, and read again is the same', () => {
  expect(validateSchema(schema)).toEqual([])
  expect(printSchema(buildSchema(printed))).toBe(printed)
})

test('nothing that consumers ever relied on was taken from the schema', () => {
  const broken = [kept, released, ...committedVersions('docs/v1.graphql')].flatMap((promised) =>
    findBreakingChanges(buildSchema(promised), schema).map(({ description }) => description),
  )
  expect([...new Set(broken)]).toEqual([])
})

test('the schema in docs is the one that is served; `npm run generate` brings it up to date', () => {
  expect(`${printed}\n`).toBe(kept)
})

test('every collection is asked for page by page and one by one, and its documents have a type of their own', () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).map(({ type }) => String(type))
  for (const name of readableCollections.map(schemaName))
    expect(fields).toEqual(expect.arrayContaining([name, `${name}Page`]))
})

test('whatever is asked for, its language has to be said', () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {})
  const silent = fields.filter(
    ({ args }) => !args.some(({ name, type }) => name === 'locale' && String(type) === 'Locale!'),
  )
  expect(silent).toEqual([])
})

test.for([
  [/ {2}slug: String!\n/, 'FIELD_REMOVED'],
  [/ {4}"""[^"]*"""\n {4}upcoming: Boolean\n/, 'ARG_REMOVED'],
  [/ {2}ar\n/, 'VALUE_REMOVED_FROM_ENUM'],
] as const)('what is taken away is told as such: %s', ([text, change]) => {
  const less = buildSchema(printed.replace(text, ''), { assumeValid: true })
  expect(findBreakingChanges(schema, less).map(({ type }) => type)).toContain(change)
})

test('every text of the schema is written', () => {
  expect(printed).not.toMatch(/\bv1\.[a-z]+/)
})

test('what only staff may read is not even named', () => {
  for (const name of ['validation', 'approvedBy', 'consentToPublish', 'consentedOn', 'isPublic', '_status'])
    expect(printed).not.toMatch(new RegExp(`^ *${name}\\b`, 'm'))
})
