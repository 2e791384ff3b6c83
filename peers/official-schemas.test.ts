import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { oaiOpenaire } from '../src/feeds/oai/oai-openaire.ts'
import { projectRoot } from '../src/run/project-root.ts'
import { fullEvent, fullNews, fullPractice, fullPublication } from '../src/testing/rich-documents.ts'
import { runProgram } from './run-program.ts'

/** It includes what stands beside it. */
const schema = join(projectRoot, '.data', 'official', 'openaire', 'openaire.xsd')
const SOURCE = 'https://github.com/openaire/guidelines-literature-repositories/tree/master/schemas/4.0'

/** What of it breaks the schema. @throws when the schema, or what reads it, is missing */
async function brokenBy(record: string): Promise<readonly string[]> {
  if (!existsSync(schema)) throw new Error(`${schema} is missing: save all files of ${SOURCE} beside it`)
  const validator = {
    name: 'libxml2-wasm',
    command: process.execPath,
    args: [join(import.meta.dirname, 'schemas/xml-schema.mjs'), schema],
    installedBy: 'npm',
  } as const
  return JSON.parse(await runProgram(validator, [], record)) as readonly string[]
}

test.for(Object.entries({ fullPractice, fullPublication, fullEvent, fullNews }))(
  'the record of a %s holds to the official schema of OpenAIRE',
  async ([, document]) => {
    expect(await brokenBy(oaiOpenaire(document).source)).toEqual([])
  },
)

test('the official schema of OpenAIRE finds out a record with a date of no known kind', async () => {
  const record = oaiOpenaire(fullPublication).source
  const broken = record.replace('dateType="Issued"', 'dateType="Someday"')

  expect(broken).not.toBe(record)
  expect((await brokenBy(broken)).join()).toContain('Someday')
})
