import { expect, test } from 'vitest'

import { withStatedLocale } from './stated-locale.ts'

const echo = withStatedLocale(async (request) =>
  Response.json({ url: request.url, body: await request.text() }),
)
const ask = async (path: string, init?: RequestInit) => echo(new Request(`http://localhost${path}`, init))

test('a request that names no language is answered in the working language, its body untouched', async () => {
  const answer = await ask('/api/news?limit=1', { method: 'POST', body: '{"title":"Neues"}' })

  expect(await answer.json()).toEqual({
    url: 'http://localhost/api/news?limit=1&locale=en',
    body: '{"title":"Neues"}',
  })
})

test.for(['fr', 'fa-AF', 'all'])('a known one is kept: %s', async (locale) => {
  const answer = await ask(`/api/news?locale=${locale}`)

  expect(await answer.json()).toMatchObject({ url: `http://localhost/api/news?locale=${locale}` })
})

test('an unknown one is refused, and the answer names the field and the remedy', async () => {
  const answer = await ask('/api/news?locale=xx')

  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({
    errors: [
      { message: expect.stringContaining('"xx" is not known. Use'), data: { errors: [{ path: 'locale' }] } },
    ],
  })
})

test.for([
  ['limit=1&locale=ar', 'limit=1&locale=ar'],
  ['limit=1', 'limit=1&locale=en'],
])('a query that comes as a form is answered in the language that it names: %s', async ([body, expected]) => {
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'X-Payload-HTTP-Method-Override': 'GET',
  }

  const answer = await ask('/api/news', { method: 'POST', headers, body })

  expect(await answer.json()).toEqual({ url: 'http://localhost/api/news', body: expected })
})
