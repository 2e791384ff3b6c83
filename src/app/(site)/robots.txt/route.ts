import { answerRobots } from '../../../feeds/sitemap/sitemap-answer.ts'
import { routeOf } from '../route-of.ts'

export const GET = routeOf(async ({ request }) => answerRobots(request))
