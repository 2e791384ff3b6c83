import type { GraphQLFieldConfig, GraphQLFieldConfigMap } from 'graphql'
import { APIError, type GraphQLExtension, type PayloadRequest } from 'payload'

import { adminText } from '../i18n/admin-text.ts'
import { fallbackContext } from './fallback-chain-of.ts'

type GraphQL = Parameters<GraphQLExtension>[0]
type Field = GraphQLFieldConfig<unknown, { readonly req: PayloadRequest }>

const FALLBACK = 'notedFallback'
const LOCALE = 'notedLocale'

/**
 * Gives each query that reads in a locale the argument `fallback`, which says what the REST API's says: `"de,en"`. One
 * request has one locale and one fallback: Payload reads what its items lead to after all of them, in the locale of the
 * query that came last.
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
      note(given, context.req)
      return resolve(parent, given, context, info)
    }
  }
}

function note({ fallback, locale }: Readonly<Record<string, unknown>>, req: PayloadRequest): void {
  const asked = typeof fallback === 'string' ? fallback : null
  noteOnce(LOCALE, locale ?? req.locale, 'invalid.localeTwice', req)
  noteOnce(FALLBACK, asked, 'invalid.fallbackTwice', req)
  if (asked !== null) Object.assign(req.context, fallbackContext(asked))
}

function noteOnce(name: string, value: unknown, refusal: string, req: PayloadRequest): void {
  if (name in req.context && req.context[name] !== value) throw new APIError(adminText(req, refusal), 400)
  req.context[name] = value
}
