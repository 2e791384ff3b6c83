import { answerAskSent } from '../../../../../site/ask/ask-answers.ts'
import { routeOf } from '../../../route-of.ts'

export const GET = routeOf(answerAskSent)
