import { answerOffer, answerSignUpData } from '../../../site/subscriber/sign-up-answers.ts'
import { routeOf } from '../route-of.ts'

export const GET = routeOf(answerOffer)
export const POST = routeOf(answerSignUpData)
