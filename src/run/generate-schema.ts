import './load-env-file.ts'

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { buildSchema, findBreakingChanges, printSchema } from 'graphql'

import config from '../../payload.config.ts'
import { readingSchema } from '../reading/graphql/schema.ts'
import { projectRoot } from './project-root.ts'

const file = join(projectRoot, 'docs/v1.graphql')

/** Writes the schema of `/v1/graphql` to `docs/`. One that takes something from its consumers is not written. */
const schema = readingSchema(await config)
const kept = existsSync(file) ? readFileSync(file, 'utf8') : null
const broken = kept === null ? [] : findBreakingChanges(buildSchema(kept), schema)
if (broken.length > 0) {
  process.stderr.write('docs/v1.graphql stays as it is, since the new schema breaks the contract:\n')
  process.stderr.write(broken.map(({ description }) => `- ${description}\n`).join(''))
  process.exit(1)
}
writeFileSync(file, `${printSchema(schema)}\n`)
process.exit(0)
