import { answerFramedList } from '../../../../../site/widgets/framed-list.ts'
import { routeOf } from '../../../route-of.ts'

export const GET = routeOf(answerFramedList)
