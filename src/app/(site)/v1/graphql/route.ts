import config from '@payload-config'
import { getPayload } from 'payload'

import { answerGraphql } from '../../../../reading/graphql/answer-graphql.ts'
import { orFailed } from '../../../../reading/v1/or-failed.ts'

const answer = async (request: Request): Promise<Response> => {
  const payload = await getPayload({ config })
  return orFailed(payload, request, () => answerGraphql(payload, request, new Date()))
}

export const GET = answer
export const HEAD = answer
export const POST = answer
export const OPTIONS = answer
export const PUT = answer
export const PATCH = answer
export const DELETE = answer
