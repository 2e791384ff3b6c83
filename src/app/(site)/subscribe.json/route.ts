import { answerMayAsk, answerOffer, answerSignUpData } from '../../../site/subscriber/sign-up-data.ts'
import { routeOf } from '../route-of.ts'

export const GET = routeOf(answerOffer)
export const POST = routeOf(answerSignUpData)
export const OPTIONS = answerMayAsk
