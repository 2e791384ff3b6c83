import { addDataAndFileToRequest, type Endpoint } from 'payload'

import { fieldOf, hindranceOf } from '../issue-hindrance.ts'
import { answer, forEditors, type IssueWork } from '../issue-work.ts'
import { languageStandings } from '../readiness/language-standings.ts'
import { isFault, readMoment } from './read-moment.ts'
import { scheduleIssue, unscheduleIssue } from './schedule-issue.ts'

const schedule: IssueWork = async (issue, req) => {
  await addDataAndFileToRequest(req)
  const moment = readMoment({ at: req.data?.at, timeZone: req.data?.timeZone }, new Date())
  if (isFault(moment)) return answer(400, moment)
  const hindrance = hindranceOf(issue, await languageStandings(req.payload, issue))
  if (hindrance !== null) return answer(422, { error: hindrance, field: fieldOf[hindrance] })
  const { at, timeZone, isFirstOfTwo } = moment
  return (await scheduleIssue(req.payload, issue.id, moment))
    ? answer(200, { state: 'scheduled', scheduledFor: at.toISOString(), timeZone, isFirstOfTwo })
    : answer(409, { error: 'not-a-draft' })
}

const unschedule: IssueWork = async (issue, { payload }) =>
  (await unscheduleIssue(payload, issue.id))
    ? answer(200, { state: 'draft' })
    : answer(409, { error: 'not-scheduled' })

/** Below `/api/issues/:id`: when it leaves by itself. */
export const scheduleEndpoints: Endpoint[] = [
  { path: '/:id/schedule', method: 'post', handler: forEditors(schedule) },
  { path: '/:id/unschedule', method: 'post', handler: forEditors(unschedule) },
]
