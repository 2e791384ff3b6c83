import { answerSitemap } from '../../../feeds/sitemap/sitemap-answer.ts'
import { preflight } from '../../../reading/v1/preflight.ts'
import { routeOf } from '../route-of.ts'

export const GET = routeOf(async ({ payload, request }) => answerSitemap(payload, request))

/** Next takes a file of this name for one that is made while building. https://nextjs.org/docs/app/api-reference/file-conventions/metadata */
export const dynamic = 'force-dynamic'
export const OPTIONS = preflight
