import { buildSchema, parse } from 'graphql'
import { expect, test } from 'vitest'

import { MAX_LEVELS, MAX_ROOTS, MAX_WEIGHT, shapeOf } from './query-shape.ts'

const schema = buildSchema(`
  type Query { news(first: Int = 20): Page item: News }
  type Page { nodes: [News!]! total: Int! }
  type News { title: String! tags: [Tag!]! related: News }
  type Tag { label: String! }
`)
const nodes = schema.getType('Page')
Object.assign(
  (nodes as unknown as { getFields(): Record<string, { extensions: object }> }).getFields().nodes ?? {},
  {
    extensions: { isCounted: true },
  },
)

const shapeOfQuery = (query: string, variables = {}) => shapeOf(schema, parse(query), variables)
const problemOf = (query: string, variables = {}) => shapeOfQuery(query, variables).problem
const several = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')
/** A page of a hundred, whose documents are asked for so many names. */
const page = (first: string, names: number) =>
  `news(first: ${first}) { nodes { ${several(names, (index) => `a${index}: title`)} } }`

test('the names that are asked for are those of fields, in fragments too', () => {
  const { names } = shapeOfQuery(
    '{ news { ...P } } fragment P on Page { nodes { ... on News { a: title } } }',
  )
  expect([...names].sort()).toEqual(['news', 'nodes', 'title'])
})

const chain = (levels: number) => `${'related { '.repeat(levels)}title${' }'.repeat(levels)}`

test('a query may nest as deep as is allowed and no deeper', () => {
  expect(problemOf(`{ item { ${chain(MAX_LEVELS - 2)} } }`)).toBeNull()
  expect(problemOf(`{ item { ${chain(MAX_LEVELS - 1)} } }`)).toContain('deeper than')
})

test.for([
  '{ item { ...A } } fragment A on News { related { ...A } }',
  '{ item { ...A } } fragment A on News { ...B } fragment B on News { ...A }',
  '{ item { title } } fragment A on News { related { ...A } }',
])('fragments in a circle are refused: %s', (query) => {
  expect(problemOf(query)).toContain('deeper than')
})

test.for([
  ['in one place', `{ item { ${several(21, () => 'title')} } }`],
  ['in places that are one', `{ ${several(7, () => `item { ${several(3, () => 'title')} }`)} }`],
  ['in a fragment', `{ item { ...A } } fragment A on News { ${several(21, () => 'title')} }`],
  [
    'in a fragment that nobody uses',
    `{ item { title } } fragment A on News { ${several(21, () => 'title')} }`,
  ],
  ['in what the schema does not have', `{ item { other { ${several(21, () => 'x')} } } }`],
  ['in what describes the schema', `{ __schema { types { ${several(21, () => 'name')} } } }`],
] as const)('the same name again and again is refused %s', ([, query]) => {
  expect(problemOf(query)).toContain('more than 20 times')
})

test('the same name once for each of many types, or under other names, is not', () => {
  expect(problemOf(`{ item { ${several(20, () => '... on News { title }')} } }`)).toBeNull()
  expect(problemOf(`{ item { ${several(30, (index) => `a${index}: title`)} } }`)).toBeNull()
})

test('fragments hide no level', () => {
  const query = `{ item { ...F0 } } ${several(MAX_LEVELS, (index) => `fragment F${index} on News { related { ...F${index + 1} } }`)}
    fragment F${MAX_LEVELS} on News { title }`
  expect(problemOf(query)).toContain('deeper than')
})

test('so many things may be asked for at the top and no more, in fragments too', () => {
  expect(problemOf(`{ ${several(MAX_ROOTS, (index) => `a${index}: item { title }`)} }`)).toBeNull()
  const spread = `{ ...F a: item { title } } fragment F on Query { ${several(MAX_ROOTS, (index) => `a${index}: item { title }`)} }`
  expect(problemOf(spread)).toContain(`more than ${MAX_ROOTS} things`)
})

test('a field weighs as often as its page repeats it', () => {
  const names = MAX_WEIGHT / 100 - 1
  expect(problemOf(`{ ${page('98', names)} }`)).toBeNull()
  expect(problemOf(`{ ${page('100', names + 1)} }`)).toContain('weighs')
})

test.for([
  ['a variable', `query Q($n: Int) { ${page('$n', 99)} }`, { n: 100 }, 'weighs'],
  ['a variable that says how long it is left out', `query Q($n: Int = 1) { ${page('$n', 99)} }`, {}, null],
  ['a variable that nothing is given for', `query Q($n: Int) { ${page('$n', 100)} }`, {}, 'weighs'],
  [
    'a small variable in a fragment',
    `fragment A on Query { ${page('$n', 99)} } query Q($n: Int = 1) { ...A }`,
    {},
    null,
  ],
  ['a small variable', `query Q($n: Int) { ${page('$n', 99)} }`, { n: 1 }, null],
  ['nothing', `{ ${page('null', 99)} }`, {}, null],
  ['less than nothing, counted as the most', `{ ${page('-100', 100)} }`, {}, 'weighs'],
  ['more than a page has, counted as the most', `{ ${page('1000', 90)} }`, {}, null],
] as const)('the length of a page can be %s', ([, query, variables, problem]) => {
  const found = problemOf(query, variables)
  expect(problem === null ? found : found?.includes(problem)).toBe(problem === null ? null : true)
})

test('a fragment that is named again and again is weighed again and again, and in no time', () => {
  const bomb = `{ item { ...F0 } } ${several(40, (index) => `fragment F${index} on News { ...F${index + 1} ...F${index + 1} }`)}
    fragment F40 on News { title }`
  expect(problemOf(bomb)).toContain('weighs')
})

test('what describes the schema may be asked for, and not again and again', () => {
  expect(problemOf('{ __schema { types { name } } }')).toBeNull()
  expect(problemOf(`{ ${several(6, (index) => `a${index}: __schema { types { name } }`)} }`)).toContain(
    'weighs',
  )
})
