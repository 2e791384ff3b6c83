import type { Endpoint } from 'payload'

import { databaseOf, inTransaction } from '../../database/database.ts'
import { askForRehearsal, latestRehearsal } from '../../ledger/rehearsals.ts'
import { enqueue } from '../../queue/queue.ts'
import { fieldOf, hindranceOf } from '../issue-hindrance.ts'
import { answer, forEditors, type IssueWork } from '../issue-work.ts'
import { languageStandings } from '../readiness/language-standings.ts'
import { isOpenToEdit } from '../sent-issues/is-open-to-edit.ts'

const rehearse: IssueWork = async (issue, { payload, user }) => {
  // Of one that has left the desk there is nothing to try out.
  if (!isOpenToEdit(issue.state)) return answer(409, { error: 'not-a-draft' })
  const hindrance = hindranceOf(issue, await languageStandings(payload, issue))
  if (hindrance !== null) return answer(422, { error: hindrance, field: fieldOf[hindrance] })
  const rehearsalId = await inTransaction(payload, async (transaction) => {
    const id = await askForRehearsal(issue.id, String(user?.id), transaction)
    if (id !== null) await enqueue(payload, 'rehearse-issue', [{ rehearsalId: id }], transaction)
    return id
  })
  return rehearsalId === null
    ? answer(409, { error: 'under-way' })
    : answer(202, { rehearsal: { id: rehearsalId, state: 'asked' } })
}

const latest: IssueWork = async ({ id }, { payload }) =>
  answer(200, { rehearsal: await latestRehearsal(id, databaseOf(payload)) })

/** Below `/api/issues/:id`. */
export const rehearsalEndpoints: Endpoint[] = [
  { path: '/:id/rehearse', method: 'post', handler: forEditors(rehearse) },
  { path: '/:id/rehearsal', method: 'get', handler: forEditors(latest) },
]
