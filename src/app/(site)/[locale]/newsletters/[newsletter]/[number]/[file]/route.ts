import { answerEditionFile } from '../../../../../../../site/edition-answer.ts'
import { routeOf } from '../../../../../route-of.ts'

export const GET = routeOf(answerEditionFile)
