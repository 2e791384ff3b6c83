import { answerAsk, answerAskForm } from '../../../../site/ask/ask-answers.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerAskForm)
export const POST = routeOf(answerAsk)
