import { answerFramedForm, answerFramedSignUp } from '../../../../../site/subscriber/sign-up-answers.ts'
import { routeOf } from '../../../route-of.ts'

export const GET = routeOf(answerFramedForm)
export const POST = routeOf(answerFramedSignUp)
