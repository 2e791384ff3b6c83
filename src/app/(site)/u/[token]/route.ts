import { answerUnsubscribe, answerUnsubscribeForm } from '../../../../site/subscriber/unsubscribe-answers.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerUnsubscribeForm)
export const POST = routeOf(answerUnsubscribe)
