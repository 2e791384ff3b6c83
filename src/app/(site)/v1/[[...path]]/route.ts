import config from '@payload-config'
import { getPayload } from 'payload'

import { answerV1 } from '../../../../reading/v1/router.ts'

const answer = async (request: Request): Promise<Response> =>
  answerV1(await getPayload({ config }), request, new Date())

export const GET = answer
export const HEAD = answer
export const OPTIONS = answer
export const POST = answer
export const PUT = answer
export const PATCH = answer
export const DELETE = answer
