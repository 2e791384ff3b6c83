import { answerSearchPage } from '../../../../site/search/answer-search-page.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerSearchPage)
