import config from '@payload-config'
import { getPayload } from 'payload'

import { answerGraphql } from '../../../../reading/graphql/answer-graphql.ts'

const answer = async (request: Request): Promise<Response> =>
  answerGraphql(await getPayload({ config }), request, new Date())

export const GET = answer
export const HEAD = answer
export const POST = answer
export const OPTIONS = answer
export const PUT = answer
export const PATCH = answer
export const DELETE = answer
