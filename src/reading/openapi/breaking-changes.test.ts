import { expect, test } from 'vitest'

import { breakingChanges, mayBreak } from './breaking-changes.ts'

const described = (change: (document: ReturnType<typeof base>) => void = () => undefined) => {
  const document = base()
  change(document)
  return document
}

// biome-ignore lint/suspicious/noExplicitAny: each test changes another place of it
const base = (): any => ({
  info: { version: '1.0.0' },
  paths: {
    '/v1/news': {
      get: {
        parameters: [
          { name: 'locale', in: 'query', required: true, schema: { type: 'string' } },
          { name: 'sort', in: 'query', schema: { type: 'string', enum: ['newest', 'title'] } },
          { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100, default: 20 } },
        ],
        responses: {
          200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/News' } } } },
        },
      },
    },
  },
  components: {
    schemas: {
      News: {
        type: 'object',
        required: ['title'],
        properties: {
          title: { type: 'string' },
          kind: { type: 'string', enum: ['a', 'b'] },
          links: { type: 'array', items: { type: 'string', format: 'uri' } },
        },
      },
    },
  },
})

test.for([
  ['an address', (d: ReturnType<typeof base>) => delete d.paths['/v1/news'], 'GET /v1/news is gone'],
  ['a parameter', (d) => d.paths['/v1/news'].get.parameters.pop(), 'GET /v1/news: query limit is gone'],
  [
    'that something need not be given',
    (d) => d.paths['/v1/news'].get.parameters.push({ name: 'key', in: 'query', required: true, schema: {} }),
    'GET /v1/news: query key must now be given',
  ],
  [
    'a word of a parameter',
    (d) => d.paths['/v1/news'].get.parameters[1].schema.enum.pop(),
    'GET /v1/news: query sort no longer takes title',
  ],
  [
    'a part of what a number may be',
    (d) => Object.assign(d.paths['/v1/news'].get.parameters[2].schema, { maximum: 50 }),
    'GET /v1/news: query limit takes less than before',
  ],
  [
    'what it means to leave something out',
    (d) => Object.assign(d.paths['/v1/news'].get.parameters[2].schema, { default: 10 }),
    'GET /v1/news: query limit means something else where it is left out',
  ],
  ['a name', (d) => delete d.components.schemas.News.properties.kind, 'schema News.kind is gone'],
  [
    'that a name is always there',
    (d) => Object.assign(d.components.schemas.News, { required: [] }),
    'schema News: title may be missing',
  ],
  [
    'what a name holds',
    (d) => Object.assign(d.components.schemas.News.properties.title, { type: ['string', 'null'] }),
    'schema News.title: type was "string" and is ["string","null"]',
  ],
  [
    'what a list holds',
    (d) => Object.assign(d.components.schemas.News.properties.links.items, { format: 'email' }),
    'schema News.links[]: format was "uri" and is "email"',
  ],
  [
    'the shape of an answer',
    (d) =>
      Object.assign(d.paths['/v1/news'].get.responses[200].content['application/json'].schema, {
        $ref: '#/components/schemas/Other',
      }),
    'GET /v1/news answers application/json: $ref was "#/components/schemas/News" and is "#/components/schemas/Other"',
  ],
] as readonly (readonly [string, (document: ReturnType<typeof base>) => unknown, string])[])(
  'whoever takes away %s breaks the contract',
  ([, change, said]) => {
    expect(breakingChanges(described(), described(change))).toEqual([said])
  },
)

test.for([
  (d: ReturnType<typeof base>) => Object.assign(d.paths, { '/v1/more': { get: {} } }),
  (d) => d.paths['/v1/news'].get.parameters.push({ name: 'more', in: 'query', schema: { type: 'string' } }),
  (d) => d.paths['/v1/news'].get.parameters[1].schema.enum.push('oldest'),
  (d) => Object.assign(d.components.schemas.News.properties, { more: { type: 'string' } }),
  (d) => d.components.schemas.News.properties.kind.enum.push('c'),
] as readonly ((document: ReturnType<typeof base>) => unknown)[])(
  'what only adds breaks nothing',
  (change) => {
    expect(breakingChanges(described(), described(change))).toEqual([])
  },
)

test('only a new first number of the version may break', () => {
  const version = (number: string) => described((d) => Object.assign(d.info, { version: number }))
  expect(mayBreak(version('1.4.0'), version('1.5.0'))).toBe(false)
  expect(mayBreak(version('1.4.0'), version('2.0.0'))).toBe(true)
})
