import { answerSitemap } from '../../../feeds/sitemap/sitemap-answer.ts'
import { routeOf } from '../route-of.ts'

export const GET = routeOf(async ({ payload, request }) => answerSitemap(payload, request))
