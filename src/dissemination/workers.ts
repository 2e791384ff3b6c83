import type { Payload } from 'payload'
import { runImport } from '../audience/imports/run-import.ts'
import { refreshUnknown } from '../audience/refresh-people.ts'
import { applyRetention } from '../audience/retention/run-retention.ts'
import { publishScheduled } from '../content/publishing/publish-scheduled.ts'
import { databaseOf } from '../database/database.ts'
import { env } from '../env.ts'
import { transportsFor } from '../newsletter/transports/transport-for.ts'
import { startWorker, type Worker } from '../queue/work.ts'
import { projectWork } from '../reading/documents/project-documents.ts'
import { runTranslation } from '../translation/requests/run-translation.ts'
import { translationTools } from '../translation/requests/translation-tools.ts'
import { syncUnknown } from '../translation/sync/sync-unknown.ts'
import { checkChannel } from './channel-care/check-channel.ts'
import { probePosts } from './channel-care/probe-posts.ts'
import { tellCaretaker } from './channel-care/tell-caretaker.ts'
import { workThrough } from './channel-care/work-through.ts'
import { planRounds } from './digest/plan-rounds.ts'
import { tellFollowers } from './fediverse/tell-followers.ts'
import { lookUpExchangers } from './pace/look-up-exchangers.ts'
import { sendPersonal } from './personal/send-personal.ts'
import { planChanges } from './plan-changes.ts'
import { prepareIssue } from './prepare-issue.ts'
import { releaseLanguages } from './readiness/release-languages.ts'
import { rehearseIssue } from './rehearsal/rehearse-issue.ts'
import { AT_A_STRETCH_MS, sendIssue } from './send-issue.ts'
import { sweep } from './sweep.ts'
import { syncOwnSuppressions } from './sync-suppressions.ts'

/** People who are looked at in one statement. */
const AT_ONCE = 1000

const atAStretch = (stopping: AbortSignal): AbortSignal =>
  AbortSignal.any([stopping, AbortSignal.timeout(AT_A_STRETCH_MS)])

/** Everything that happens after an editor's click happens in here. Any number of processes may run it. */
export async function startWorkers(payload: Payload): Promise<Worker> {
  const transports = transportsFor(env)
  const stopping = new AbortController()
  const worker = await startWorker(payload, env.DATABASE_URL ?? '', {
    'plan-changes': { concurrency: 2, run: async () => void (await planChanges(payload)) },
    'project-documents': { concurrency: 1, run: () => projectWork(payload) },
    'deliver-to-channel': {
      concurrency: 4,
      fetched: 10,
      run: ({ deliveryId }) => workThrough(payload, deliveryId),
    },
    'deliver-to-followers': { concurrency: 2, run: () => tellFollowers(payload, stopping.signal) },
    'check-channel': { concurrency: 1, run: ({ channelId }) => checkChannel(payload, channelId) },
    'probe-posts': { concurrency: 1, run: () => probePosts(payload) },
    'tell-caretaker': { concurrency: 1, run: (job) => tellCaretaker(payload, job) },
    'prepare-issue': { concurrency: 1, run: ({ issueId }) => prepareIssue(payload, issueId) },
    'release-languages': { concurrency: 1, run: () => releaseLanguages(payload) },
    'rehearse-issue': {
      concurrency: 1,
      run: ({ rehearsalId }) => rehearseIssue(payload, rehearsalId, { signal: stopping.signal }),
    },
    'send-issue': {
      concurrency: 2,
      run: ({ issueId }) => sendIssue(payload, issueId, { transport: transports, signal: stopping.signal }),
    },
    'look-up-exchangers': {
      concurrency: 1,
      run: ({ issueId }) => lookUpExchangers(payload, issueId, { signal: stopping.signal }),
    },
    'send-personal': {
      concurrency: 2,
      // What is left after that the sweep finds.
      run: () => sendPersonal(payload, { transport: transports, signal: atAStretch(stopping.signal) }),
    },
    'plan-digests': { concurrency: 1, run: () => planRounds(payload, { signal: stopping.signal }) },
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
    'run-audience-import': { concurrency: 1, run: ({ importId }) => runImport(payload, importId) },
    sweep: { concurrency: 1, run: () => sweep(payload) },
  })
  // People of before there was anything to choose them by.
  while ((await refreshUnknown(AT_ONCE, databaseOf(payload))) > 0);
  // What was left over by a worker that was killed is found at once, not at the next minute.
  await sweep(payload)
  return {
    stop: async () => {
      stopping.abort()
      await worker.stop()
      for (const transport of transports) await transport.close()
    },
  }
}
