import { answerOai } from '../../../feeds/oai/oai-answer.ts'
import { preflightFor } from '../../../reading/v1/preflight.ts'
import { routeOf } from '../route-of.ts'

const answer = routeOf(({ payload, request, now }) => answerOai(payload, request, { now }))

export const GET = answer
export const POST = answer
export const OPTIONS = preflightFor('GET, HEAD, POST, OPTIONS')
