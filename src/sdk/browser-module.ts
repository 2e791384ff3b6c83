import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

const folder = import.meta.dirname

/** In an order in which what a file needs stands before it. */
const files = ['client.ts', 'mirror.ts'] as const

/**
 * The typed client as one module for browsers: types taken out, files put together. They import nothing but types and
 * each other. https://nodejs.org/api/module.html#modulestriptypescripttypescode-options
 */
export function browserModule(): string {
  const sources = files.map((name) =>
    readFileSync(join(folder, name), 'utf8').replaceAll(/^import .*$\n?/gm, ''),
  )
  return ['// Made from src/sdk by `npm run generate`.', ...sources.map((each) => stripTypeScriptTypes(each))]
    .join('\n')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
}
