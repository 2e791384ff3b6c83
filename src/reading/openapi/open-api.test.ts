import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import config from '@payload-config'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'

import { committedVersions } from '../../testing/committed-versions.ts'
import { readableCollections } from '../contract/document.ts'
import { routesOf } from '../v1/routes.ts'
import { breakingChanges, mayBreak } from './breaking-changes.ts'
import { openApi } from './open-api.ts'

const built = await config
const described = JSON.parse(JSON.stringify(openApi(routesOf(built), built)))
const keptText = readFileSync(join(process.cwd(), 'docs/openapi.json'), 'utf8')
const kept = JSON.parse(keptText)
const released = readFileSync(join(process.cwd(), 'docs/contract/released.json'), 'utf8')
/**
 * Whoever writes both the code and its description anew still meets what was promised before: what was released, and where the
 * project stands with its history, whatever ever stood in the file.
 */
const promised = [keptText, released, ...committedVersions('docs/openapi.json')].map((text) =>
  JSON.parse(text),
)

test('the description is valid OpenAPI 3.1', async () => {
  expect(await new Validator().validate(structuredClone(described))).toEqual({ valid: true })
})

test('nothing that consumers ever relied on was taken from the contract without a new version', () => {
  const broken = promised
    .filter((before) => !mayBreak(before, described))
    .flatMap((before) => breakingChanges(before, described))
  expect([...new Set(broken)]).toEqual([])
})

test('the description in docs is the one that is served; `npm run generate` brings it up to date', () => {
  expect(described).toEqual(kept)
})

test('every collection has its list and its single document, and each route a name of its own', () => {
  const paths = Object.keys(described.paths)
  for (const collection of readableCollections)
    expect(paths).toEqual(expect.arrayContaining([`/v1/${collection}`, `/v1/${collection}/{slugOrId}`]))
  const names = routesOf(built).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test('GraphQL is described, by GET and by POST, and each document as linked data', () => {
  expect(Object.keys(described.paths['/v1/graphql'])).toEqual(['get', 'post'])
  for (const collection of readableCollections)
    expect(Object.keys(described.paths[`/v1/${collection}/{slugOrId}`].get.responses[200].content)).toEqual([
      'application/json',
      'application/ld+json',
    ])
})

test('every text of the description is written', () => {
  expect(JSON.stringify(described)).not.toMatch(/"v1\.[a-z]+/)
})

test('what only staff may read is not even named', () => {
  const names = JSON.stringify(described.components.schemas)
  for (const name of ['validation', 'approvedBy', 'consentToPublish', 'consentedOn', 'isPublic', '_status'])
    expect(names).not.toContain(`"${name}"`)
})
