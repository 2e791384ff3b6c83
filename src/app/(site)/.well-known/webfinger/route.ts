import { ownAnswers } from '../../fediverse/own-answers.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(ownAnswers.webFinger)
