import { answerConfirm, answerConfirmForm } from '../../../../../site/subscriber/confirm-answers.ts'
import { routeOf } from '../../../route-of.ts'

export const GET = routeOf(answerConfirmForm)
export const POST = routeOf(answerConfirm)
