import { answerBibtex } from '../../../../../../site/citation/citation-answer.ts'
import { routeOf } from '../../../../route-of.ts'

export const GET = routeOf(answerBibtex)
