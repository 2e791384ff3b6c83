import './load-env-file.ts'

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import config from '../../payload.config.ts'
import { breakingChanges, mayBreak } from '../reading/openapi/breaking-changes.ts'
import { openApi } from '../reading/openapi/open-api.ts'
import { routesOf } from '../reading/v1/routes.ts'
import { projectRoot } from './project-root.ts'

const file = join(projectRoot, 'docs/openapi.json')

/**
 * Writes the description of the contract to `docs/`. One that takes something from its consumers is not written before its
 * version says so: see `contractVersion`.
 */
async function generate(): Promise<void> {
  const built = await config
  const described = JSON.stringify(openApi(routesOf(built), built), null, 2)
  const kept: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const fresh: unknown = JSON.parse(described)
  const broken = mayBreak(kept, fresh) ? [] : breakingChanges(kept, fresh)
  if (broken.length > 0) {
    process.stderr.write(`docs/openapi.json stays as it is, since the new one breaks the contract:\n`)
    process.stderr.write(broken.map((each) => `- ${each}\n`).join(''))
    process.exit(1)
  }
  writeFileSync(file, `${described}\n`)
}

await generate()
process.exit(0)
