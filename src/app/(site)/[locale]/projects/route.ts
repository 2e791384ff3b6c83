import { answerProjects } from '../../../../site/public-answers.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerProjects)
