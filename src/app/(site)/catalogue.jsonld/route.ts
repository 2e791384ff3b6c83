import { answerCatalogue } from '../../../feeds/catalogue/catalogue-answer.ts'
import { preflight } from '../../../reading/v1/preflight.ts'
import { routeOf } from '../route-of.ts'

export const GET = routeOf(async ({ payload, request }) => answerCatalogue(payload, request))
export const OPTIONS = preflight
