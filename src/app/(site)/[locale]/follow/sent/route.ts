import { answerFollowSent } from '../../../../../site/follow/follow-answers.ts'
import { routeOf } from '../../../route-of.ts'

export const GET = routeOf(answerFollowSent)
