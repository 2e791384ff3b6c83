import { answerCatalogue } from '../../../feeds/catalogue/catalogue-answer.ts'
import { routeOf } from '../route-of.ts'

export const GET = routeOf(async ({ payload, request }) => answerCatalogue(payload, request))
