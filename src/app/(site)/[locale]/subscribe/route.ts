import { answerSignUp, answerSignUpForm } from '../../../../site/subscriber/sign-up-answers.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerSignUpForm)
export const POST = routeOf(answerSignUp)
