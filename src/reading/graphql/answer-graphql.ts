import { GraphQLError, getOperationAST, Kind, parse, type SelectionSetNode } from 'graphql'
import type { Payload } from 'payload'
import { z } from 'zod'

import { databaseOf } from '../../database/database.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'
import { readerOf } from '../keys/reader-of.ts'
import { publicAnswer } from '../v1/answer.ts'
import { openToAll, problem } from '../v1/problem.ts'
import { hashOf, LONGEST_QUERY, persistedQuery, persistQuery } from './persisted-queries.ts'

const METHODS = 'GET, HEAD, POST, OPTIONS'
const MAX_TOKENS = 2_000

const json = <Value extends z.ZodType>(value: Value) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
        context.addIssue({ code: 'custom', message: 'is no JSON' })
        return z.NEVER
      }
    })
    .pipe(value)

const record = z.record(z.string(), z.unknown())
const extensions = z.object({
  persistedQuery: z
    .object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) })
    .optional(),
})
const shared = { query: z.string().optional(), operationName: z.string().nullish() }
const inAddress = z.object({
  ...shared,
  variables: json(record).optional(),
  extensions: json(extensions).optional(),
})
const inBody = z.object({ ...shared, variables: record.nullish(), extensions: extensions.nullish() })

type Asked = z.infer<typeof inBody>

/** Puts a query to the schema and answers as GraphQL over HTTP does. */
export type Execute = (request: Request) => Promise<Response>

/**
 * `/v1/graphql`: GraphQL for readers. Queries only, as the public reads; what is asked by GET can be kept like any other
 * answer. A query that was sent once by POST with its hash can be asked for by GET with the hash alone.
 * https://www.apollographql.com/docs/apollo-server/performance/apq
 */
export async function answerGraphql(
  payload: Payload,
  request: Request,
  { now, execute }: { readonly now: Date; readonly execute: Execute },
): Promise<Response> {
  const { method } = request
  if (method === 'OPTIONS') return preflight()
  if (!['GET', 'HEAD', 'POST'].includes(method)) return problem('method', { headers: { Allow: METHODS } })
  const reader = await readerOf(payload, request, { scope: 'read', route: 'graphql', now })
  if (reader instanceof Response) return reader
  const asked = await readAsked(request)
  if (asked === null) return failed(400, 'BAD_REQUEST', toolTexts('v1.graphql.unreadable'))
  const query = await queryOf(asked, request, now, payload)
  if (query instanceof Response) return query
  const roots = rootFields(query, asked.operationName ?? null)
  if (roots === null) return failed(400, 'BAD_REQUEST', toolTexts('v1.graphql.onlyQueries'))
  const answer = await executed(request, asked, query, execute)
  for (const [name, value] of Object.entries(reader.headers)) answer.headers.set(name, value)
  if (method === 'POST' || answer.status !== 200 || roots.some((name) => notContent.test(name))) return answer
  const text = await answer.text()
  if ((JSON.parse(text) as { readonly errors?: unknown }).errors !== undefined)
    return new Response(text, { headers: answer.headers })
  const kept = publicAnswer(request, text, { tags: ['content'], locales: [] })
  for (const [name, value] of Object.entries(reader.headers)) kept.headers.set(name, value)
  return method === 'HEAD' ? new Response(null, kept) : kept
}

/** Answers that depend on more than what is published. */
const notContent = /^(?:initialized|me|versions?)[A-Z]|^Access$|^scheduledPublications$/

async function readAsked(request: Request): Promise<Asked | null> {
  if (request.method !== 'POST') {
    const read = inAddress.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    return read.success ? read.data : null
  }
  const text = await request.text()
  const read = json(inBody).safeParse(text)
  return text.length <= 4 * LONGEST_QUERY && read.success ? read.data : null
}

/** The query that is meant, which is kept where it was sent to be. */
async function queryOf(
  { query, extensions: more, operationName }: Asked,
  { method }: Request,
  now: Date,
  payload: Payload,
): Promise<string | Response> {
  const hash = more?.persistedQuery?.sha256Hash
  if (query !== undefined && query.length > LONGEST_QUERY)
    return failed(413, 'QUERY_TOO_LONG', toolTexts('v1.graphql.tooLong', { max: LONGEST_QUERY }))
  if (query === undefined || query === '') {
    if (hash === undefined) return failed(400, 'BAD_REQUEST', toolTexts('v1.graphql.unreadable'))
    const kept = await persistedQuery(hash, now, databaseOf(payload))
    // Clients know this very message and send the query then.
    return kept ?? failed(200, 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
  }
  if (hash === undefined) return query
  if (hashOf(query) !== hash) return failed(400, 'BAD_REQUEST', toolTexts('v1.graphql.otherHash'))
  if (method === 'POST' && rootFields(query, operationName ?? null) !== null)
    await persistQuery(query, now, databaseOf(payload))
  return query
}

/** Names of what a query asks for at the top, also in fragments. Null: it is no query, or cannot be read. */
function rootFields(query: string, operationName: string | null): readonly string[] | null {
  try {
    const document = parse(query, { noLocation: true, maxTokens: MAX_TOKENS })
    const isReading = document.definitions.every(
      (each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ||
        (each.kind === Kind.OPERATION_DEFINITION && each.operation === 'query'),
    )
    const operation = getOperationAST(document, operationName)
    if (!isReading || !operation) return null
    const sets = document.definitions.flatMap((each) => ('selectionSet' in each ? [each.selectionSet] : []))
    return sets.flatMap(fieldsIn)
  } catch (error) {
    if (error instanceof GraphQLError) return null
    throw error
  }
}

const fieldsIn = ({ selections }: SelectionSetNode): string[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value]
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsIn(selection.selectionSet) : []
  })

/** Without cookies, whoever asks: the answer is the public's. */
async function executed(request: Request, asked: Asked, query: string, execute: Execute): Promise<Response> {
  const { operationName, variables } = asked
  const language = request.headers.get('Accept-Language')
  const answer = await execute(
    new Request(new URL('/api/graphql', request.url), {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        ...(language !== null && { 'Accept-Language': language }),
      },
      body: JSON.stringify({
        query,
        variables: variables ?? undefined,
        operationName: operationName ?? undefined,
      }),
    }),
  )
  const headers = { ...openToAll, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }
  const text = await answer.text()
  // A query that a rule refuses is answered as a bare list by what is below.
  const body = text.startsWith('[') ? `{"errors":${text}}` : text
  return new Response(body, { status: answer.status, headers })
}

const failed = (status: number, code: string, message: string): Response =>
  Response.json(
    { errors: [{ message, extensions: { code } }] },
    { status, headers: { ...openToAll, 'Cache-Control': 'no-store' } },
  )

const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...openToAll,
      Allow: METHODS,
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-None-Match',
      'Access-Control-Max-Age': '86400',
    },
  })
