import { answerFeed } from '../../../../../../site/feed-answer.ts'
import { routeOf } from '../../../../route-of.ts'

export const GET = routeOf(answerFeed)
