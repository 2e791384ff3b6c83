import { expect, test } from 'vitest'

import { graphqlKey } from './graphql-key.ts'

const keyOf = (query: string, rest: object = {}) => graphqlKey(JSON.stringify({ query, ...rest }))

test('the same question has one key, however it is written', () => {
  const written = keyOf('query A($a: Int) { allNews(limit: $a) { docs { id } } }', {
    variables: { a: 1, b: { d: 1, c: 2 } },
  })
  const other = graphqlKey(
    JSON.stringify({
      variables: { b: { c: 2, d: 1 }, a: 1 },
      query: '# a list\nquery A( $a: Int )\n{\n  allNews(limit: $a) { docs { id } }\n}',
      operationName: null,
    }),
  )
  expect(other).toBe(written)
})

test.for([
  [{ variables: { limit: 1 } }, { variables: { limit: 2 } }],
  [{ variables: { list: [1, 2] } }, { variables: { list: [2, 1] } }],
  [{}, { extensions: { other: 'x' } }],
] as const)('questions with other values have other keys', ([one, other]) => {
  const query = 'query A { allNews { docs { id } } }'
  expect(keyOf(query, one)).not.toBe(keyOf(query, other))
})

const nested = (levels: number): object => (levels === 0 ? {} : { in: nested(levels - 1) })

test.for([
  ['a change', { query: 'mutation { deleteNews(id: "1") { id } }' }],
  ['a change beside a query', { query: 'query A { a } mutation B { b }', operationName: 'B' }],
  ['two queries of which none is named', { query: 'query A { a } query B { b }' }],
  ['who asks', { query: '{ meUser { user { id } } }' }],
  ['who asks, under another name', { query: '{ allNews: meUser { user { id } } }' }],
  ['who asks, in a fragment', { query: '{ ...F } fragment F on Query { ... on Query { initializedUser } }' }],
  ['what one may do', { query: '{ Access { canAccessAdmin } }' }],
  ['earlier versions', { query: '{ versionsNews { docs { id } } }' }],
  ['something that cannot be read', { query: '{' }],
  ['no query', {}],
  ['a query that is to be registered', { query: '{ a }', extensions: { persistedQuery: { version: 1 } } }],
  ['something beside it', { query: '{ a }', token: 'mine' }],
  ['more than can be followed', { query: `${'{ a '.repeat(3_000)}${'}'.repeat(3_000)}` }],
  ['variables within variables', { query: '{ a }', variables: nested(100) }],
] as const)('an answer to %s is not kept', ([, body]) => {
  expect(graphqlKey(JSON.stringify(body))).toBeNull()
})

test('a body that is no JSON is not kept', () => {
  expect(graphqlKey('query { a }')).toBeNull()
})
