import { answerMyDataFile } from '../../../../../site/subscriber/my-data-answers.ts'
import { routeOf } from '../../../route-of.ts'

export const GET = routeOf(answerMyDataFile)
