import { globSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { allowedMethods } from './allowed-methods.ts'

const routes = globSync('src/app/**/route.ts').map((file) => ({
  file,
  path: `/${file
    .split('/')
    .slice(2, -1)
    .filter((part) => !part.startsWith('('))
    .map((part) => part.replaceAll(/^\[+(?:\.\.\.)?\w+\]+$/g, 'something'))
    .join('/')}`,
}))
const ORDER = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Next answers HEAD where there is GET, and OPTIONS everywhere. */
function exportedBy(file: string): readonly string[] {
  const exported = [
    ...readFileSync(file, 'utf8').matchAll(/^export const (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm),
  ]
  const named = new Set([...exported.map(([, method = '']) => method), 'OPTIONS'])
  return ORDER.filter((method) => named.has(method) || (method === 'HEAD' && named.has('GET')))
}

test.for(routes)('whoever may not do something at $path is told what may be done', ({ file, path }) => {
  const exported = exportedBy(file)
  const saysSoItself = exported.includes('DELETE')
  expect(allowedMethods(path)).toBe(saysSoItself ? null : exported.join(', '))
})

test('there are routes', () => {
  expect(routes.length).toBeGreaterThan(50)
})
