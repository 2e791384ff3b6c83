import { preflight } from '../../../../../../reading/v1/preflight.ts'
import { answerEventCalendar } from '../../../../../../site/event-calendar-answer.ts'
import { routeOf } from '../../../../route-of.ts'

export const GET = routeOf(answerEventCalendar)
export const OPTIONS = preflight
