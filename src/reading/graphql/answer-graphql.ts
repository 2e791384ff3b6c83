import { execute, type GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Payload } from 'payload'

import { networkLanguages } from '../../content/network-languages.ts'
import { databaseOf } from '../../database/database.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'
import { readerOf } from '../keys/reader-of.ts'
import { publicAnswer } from '../v1/answer.ts'
import { preflightFor } from '../v1/preflight.ts'
import { openToAll, problem } from '../v1/problem.ts'
import { hashOf, LONGEST_QUERY, persistedQuery, persistQuery } from './persisted-queries.ts'
import { type PreparedQuery, prepareQuery } from './prepare-query.ts'
import { type Asked, addressFaults, readAsked } from './read-asked.ts'
import { beginReading, tagsOf } from './reading.ts'
import { argumentRefusal, type RefusalCode, refusal } from './refusal.ts'
import { readingSchema } from './schema.ts'

const METHODS = 'GET, HEAD, POST, OPTIONS'
const preflight = preflightFor(METHODS)

/**
 * `/v1/graphql`: GraphQL for readers. Queries only, of what is public; what is answered whole can be kept like any other
 * answer. A query that was sent once by POST with its hash can be asked for by GET with the hash alone.
 * https://www.apollographql.com/docs/apollo-server/performance/apq
 */
export async function answerGraphql(payload: Payload, request: Request, now: Date): Promise<Response> {
  const { method } = request
  if (method === 'OPTIONS') return preflight()
  if (!['GET', 'HEAD', 'POST'].includes(method)) return problem('method', { headers: { Allow: METHODS } })
  const reader = await readerOf(payload, request, { scope: 'read', route: 'graphql', now })
  if (reader instanceof Response) return reader
  const answer = await answerReader(payload, request, now)
  for (const [name, value] of Object.entries(reader.headers)) answer.headers.set(name, value)
  return method === 'HEAD' ? new Response(null, answer) : answer
}

async function answerReader(payload: Payload, request: Request, now: Date): Promise<Response> {
  const faults = addressFaults(request)
  if (faults.length > 0) return refused(400, [argumentRefusal(faults, 'BAD_REQUEST')])
  const asked = await readAsked(request)
  return asked === null
    ? failed(400, 'BAD_REQUEST', toolTexts('v1.graphql.unreadable'))
    : answerAsked(payload, request, { asked, now })
}

interface Question {
  readonly asked: Asked
  readonly now: Date
}

async function answerAsked(payload: Payload, request: Request, { asked, now }: Question): Promise<Response> {
  const query = await queryOf(payload, { asked, now })
  if (query instanceof Response) return query
  const prepared = prepareQuery(readingSchema(payload.config), query, asked)
  if ('errors' in prepared) return refused(400, prepared.errors)
  if (request.method === 'POST' && asked.extensions?.persistedQuery !== undefined)
    await persistQuery(query, now, databaseOf(payload))
  return answerPrepared(payload, request, { asked, now, prepared })
}

/** The query that is meant. */
async function queryOf(payload: Payload, { asked, now }: Question): Promise<string | Response> {
  const { query = '' } = asked
  const hash = asked.extensions?.persistedQuery?.sha256Hash
  if (query.length > LONGEST_QUERY)
    return failed(413, 'QUERY_TOO_LONG', toolTexts('v1.graphql.tooLong', { max: LONGEST_QUERY }))
  if (query !== '')
    return hash === undefined || hashOf(query) === hash
      ? query
      : failed(400, 'BAD_REQUEST', toolTexts('v1.graphql.otherHash'))
  if (hash === undefined) return failed(400, 'BAD_REQUEST', toolTexts('v1.graphql.unreadable'))
  const kept = await persistedQuery(hash, now, databaseOf(payload))
  // Clients know this very message and send the query then.
  return kept ?? failed(200, 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
}

/** What was read in part is told, and kept by nobody. */
async function answerPrepared(
  payload: Payload,
  request: Request,
  { asked, now, prepared: { document, names } }: Question & { readonly prepared: PreparedQuery },
): Promise<Response> {
  const languages = await networkLanguages(payload)
  const reading = beginReading({ payload, now, languages, names })
  const result = await execute({
    schema: readingSchema(payload.config),
    document,
    contextValue: reading,
    variableValues: asked.variables,
    operationName: asked.operationName,
  })
  if (result.errors !== undefined) {
    const fault = result.errors.find(({ extensions }) => extensions.code === undefined)
    if (fault !== undefined) throw fault.originalError ?? fault
    return refused(200, result.errors, result.data)
  }
  return publicAnswer(request, JSON.stringify(result), {
    tags: tagsOf(reading),
    locales: [...reading.served],
  })
}

const failed = (status: number, code: RefusalCode, message: string): Response =>
  refused(status, [refusal(code, message)])

const refused = (status: number, errors: readonly GraphQLError[], data?: unknown): Response =>
  Response.json(
    {
      errors: errors.map((each): GraphQLFormattedError => each.toJSON()),
      ...(data !== undefined && { data }),
    },
    { status, headers: { ...openToAll, 'Cache-Control': 'no-store' } },
  )
