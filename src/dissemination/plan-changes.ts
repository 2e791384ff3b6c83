import type { Payload } from 'payload'

import { enterDigestItems } from '../audience/digest/enter-digest-items.ts'
import { inTransaction } from '../database/database.ts'
import { enter } from '../ledger/enter-deliveries.ts'
import { issuesOnHold } from '../ledger/issue-languages.ts'
import { markPlanned, takeUnplanned } from '../outbox/outbox.ts'
import { enqueue } from '../queue/queue.ts'
import { plan } from './channels/plan.ts'
import { plannable } from './channels/plannable.ts'
import { plannedChannels } from './channels/planned-channels.ts'
import { wakeEntered } from './channels/wake-deliveries.ts'
import { followedPlanner } from './personal/plan-followed.ts'

/** How many changes one transaction plans: few enough to give the locks back soon. */
const BATCH = 50

/** Outbox → ledger, until nothing waits. Safe to run twice and in parallel. Answers how many changes were planned. */
export async function planChanges(payload: Payload): Promise<number> {
  let planned = 0
  for (;;) {
    const taken = await planBatch(payload)
    planned += taken
    if (taken < BATCH) return planned
  }
}

async function planBatch(payload: Payload): Promise<number> {
  const channels = await plannedChannels(payload)
  const planFollowed = await followedPlanner(payload)
  return inTransaction(payload, async (transaction) => {
    const entries = await takeUnplanned(BATCH, transaction)
    const changes = await plannable(entries, transaction)
    for (const change of changes) {
      const entered = await enter(plan(change, channels), transaction)
      await wakeEntered(payload, entered, transaction, { first: change.kind === 'withdrawn' })
    }
    await planFollowed(
      changes.map(({ published, ...change }) => ({ ...change, publicLocales: [...published.keys()] })),
      transaction,
    )
    const mayBeReady = entries.length > 0 && (await issuesOnHold(transaction)).length > 0
    await enqueue(payload, 'release-languages', mayBeReady ? [{}] : [], transaction)
    await markPlanned(
      entries.map(({ outboxId }) => outboxId),
      transaction,
    )
    await enterDigestItems(
      entries.filter(({ kind }) => kind === 'published'),
      transaction,
    )
    return entries.length
  })
}
