import { GraphQLError } from 'graphql'

import { toolTexts } from '../../i18n/tool-texts.ts'
import type { FieldProblem } from '../v1/problem.ts'

/** What a query is refused for. Those that other servers know too are called what they call them. */
export type RefusalCode =
  | 'BAD_REQUEST'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'BAD_USER_INPUT'
  | 'QUERY_TOO_LONG'
  | 'QUERY_TOO_LARGE'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'NOT_FOUND'
  | 'NOT_IN_LOCALE'
  | 'GONE'

/** An error of one field, beside which the rest of a query is answered. It says what to change. */
export const refusal = (
  code: RefusalCode,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): GraphQLError => new GraphQLError(message, { extensions: { code, ...more } })

/** Everything that is wrong with the arguments of a field, or with the parameters of a request. */
export const argumentRefusal = (
  errors: readonly FieldProblem[],
  code: 'BAD_USER_INPUT' | 'BAD_REQUEST' = 'BAD_USER_INPUT',
): GraphQLError =>
  refusal(code, errors.map(({ field, problem, remedy }) => `${field}: ${problem} ${remedy}`).join(' '), {
    errors,
  })

export const tooLarge = (max: number): GraphQLError =>
  refusal('QUERY_TOO_LARGE', toolTexts('v1.graphql.tooMany', { max }))
