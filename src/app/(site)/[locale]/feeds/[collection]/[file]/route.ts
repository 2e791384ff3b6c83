import { preflight } from '../../../../../../reading/v1/preflight.ts'
import { answerFeed } from '../../../../../../site/feed-answer.ts'
import { routeOf } from '../../../../route-of.ts'

export const GET = routeOf(answerFeed)
export const OPTIONS = preflight
