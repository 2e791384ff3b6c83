import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { buildSchema, findBreakingChanges } from 'graphql'

import { releaseHindrance } from '../reading/openapi/release-hindrance.ts'
import { projectRoot } from './project-root.ts'

const at = (...path: string[]) => join(projectRoot, ...path)
const text = (...path: string[]) => readFileSync(at(...path), 'utf8')
const schema = (...path: string[]) => buildSchema(text(...path))

/** Copies the contract in `docs/` to `docs/contract/`, as a part of each release. Not one that breaks it without a word. */
const hindrance = releaseHindrance({
  released: JSON.parse(text('docs/contract/released.json')),
  described: JSON.parse(text('docs/openapi.json')),
  brokenSchema: findBreakingChanges(schema('docs/contract/released.graphql'), schema('docs/v1.graphql')).map(
    ({ description }) => description,
  ),
  changelog: text('CHANGELOG.md'),
})
if (hindrance.length > 0) {
  process.stderr.write('docs/contract stays as it is, since the contract cannot be released like this:\n')
  process.stderr.write(hindrance.map((each) => `- ${each}\n`).join(''))
  process.exit(1)
}
copyFileSync(at('docs/openapi.json'), at('docs/contract/released.json'))
copyFileSync(at('docs/v1.graphql'), at('docs/contract/released.graphql'))
