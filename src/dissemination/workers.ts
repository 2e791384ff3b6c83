import type { Payload } from 'payload'
import { applyRetention } from '../audience/retention/run-retention.ts'
import { publishScheduled } from '../content/publishing/publish-scheduled.ts'
import { env } from '../env.ts'
import { transportFor } from '../newsletter/transports/transport-for.ts'
import { startWorker, type Worker } from '../queue/work.ts'
import { runTranslation } from '../translation/requests/run-translation.ts'
import { translationTools } from '../translation/requests/translation-tools.ts'
import { syncUnknown } from '../translation/sync/sync-unknown.ts'
import { deliverToChannel } from './deliver-to-channel.ts'
import { planChanges } from './plan-changes.ts'
import { prepareIssue } from './prepare-issue.ts'
import { sendIssue } from './send-issue.ts'
import { sweep } from './sweep.ts'
import { syncOwnSuppressions } from './sync-suppressions.ts'

/** Everything that happens after an editor's click happens in here. Any number of processes may run it. */
export async function startWorkers(payload: Payload): Promise<Worker> {
  const transport = transportFor(env)
  const stopping = new AbortController()
  const worker = await startWorker(payload, env.DATABASE_URL ?? '', {
    'plan-changes': { concurrency: 2, run: async () => void (await planChanges(payload)) },
    'deliver-to-channel': { concurrency: 4, run: ({ deliveryId }) => deliverToChannel(payload, deliveryId) },
    'prepare-issue': { concurrency: 1, run: ({ issueId }) => prepareIssue(payload, issueId) },
    'send-issue': {
      concurrency: 2,
      run: ({ issueId }) => sendIssue(payload, issueId, { transport, signal: stopping.signal }),
    },
    'sync-translation': { concurrency: 1, run: () => syncUnknown(payload) },
    'publish-scheduled': { concurrency: 1, run: () => publishScheduled(payload) },
    'run-translation': {
      concurrency: 2,
      run: ({ requestId }) => runTranslation(payload, requestId, translationTools),
    },
    'run-retention': {
      concurrency: 1,
      run: async ({ actor }) => void (await applyRetention(payload, { actor, now: new Date() })),
    },
    'sync-suppressions': {
      concurrency: 1,
      run: async () => void (await syncOwnSuppressions(payload, env)),
    },
    sweep: { concurrency: 1, run: () => sweep(payload) },
  })
  // What was left over by a worker that was killed is found at once, not at the next minute.
  await sweep(payload)
  return {
    stop: async () => {
      stopping.abort()
      await worker.stop()
      await transport.close()
    },
  }
}
