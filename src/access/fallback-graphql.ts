import type { GraphQLFieldConfig, GraphQLFieldConfigMap } from 'graphql'
import { APIError, type GraphQLExtension, type PayloadRequest } from 'payload'

import { adminText } from '../i18n/admin-text.ts'
import { fallbackContext } from './fallback-chain-of.ts'

type GraphQL = Parameters<GraphQLExtension>[0]
type Field = GraphQLFieldConfig<unknown, { readonly req: PayloadRequest }>

const NOTED = 'notedFallback'

/**
 * Gives each query that reads in a locale the argument `fallback`, which says what the REST API's says: `"de,en"`. One
 * request has one answer to it: what its items lead to is read after all of them, by the same rule.
 */
export function withFallback(
  { GraphQLString }: GraphQL,
  queries: GraphQLFieldConfigMap<unknown, never>,
): void {
  for (const field of Object.values(queries) as unknown as Field[]) {
    const { args, resolve } = field
    if (args === undefined || resolve === undefined || !('fallbackLocale' in args)) continue
    field.args = { ...args, fallback: { type: GraphQLString } }
    field.resolve = (parent, given, context, info) => {
      note(given.fallback, context.req)
      return resolve(parent, given, context, info)
    }
  }
}

function note(fallback: unknown, req: PayloadRequest): void {
  const asked = typeof fallback === 'string' ? fallback : null
  if (NOTED in req.context && req.context[NOTED] !== asked)
    throw new APIError(adminText(req, 'invalid.fallbackTwice'), 400)
  Object.assign(req.context, { [NOTED]: asked }, asked === null ? {} : fallbackContext(asked))
}
