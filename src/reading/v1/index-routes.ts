import { printSchema } from 'graphql'

import { siteUrl } from '../../content/site-url.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'
import { readingSchema } from '../graphql/schema.ts'
import { openApi } from '../openapi/open-api.ts'
import { address, listOf, object, text } from '../openapi/shared-schemas.ts'
import { publicAnswer } from './answer.ts'
import { json, type Route, route } from './route.ts'

const schemaRoute = (path: string, name: string): Route =>
  route({
    path,
    name,
    about: 'schema',
    scope: 'read',
    parameters: {},
    answers: { schema: text, contentType: 'text/plain' },
    async answer({ payload, request }) {
      const schema = printSchema(readingSchema(payload.config))
      return publicAnswer(request, schema, { tags: ['network'], locales: [], contentType: 'text/plain' })
    },
  })

/** Where everything begins, and what describes the rest. */
export const indexRoutes: readonly Route[] = [
  route({
    path: '/v1',
    name: 'getIndex',
    about: 'index',
    scope: 'read',
    parameters: {},
    answers: json(
      object({
        languages: listOf(text),
        addresses: listOf(object({ template: text, about: text })),
        description: address,
        documentation: address,
        graphql: address,
        schema: address,
      }),
    ),
    async answer({ request, languages: { enabled }, routes }) {
      const body = JSON.stringify({
        languages: enabled,
        addresses: routes.map(({ path, about }) => ({
          template: siteUrl('/') + path.slice(1),
          about: toolTexts(`v1.route.${about}`),
        })),
        description: siteUrl('/v1/openapi.json'),
        documentation: siteUrl('/v1/docs'),
        graphql: siteUrl('/v1/graphql'),
        schema: siteUrl('/v1/schema.graphql'),
      })
      return publicAnswer(request, body, { tags: ['network'], locales: [] })
    },
  }),
  schemaRoute('/v1/schema.graphql', 'getGraphqlSchema'),
  // Its first address, which stays.
  schemaRoute('/v1/graphql.schema', 'getSchema'),
  route({
    path: '/v1/openapi.json',
    name: 'getDescription',
    about: 'openapi',
    scope: 'read',
    parameters: {},
    answers: json({ type: 'object' }),
    async answer({ payload, request, routes }) {
      const body = JSON.stringify(openApi(routes, payload.config))
      return publicAnswer(request, body, { tags: ['network'], locales: [] })
    },
  }),
]
