import { answerMyData, answerMyDataForm } from '../../../../site/subscriber/my-data-answers.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerMyDataForm)
export const POST = routeOf(answerMyData)
