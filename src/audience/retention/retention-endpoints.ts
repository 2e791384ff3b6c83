import type { Endpoint } from 'payload'

import { enqueue } from '../../queue/queue.ts'
import { answer, officersOnly } from '../officers-only.ts'
import { tryRetention } from './run-retention.ts'

const attempt = officersOnly(async ({ req, userId, t }) => {
  const outcome = await tryRetention(req.payload, { actor: userId, now: new Date() })
  return answer(200, { outcome, message: t('retention.tried') })
})

const run = officersOnly(async ({ req, userId, t }) => {
  await enqueue(req.payload, 'run-retention', [{ actor: userId }])
  return answer(202, { message: t('retention.started') })
})

/** Below `/api/audience/retention`, for data officers. `POST /try` counts what a run would remove, `POST /run` has it removed. */
export const retentionEndpoints: Endpoint[] = [
  { path: '/audience/retention/try', method: 'post', handler: attempt },
  { path: '/audience/retention/run', method: 'post', handler: run },
]
