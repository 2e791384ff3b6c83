import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { withListTexts } from './widgets/list-texts.ts'

/** Every npm script runs in the project's root. */
const packages = join(process.cwd(), 'node_modules', '@fontsource-variable')
const styles = join(process.cwd(), 'src', 'site', 'styles')

/** Families of the site and the scripts that our locales are written in. Browsers fetch only the files that a page needs. */
const families: Readonly<Record<string, readonly string[]>> = {
  'noto-sans': ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext'],
  'source-serif-4': ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext'],
  'noto-sans-arabic': ['arabic'],
  'noto-naskh-arabic': ['arabic'],
}

/** In the order of the cascade: what a narrow screen changes comes last. */
const sheets = [
  'tokens',
  'ground',
  'arabic',
  'parts',
  'masthead',
  'home',
  'lists',
  'browse',
  'search',
  'map',
  'calendar',
  'item',
  'network',
  'forms',
  'settings',
  'api-docs',
  'footer',
  'narrow',
  'print',
] as const

/** Names of the font files that may be asked for, and where they lie. */
export const fontFiles: ReadonlyMap<string, string> = new Map(
  Object.entries(families).flatMap(([family, subsets]) =>
    subsets.map((subset) => {
      const name = `${family}-${subset}-wght-normal.woff2`
      return [name, join(packages, family, 'files', name)]
    }),
  ),
)

/** The whole style sheet: the packages' own font faces with our addresses, then ours. */
export const stylesheet: string = [
  ...Object.keys(families).map(fontFaces),
  ...sheets.map((sheet) => readFileSync(join(styles, `${sheet}.css`), 'utf8')),
].join('\n')

/** Changes with the content, so that browsers may keep the file for ever. */
export const stylesheetPath = `/assets/site.${fingerprint(stylesheet)}.css`

const scriptOf = (name: string): string =>
  readFileSync(join(process.cwd(), 'src', 'site', 'scripts', `${name}.js`), 'utf8')

const pathOf = (name: string, source: string): string => `/assets/${name}.${fingerprint(source)}.js`

/** Closes the open sheet on Escape and on a click beside it. */
const site = scriptOf('site')
export const scriptPath = pathOf('site', site)

const prove = scriptOf('prove')
const provePath = pathOf('prove', prove)

/** A script that does the proof of work, which is a file of its own beside it. */
const withProof = (name: string): string =>
  scriptOf(name).replace("'./prove.js'", `'.${provePath.slice('/assets'.length)}'`)

const month = scriptOf('emissary-month')
const monthPath = pathOf('emissary-month', month)

/** The lists of other sites, with what shows a month of them, which is a file of its own beside it. */
const listsScript = (): string =>
  withListTexts(
    scriptOf('emissary-lists').replace("'./emissary-month.js'", `'.${monthPath.slice('/assets'.length)}'`),
  )

const signUp = withProof('sign-up')
export const signUpScriptPath = pathOf('sign-up', signUp)

/** Fetches a list that was narrowed in place of a new page. */
const narrow = scriptOf('narrow')
export const narrowScriptPath = pathOf('narrow', narrow)

/** Scripts whose address changes with their content. Everything works without them. */
export const scripts: ReadonlyMap<string, string> = new Map([
  [scriptPath, site],
  [provePath, prove],
  [monthPath, month],
  [signUpScriptPath, signUp],
  [narrowScriptPath, narrow],
])

/** For other sites, who write these addresses into their pages: they never change. */
const lastingScripts: Readonly<Record<string, () => string>> = {
  '/assets/emissary-sign-up.js': () => withProof('emissary-sign-up'),
  '/assets/emissary-lists.js': listsScript,
  '/assets/emissary-client.js': () => scriptOf('emissary-client'),
}
const made = new Map<string, string>()

/**
 * One of those, null where there is none at that address. Made when it is first asked for: the lists hold words of every
 * language, and most processes never show them.
 */
export function lastingScript(path: string): string | null {
  const script =
    made.get(path) ?? (Object.hasOwn(lastingScripts, path) ? lastingScripts[path]?.() : undefined)
  if (script === undefined) return null
  made.set(path, script)
  return script
}

function fontFaces(family: string): string {
  const faces = readFileSync(join(packages, family, 'index.css'), 'utf8')
    .split(/(?=\/\*)/)
    .filter((face) => [...fontFiles.keys()].some((name) => face.includes(`/${name})`)))
  return faces.join('').replaceAll('url(./files/', 'url(/assets/')
}

function fingerprint(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12)
}
