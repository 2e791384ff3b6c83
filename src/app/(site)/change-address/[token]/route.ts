import {
  answerChangeAddress,
  answerChangeAddressForm,
} from '../../../../site/subscriber/change-address-answers.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerChangeAddressForm)
export const POST = routeOf(answerChangeAddress)
