import { answerSearch } from '../../../../site/search/search-answer.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerSearch)
