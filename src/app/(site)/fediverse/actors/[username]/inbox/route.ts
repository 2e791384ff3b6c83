import { routeOf } from '../../../../route-of.ts'
import { ownAnswers } from '../../../own-answers.ts'

export const POST = routeOf(ownAnswers.inbox)
