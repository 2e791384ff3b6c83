import { answerDocs } from '../../../../site/api-docs/docs-answer.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerDocs)
