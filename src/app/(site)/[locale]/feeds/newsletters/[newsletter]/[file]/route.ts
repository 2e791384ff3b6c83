import { answerNewsletterFeed } from '../../../../../../../site/archive/archive-answers.ts'
import { routeOf } from '../../../../../route-of.ts'

export const GET = routeOf(answerNewsletterFeed)
