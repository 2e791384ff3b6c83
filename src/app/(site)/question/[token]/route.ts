import { answerOwnQuestion, answerOwnQuestionForm } from '../../../../site/ask/own-question-answers.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerOwnQuestion)
export const POST = routeOf(answerOwnQuestionForm)
