import type { SanitizedConfig } from 'payload'

import { toolTexts } from '../../i18n/tool-texts.ts'
import { readableCollections } from '../contract/document.ts'
import { scopes } from '../keys/scopes.ts'
import type { JsonSchema } from '../v1/parameter.ts'
import { type ProblemName, problemStatus } from '../v1/problem.ts'
import type { Route } from '../v1/route.ts'
import { documentSchema, schemaName } from './document-schema.ts'
import { graphqlPath } from './graphql-path.ts'
import { ref, sharedSchemas } from './shared-schemas.ts'

/**
 * Version of the contract. The first number is that of the address; raise the second where something is added, and the
 * first never without a new address: what once was answered under `/v1` stays.
 */
const contractVersion = '1.1.0'

/** Refusals that any address may answer with. */
const general: readonly ProblemName[] = ['query', 'key', 'rate']

/** The description of every address, made from the table that answers them. https://spec.openapis.org/oas/v3.1.1.html */
export function openApi(routes: readonly Route[], config: SanitizedConfig): JsonSchema {
  const documents = readableCollections.map((collection) => [
    schemaName(collection),
    documentSchema(collection, config),
  ])
  return {
    openapi: '3.1.1',
    info: {
      title: toolTexts('v1.title'),
      description: toolTexts('v1.description'),
      version: contractVersion,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    security: [{}, { key: [] }],
    paths: {
      ...Object.fromEntries(routes.map((route) => [route.path, { get: operation(route) }])),
      '/v1/graphql': graphqlPath(general),
    },
    components: {
      schemas: { ...sharedSchemas, ...Object.fromEntries(documents) },
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: toolTexts('v1.keys', { scopes: scopes.join(', ') }),
        },
      },
      responses: Object.fromEntries(
        Object.keys(problemStatus).map((name) => [
          name,
          {
            description: toolTexts(`v1.problem.${name}.title`),
            content: { 'application/problem+json': { schema: ref('Problem') } },
          },
        ]),
      ),
    },
  }
}

function operation(route: Route): JsonSchema {
  const { name, about, answers, parameters, refusals = [], mayMove = false } = route
  return {
    operationId: name,
    summary: toolTexts(`v1.route.${about}`),
    tags: [route.path.split('/')[2] ?? 'index'],
    parameters: [
      ...pathParameters(route),
      ...Object.entries(parameters).map(([each, { schema, isRequired = false, default: without }]) => ({
        name: each,
        in: 'query',
        required: isRequired,
        description: toolTexts([`v1.parameter.${each}`, 'v1.parameter.facet']),
        ...(schema.type === 'array' && { style: 'form', explode: false }),
        schema: without === undefined ? schema : { ...schema, default: without },
      })),
    ],
    responses: {
      200: {
        description: toolTexts('v1.answered'),
        content: Object.fromEntries(
          Object.entries({ [answers.contentType]: answers.schema, ...answers.also }).map(([type, schema]) => [
            type,
            { schema },
          ]),
        ),
      },
      304: { description: toolTexts('v1.unchanged') },
      ...(mayMove && { 308: moved }),
      ...Object.fromEntries(
        [...general, ...refusals].map((each) => [
          problemStatus[each],
          { $ref: `#/components/responses/${each}` },
        ]),
      ),
    },
  }
}

const moved: JsonSchema = {
  description: toolTexts('v1.moved'),
  headers: { Location: { required: true, schema: { type: 'string', format: 'uri-reference' } } },
}

const pathParameters = ({ path, pathValues = {} }: Route): JsonSchema[] =>
  Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: toolTexts(`v1.path.${name}`),
    schema: { type: 'string', ...(pathValues[name] !== undefined && { enum: pathValues[name] }) },
  }))
