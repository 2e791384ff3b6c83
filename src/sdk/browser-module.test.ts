import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { projectRoot } from '../run/project-root.ts'
import { browserModule } from './browser-module.ts'

const served = readFileSync(join(projectRoot, 'src/site/scripts/emissary-client.js'), 'utf8')

test('what browsers load is what the sources say: `npm run generate` after a change', () => {
  expect(served).toBe(browserModule())
})

test('the client that a browser loads is a module by itself and works', async () => {
  const { createClient, mirror } = (await import(
    `data:text/javascript,${encodeURIComponent(served)}`
  )) as typeof import('./index.ts')
  const asked: string[] = []
  const client = createClient({
    baseUrl: 'https://network.example',
    locale: 'el',
    fetch: async (url) => {
      asked.push(url.href)
      return Response.json({ data: [], total: null, next: null })
    },
  })
  await client.list('events', { upcoming: true })

  expect(asked).toEqual(['https://network.example/v1/events?locale=el&upcoming=true'])
  expect(mirror).toBeTypeOf('function')
})
