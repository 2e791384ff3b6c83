import { expect, test } from 'vitest'

import { refuseZeros } from './refuse-zeros.ts'

const echo = refuseZeros(async (request) => new Response(await request.text()))
const ask = (path: string, init?: RequestInit) => echo(new Request(`http://localhost/api${path}`, init))
const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
const json = { 'Content-Type': 'application/json; charset=utf-8' }

async function fieldOf(answer: Response) {
  const { status, errors } = await answer.json()
  expect([answer.status, status, answer.headers.get('Content-Type')]).toEqual([
    400,
    400,
    'application/problem+json',
  ])
  return errors[0].field
}

test.for([
  ['/news?where[title][equals]=%00', 'where[title][equals]'],
  ['/news?sort=a%00', 'sort'],
  ['/news?a%00b=1', 'a%00b'],
  ['/news/a%00', 'path'],
] as const)('a zero byte in the address %s is refused by its name', async ([path, field]) => {
  expect(await fieldOf(await ask(path))).toBe(field)
})

test.for([
  [json, '{"data":{"notes":["fine","\\u0000"]}}', 'data.notes.1'],
  [json, '{"a\\u0000":1}', 'a%00'],
  [form, 'where%5Btitle%5D=%00', 'where[title]'],
] as const)('a zero byte in the body is refused by its name: %s %s', async ([headers, body, field]) => {
  expect(await fieldOf(await ask('/news', { method: 'POST', headers, body }))).toBe(field)
})

test('a body that nests without end is looked through', async () => {
  const body = `${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`
  expect((await fieldOf(await ask('/news', { method: 'POST', headers: json, body }))).length).toBe(200)
})

test.for([
  [json, '{"title":"six signs: \\\\u0000"}'],
  [json, '{"title":'],
  [json, '\0'],
  [form, 'a=1&b=%2500'],
  [{ 'Content-Type': 'text/plain' }, 'a\0b'],
] as const)('what holds none, or is not read here, is passed on as it is: %s %s', async ([headers, body]) => {
  const answer = await ask('/news?title=100%25', { method: 'POST', headers, body })
  expect([answer.status, await answer.text()]).toEqual([200, body])
})
