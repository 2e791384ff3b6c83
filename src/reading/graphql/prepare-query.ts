import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql'

import { toolTexts } from '../../i18n/tool-texts.ts'
import { shapeOf } from './query-shape.ts'
import { type RefusalCode, refusal } from './refusal.ts'

/** A query that may be read. */
export interface PreparedQuery {
  readonly document: DocumentNode
  readonly names: ReadonlySet<string>
}

const MAX_TOKENS = 2_000
/** Of what is wrong with one query. */
const MOST_ERRORS = 10

/** Everything about a query that can be known before anything is read, or all that is wrong with it. */
export function prepareQuery(
  schema: GraphQLSchema,
  query: string,
  {
    operationName,
    variables,
  }: {
    readonly operationName?: string | null | undefined
    readonly variables?: Readonly<Record<string, unknown>> | null | undefined
  },
): PreparedQuery | { readonly errors: readonly GraphQLError[] } {
  const document = parsed(query)
  if (document instanceof GraphQLError) return { errors: [coded('GRAPHQL_PARSE_FAILED', document)] }
  const operation = queryIn(document, operationName ?? null)
  if (operation === null) return { errors: [refusal('BAD_REQUEST', toolTexts('v1.graphql.onlyQueries'))] }
  // Before anything else: what follows takes long for a query of a bad shape.
  const { names, problem } = shapeOf(schema, document, variables ?? {})
  if (problem !== null) return { errors: [refusal('QUERY_TOO_LARGE', problem)] }
  const errors = validate(schema, document, undefined, { maxErrors: MOST_ERRORS })
  if (errors.length > 0) return { errors: errors.map((each) => coded('GRAPHQL_VALIDATION_FAILED', each)) }
  const given = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, {
    maxErrors: MOST_ERRORS,
  })
  return given.errors === undefined
    ? { document, names }
    : { errors: given.errors.map((each) => coded('BAD_USER_INPUT', each)) }
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: MAX_TOKENS })
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

/** The operation that is meant. Null: it is none, or one of the operations does more than read. */
function queryIn(document: DocumentNode, operationName: string | null): OperationDefinitionNode | null {
  const onlyReads = document.definitions.every(
    (each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ||
      (each.kind === Kind.OPERATION_DEFINITION && each.operation === 'query'),
  )
  return onlyReads ? (getOperationAST(document, operationName) ?? null) : null
}

const coded = (code: RefusalCode, { message, nodes, source, positions, path }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes, source, positions, path, extensions: { code } })
