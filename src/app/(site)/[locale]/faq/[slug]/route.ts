import { answerFaqEntry } from '../../../../../site/faq/faq-answers.ts'
import { routeOf } from '../../../route-of.ts'

export const GET = routeOf(answerFaqEntry)
