import { answerCountedLink } from '../../../../site/counted-link.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerCountedLink)
export const HEAD = routeOf(answerCountedLink)
