import { answerRobots } from '../../../feeds/sitemap/sitemap-answer.ts'
import { routeOf } from '../route-of.ts'

export const GET = routeOf(async ({ request }) => answerRobots(request))

/** Next takes a file of this name for one that is made while building. https://nextjs.org/docs/app/api-reference/file-conventions/metadata */
export const dynamic = 'force-dynamic'
