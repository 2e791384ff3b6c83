import { expect, test } from 'vitest'

import { clientScript } from './client-script.ts'
import { withListTexts } from './list-texts.ts'

test('the client that a browser loads is a module by itself and works', async () => {
  const { createClient, mirror } = (await import(
    `data:text/javascript,${encodeURIComponent(clientScript())}`
  )) as typeof import('../../sdk/index.ts')
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

test('the lists bring the words and the direction of every language', () => {
  const script = withListTexts('const texts = {}')
  const words = JSON.parse(script.slice('const texts = '.length))
  expect(words.ar).toMatchObject({ direction: 'rtl', none: expect.any(String) })
  expect(words.en.all).toEqual({ practices: 'All practices', events: 'All events' })
})
