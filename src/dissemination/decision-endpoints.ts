import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { z } from 'zod'

import { answer, forEditors, type IssueWork } from './issue-work.ts'
import { askAgain, decideHold, decideIssueMail } from './steer-issue.ts'

const decision = z.object({
  deliveryId: z.uuid(),
  what: z.enum(['assumed', 'again']),
  state: z.enum(['unconfirmed', 'failed']).default('unconfirmed'),
})

const decideOne: IssueWork = async (issue, req) => {
  await addDataAndFileToRequest(req)
  const wanted = decision.safeParse(req.data)
  const [fault] = wanted.error?.issues ?? []
  if (!wanted.success) return answer(400, { error: 'invalid', field: fault?.path.join('.') ?? '' })
  const { what, state } = wanted.data
  if (what === 'assumed' && state === 'failed')
    return answer(422, { error: 'failed-did-not-arrive', field: 'what' })
  if (what === 'again' && issue.state === 'cancelled') return answer(409, { error: 'cancelled' })
  const isDecided = await decideIssueMail(req.payload, {
    ...wanted.data,
    issueId: issue.id,
    actor: req.user?.id ?? '',
  })
  return isDecided ? answer(200, { mails: 1 }) : answer(409, { error: 'not-possible-now' })
}

const ask: IssueWork = async (issue, { payload }) =>
  (await askAgain(payload, issue.id)) ? answer(200, {}) : answer(409, { error: 'not-possible-now' })

const holdDecision = z.object({ holdId: z.uuid(), what: z.enum(['domain-again', 'domain-given-up']) })

const decideAboutHold: IssueWork = async (issue, req) => {
  await addDataAndFileToRequest(req)
  const wanted = holdDecision.safeParse(req.data)
  const [fault] = wanted.error?.issues ?? []
  if (!wanted.success) return answer(400, { error: 'invalid', field: fault?.path.join('.') ?? '' })
  const mails = await decideHold(req.payload, {
    ...wanted.data,
    issueId: issue.id,
    actor: req.user?.id ?? '',
  })
  return mails === null ? answer(409, { error: 'not-possible-now' }) : answer(200, { mails })
}

/** Below `/api/issues/:id`: about mails that are in doubt, or wait for a person. */
export const decisionEndpoints: Endpoint[] = [
  { path: '/:id/decide-one', method: 'post', handler: forEditors(decideOne) },
  { path: '/:id/decide-hold', method: 'post', handler: forEditors(decideAboutHold) },
  { path: '/:id/ask-again', method: 'post', handler: forEditors(ask) },
]
