import { answerPreferences, answerPreferencesForm } from '../../../../site/subscriber/preferences-answers.ts'
import { routeOf } from '../../route-of.ts'

export const GET = routeOf(answerPreferencesForm)
export const POST = routeOf(answerPreferences)
