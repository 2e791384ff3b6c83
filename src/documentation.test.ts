import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, test } from 'vitest'

const pages = ['README.md', 'CHANGELOG.md', ...globSync('{docs,peers,bench,src,emails}/**/*.md')].filter(
  (path) => !path.includes('node_modules'),
)
const read = (path: string) => readFileSync(path, 'utf8')
const code = globSync(['{src,collections,bench,peers}/**/*.{ts,tsx,mjs}', '*.{ts,mjs}'])
  .filter((path) => !path.includes('node_modules'))
  .map(read)
  .join('\n')

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')

const headingsOf = (path: string): readonly string[] =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

const isThere = (page: string, link: string): boolean => {
  const [path = '', anchor] = link.split('#')
  const file = path === '' ? page : join(dirname(page), path)
  return existsSync(file) && (anchor === undefined || headingsOf(file).includes(anchor))
}

/** Each match of a pattern's group in a page. */
const named = (page: string, pattern: RegExp): string[] =>
  [...read(page).matchAll(pattern)].map(([, name = '']) => name)

test.for(pages)('what %s links to and names is there', (page) => {
  const links = named(page, /\]\((?!https?:|mailto:)([^)\s]+)\)/g)
  expect(links.filter((link) => !isThere(page, link))).toEqual([])

  const paths = named(page, /`((?:src|docs|collections|emails|bench|locales)\/[\w./*{},()[\]-]*)`/g)
  expect(paths.filter((path) => !existsSync(path) && globSync(path).length === 0)).toEqual([])

  const scripts = named(page, /npm run ([\w:-]+)/g)
  expect(scripts.filter((name) => !(name in JSON.parse(read('package.json')).scripts))).toEqual([])
})

/** Of other programs. */
const foreign = ['HTTP_AUTHORIZATION']

test.for([...pages, '.env.example'])('every setting that %s names is read somewhere', (page) => {
  const settings = named(page, /\b([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)\b/g)
  expect(settings.filter((name) => !code.includes(name) && !foreign.includes(name))).toEqual([])
})

test('every setting is in the example', () => {
  const settings = named('src/env.ts', /^ {2}([A-Z][A-Z0-9_]+):/gm)
  const stated = named('.env.example', /^# ([A-Z][A-Z0-9_]+)=/gm)

  // Set by `npm start` alone.
  expect(settings.filter((name) => !stated.includes(name))).toEqual(['EMISSARY_DEMO'])
})

test('every setting is explained to whoever runs the server', () => {
  const settings = named('.env.example', /^# ([A-Z][A-Z0-9_]+)=/gm)
  const page = read('docs/operations.md')

  expect(settings.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})
