import './load-env-file.ts'
import './as-production.ts'

import { getPayload } from 'payload'

import config from '../../payload.config.ts'
import { openFeedbackMailbox } from '../dissemination/feedback/feedback-mailbox.ts'
import { startWorkers } from '../dissemination/workers.ts'
import { env, requireEnv } from '../env.ts'
import { closeQueue } from '../queue/queue.ts'
import { serve } from './child.ts'

/** Plans, submits and sends. Any number of these may run beside each other, on any number of machines. */
await serve(async () => {
  requireEnv(env)
  const payload = await getPayload({ config })
  const { BOUNCE_DOMAIN: domain, BOUNCE_SMTP_PORT: port, HOST: host } = env
  const mailbox =
    domain === undefined || port === undefined
      ? null
      : await openFeedbackMailbox(payload, { domain, port, host })
  const workers = await startWorkers(payload)
  return {
    async stop() {
      await Promise.all([mailbox?.stop(), workers.stop()])
      await closeQueue(payload)
      await payload.destroy()
    },
  }
})
