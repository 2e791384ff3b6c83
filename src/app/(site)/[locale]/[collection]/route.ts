import { answerList } from '../../../../site/browse/browse-answer.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerList)
