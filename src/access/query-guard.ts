import {
  APIError,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type PayloadRequest,
  type Where,
} from 'payload'

import { adminText } from '../i18n/admin-text.ts'
import { anyone } from './anyone.ts'
import { isEveryLocale } from './every-locale.ts'
import { type OpenCollections, pathsOf, tellsTooMuch } from './query-paths.ts'
import { organisationOf, readsEveryDraft } from './roles.ts'

/** Rows that one answer holds at most. Payload itself knows no limit and takes 0 for all. */
const MAX_ROWS = 100

interface Query {
  readonly where?: Where
  readonly sort?: string | readonly string[]
  readonly limit?: number
  readonly draft?: boolean
}

/**
 * What may be asked over REST and GraphQL: a bounded number of rows, drafts only by those who may read them, and no
 * condition whose answer gives away what the rows themselves would not show.
 */
export const boundedQueries: CollectionBeforeOperationHook = ({
  args,
  operation,
  overrideAccess,
  collection,
  req,
}) => {
  if (overrideAccess === true || !['read', 'count'].includes(operation)) return args
  const query = args as unknown as Query
  if (!readsEveryDraft(req.user)) refuseTellingPaths(query, collection.flattenedFields, req)
  return {
    ...args,
    ...('limit' in args && req.payloadAPI !== 'local' && { limit: boundedLimit(query.limit) }),
    ...('draft' in args && { draft: query.draft === true && mayAskForDrafts(req) }),
  }
}

const boundedLimit = (limit: number | undefined): number | undefined => {
  if (limit === undefined || Number.isNaN(limit)) return undefined
  return limit <= 0 || limit > MAX_ROWS ? MAX_ROWS : limit
}

const mayAskForDrafts = ({ user }: PayloadRequest): boolean =>
  readsEveryDraft(user) || organisationOf(user) !== null

function refuseTellingPaths(
  { where, sort }: Query,
  fields: readonly FlattenedField[],
  req: PayloadRequest,
): void {
  const sorted = [sort ?? []]
    .flat()
    .flatMap((path) => path.split(','))
    .map((path) => path.trim().replace(/^-/, ''))
  const walk = { open: openCollections(req), everyLocale: isEveryLocale(req) }
  const telling = [...pathsOf(where), ...sorted].find((path) => tellsTooMuch(path, fields, walk))
  if (telling !== undefined) throw new APIError(adminText(req, 'invalid.query', { path: telling }), 400)
}

/** Those that everyone reads whole. */
const openCollections = ({ payload }: PayloadRequest): OpenCollections =>
  new Map(
    Object.values(payload.collections)
      .filter(({ config }) => config.access.read === anyone)
      .map(({ config }) => [config.slug, config.flattenedFields]),
  )
