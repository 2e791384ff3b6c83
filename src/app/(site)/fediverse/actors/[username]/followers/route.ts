import { routeOf } from '../../../../route-of.ts'
import { ownAnswers } from '../../../own-answers.ts'

export const GET = routeOf(ownAnswers.followers)
