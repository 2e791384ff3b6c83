import { describe, expect, test } from 'vitest'

import { graphqlNetwork, news } from '../../testing/graphql-network.ts'

const { send, get, ask, post } = await graphqlNetwork()

test.for([
  ['{ news(locale: sq) { total } }', 'GRAPHQL_VALIDATION_FAILED', 'Did you mean', 400],
  ['{ news { total } }', 'GRAPHQL_VALIDATION_FAILED', 'is required', 400],
  ['{ news(locale: en) { totl } }', 'GRAPHQL_VALIDATION_FAILED', 'Did you mean "total"?', 400],
  ['{ news(locale: en }', 'GRAPHQL_PARSE_FAILED', 'Syntax Error', 400],
  [
    '{ news(locale: de) { total } }',
    'BAD_USER_INPUT',
    'locale: “de” is not known. Use one of: en, fr, el.',
    200,
  ],
  ['{ news(locale: en, first: 101) { total } }', 'BAD_USER_INPUT', 'from 1 to 100', 200],
  ['{ news(locale: en, from: "2026-02-30") { total } }', 'BAD_USER_INPUT', 'such as 2026-11-28', 200],
  [
    '{ news(locale: en, type: ["anouncement"]) { total } }',
    'BAD_USER_INPUT',
    'Did you mean “announcement”?',
    200,
  ],
  ['{ news(locale: en, after: "abc") { total } }', 'BAD_USER_INPUT', 'Follow `next`', 200],
  ['{ newsItem(locale: en) { id } }', 'BAD_USER_INPUT', '`slug` or `id`', 200],
  ['{ newsItem(locale: en, id: "a", slug: "a") { id } }', 'BAD_USER_INPUT', '`slug` or `id`', 200],
  ['{ newsItem(locale: en, slug: "nothing") { id } }', 'NOT_FOUND', 'Nothing public', 200],
  ['{ vocabulary(locale: en, name: "topic") { code } }', 'BAD_USER_INPUT', 'Did you mean “topics”?', 200],
  ['{ search(locale: en) { total } }', 'GRAPHQL_VALIDATION_FAILED', '"q"', 400],
] as const)('%s is refused, and the refusal says what to change', async ([query, code, message, status]) => {
  const answer = await ask(query)
  expect(answer.status).toBe(status)
  expect(answer.body.errors[0]).toMatchObject({
    message: expect.stringContaining(message),
    extensions: { code },
  })
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
})

test.for([
  ['qeury', { query: news, qeury: news }, 'Did you mean “query”?'],
  ['locale', { query: news, locale: 'en' }, 'query, operationName, variables, extensions'],
] as const)('a parameter that nobody knows is refused by name (%s)', async ([field, parameters, remedy]) => {
  const { status, body } = await get(parameters)
  expect(status).toBe(400)
  expect(body.errors).toMatchObject([
    {
      message: expect.stringContaining(field),
      extensions: { code: 'BAD_REQUEST', errors: [{ field, remedy: expect.stringContaining(remedy) }] },
    },
  ])
})

test('a parameter that is there twice is refused, and where a body asks, the address means nothing', async () => {
  const twice = await send(`query=${encodeURIComponent(news)}&query={network(locale:en){name}}`)
  expect([twice.status, twice.body.errors[0].extensions.errors[0].field]).toEqual([400, 'query'])
  const named = await send('op=News', { method: 'POST', body: JSON.stringify({ query: news }) })
  expect(named.status).toBe(200)
})

test('a body is read no further than any question is long', async () => {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 10_000
      if (sent > 10_000_000) controller.close()
      else controller.enqueue(new TextEncoder().encode(' '.repeat(10_000)))
    },
  })
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' }
  expect([(await send(null, init)).status, sent < 1_000_000]).toEqual([400, true])
})

describe('limits', () => {
  const deep = `related { document { `
  const many = (count: number, query: (index: number) => string) =>
    `{ ${Array.from({ length: count }, (_, index) => query(index)).join(' ')} }`

  test.for([
    [
      'nests too deep',
      `{ news(locale: en) { nodes { ${deep.repeat(3)} id ${'} }'.repeat(3)} } } }`,
      'deeper than',
    ],
    [
      'asks for too many things at once',
      many(21, (index) => `a${index}: news(locale: en) { total }`),
      'more than 20 things',
    ],
    [
      'asks for too much of each document',
      `{ news(locale: en, first: 100) { nodes ${many(5, (index) => `a${index}: html`)} } }`,
      'smaller `first`',
    ],
    [
      'has more words than any reader needs',
      `{ network(locale: en) ${many(2_000, () => 'name')} }`,
      'tokens',
    ],
  ] as const)('a query that %s is refused and its refusal kept by nobody', async ([, query, message]) => {
    const { status, body, headers } = await get({ query })
    expect(status).toBe(400)
    expect(body.errors[0].message).toContain(message)
    expect(headers.get('Cache-Control')).toBe('no-store')
  })

  test('a query longer than any reader needs is not read', async () => {
    expect((await post({ query: `{ ${'a '.repeat(20_000)} }` })).status).toBeGreaterThanOrEqual(400)
  })

  test('a list is never longer than was asked for, however often it is asked for', async () => {
    const { body } = await ask(many(20, (index) => `a${index}: news(locale: en, first: 1) { nodes { id } }`))
    expect(Object.values(body.data)).toHaveLength(20)
  })
})
