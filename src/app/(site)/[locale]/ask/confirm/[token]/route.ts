import {
  answerConfirmQuestion,
  answerConfirmQuestionForm,
} from '../../../../../../site/ask/confirm-answers.ts'
import { routeOf } from '../../../../route-of.ts'

export const GET = routeOf(answerConfirmQuestionForm)
export const POST = routeOf(answerConfirmQuestion)
