import { answerFollow, answerFollowForm } from '../../../../site/follow/follow-answers.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerFollowForm)
export const POST = routeOf(answerFollow)
