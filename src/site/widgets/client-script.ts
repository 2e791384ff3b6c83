import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

/** Every npm script runs in the project's root. */
const sdk = join(process.cwd(), 'src', 'sdk')

/** In an order in which what a file needs stands before it. */
const files = ['client.ts', 'mirror.ts'] as const

/**
 * The typed client as one module for browsers: types taken out, files put together. They import nothing but types and
 * each other. https://nodejs.org/api/module.html#modulestriptypescripttypescode-options
 */
export const clientScript = (): string =>
  files
    .map((name) => readFileSync(join(sdk, name), 'utf8').replaceAll(/^import .*$\n?/gm, ''))
    .map((source) => stripTypeScriptTypes(source))
    .join('\n')
