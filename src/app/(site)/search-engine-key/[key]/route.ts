import { answerSearchEngineKey } from '../../../../site/search-engine-key.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerSearchEngineKey)
