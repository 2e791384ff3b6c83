import { GraphQLError, getOperationAST, Kind, type OperationDefinitionNode, parse } from 'graphql'
import { stripIgnoredCharacters } from 'graphql/utilities/stripIgnoredCharacters.js'
import { z } from 'zod'

/** A longer request is not worth keeping. */
export const MAX_BODY_BYTES = 32 * 1024
/** Nor is one that nests deeper than a program can follow. */
const MAX_TOKENS = 2_000
const MAX_LEVELS = 16

const asked = z.strictObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
})

/** Answers that depend on who asks, or on tables that nothing tells about. */
const notContent = /^(?:initialized|me|versions?)[A-Z]|^Access$|^scheduledPublications$/

/**
 * What a GraphQL request asks, in one spelling. Null: it changes something (as the first to send a query with its hash
 * does), asks who asks, or cannot be read, so that its answer is not to be kept.
 */
export function graphqlKey(body: string): string | null {
  const read = asked.safeParse(parsedJson(body))
  if (!read.success) return null
  const { query, variables, operationName, extensions } = read.data
  if (extensions?.persistedQuery !== undefined || !isPublicQuery(query, operationName ?? null)) return null
  if (isDeeper(variables, MAX_LEVELS) || isDeeper(extensions, MAX_LEVELS)) return null
  return JSON.stringify([
    stripIgnoredCharacters(query),
    operationName ?? null,
    sorted(variables ?? null),
    sorted(extensions ?? null),
  ])
}

/** Whether it reads, and reads content only. */
export function isPublicQuery(query: string, operationName: string | null): boolean {
  const document = parsedQuery(query)
  const operation = document && getOperationAST(document, operationName)
  if (!document || operation?.operation !== 'query') return false
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
  // Of every fragment, whatever it is on: a field of that name deep down costs one answer that is not kept.
  return ![operation, ...fragments].flatMap(fieldsOf).some((name) => notContent.test(name))
}

/** Names of what is asked for at the top, also in fragments that have no name. */
const fieldsOf = ({ selectionSet }: Pick<OperationDefinitionNode, 'selectionSet'>): string[] =>
  selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection)
    return selection.kind === Kind.FIELD ? [selection.name.value] : []
  })

function parsedQuery(query: string): ReturnType<typeof parse> | null {
  try {
    return parse(query, { noLocation: true, maxTokens: MAX_TOKENS })
  } catch (error) {
    if (error instanceof GraphQLError) return null
    throw error
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1))
}

/** The same value with the keys of all its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}
