import { toolTexts } from '../../i18n/tool-texts.ts'
import type { JsonSchema } from '../v1/parameter.ts'
import { type ProblemName, problemStatus } from '../v1/problem.ts'
import { listOf, object, text } from './shared-schemas.ts'

const asked = {
  query: { type: 'string' },
  operationName: { type: 'string' },
  variables: { type: 'object' },
  extensions: {
    type: 'object',
    properties: {
      persistedQuery: object({
        version: { const: 1 },
        sha256Hash: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      }),
    },
  },
} as const satisfies Readonly<Record<string, JsonSchema>>

const answered: JsonSchema = {
  type: 'object',
  properties: {
    data: { type: ['object', 'null'] },
    errors: listOf({ type: 'object', required: ['message'], properties: { message: text } }),
  },
}

const inJson = (schema: JsonSchema) => ({ 'application/json': { schema } })

/** @param refusals that every address may answer with. */
const responses = (refusals: readonly ProblemName[]): JsonSchema => ({
  200: { description: toolTexts('v1.answered'), content: inJson(answered) },
  ...Object.fromEntries(
    refusals.map((each) => [problemStatus[each], { $ref: `#/components/responses/${each}` }]),
  ),
  400: { description: toolTexts('v1.problem.query.title'), content: inJson(answered) },
  413: { description: toolTexts('v1.problem.query.title'), content: inJson(answered) },
})

/**
 * `/v1/graphql`, whose answers are of a schema of its own. What is JSON in a body is JSON in a parameter too.
 * https://graphql.github.io/graphql-over-http/draft/
 */
export const graphqlPath = (refusals: readonly ProblemName[]): JsonSchema => ({
  get: {
    operationId: 'queryGraphql',
    summary: toolTexts('v1.route.graphql'),
    tags: ['graphql'],
    parameters: Object.entries(asked).map(([name, schema]) => ({
      name,
      in: 'query',
      required: false,
      description: toolTexts(`v1.graphql.parameter.${name}`),
      schema: schema.type === 'object' ? { type: 'string', contentMediaType: 'application/json' } : schema,
    })),
    responses: { ...responses(refusals), 304: { description: toolTexts('v1.unchanged') } },
  },
  post: {
    operationId: 'postGraphql',
    summary: toolTexts('v1.route.graphql'),
    tags: ['graphql'],
    requestBody: { required: true, content: inJson({ type: 'object', properties: asked }) },
    responses: responses(refusals),
  },
})
