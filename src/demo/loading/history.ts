import type { Payload } from 'payload'

import { databaseOf, sql } from '../../database/database.ts'
import { planChanges } from '../../dissemination/plan-changes.ts'
import { olderEntries } from './entries.ts'
import { type ItemIds, idOf, publishItem } from './items.ts'
import { eachInTurn, type OnProgress } from './progress.ts'

/**
 * Publishes what the network published over the years, and has it planned before there is any channel: it is known,
 * and nothing is announced.
 */
export async function loadHistory(payload: Payload, ids: ItemIds, onProgress: OnProgress): Promise<void> {
  await eachInTurn('history', olderEntries, onProgress, async (entry) => {
    await publishItem(payload, entry, ids)
    if (entry.publishedOn !== null) await backdate(payload, idOf(entry, ids), entry.publishedOn)
  })
  await planChanges(payload)
}

/** Feeds and pages show since when an item is public: for an imported one that is its own date, not the import's. */
async function backdate(payload: Payload, itemId: string, day: string): Promise<void> {
  await databaseOf(payload).execute(sql`
    update outbox set occurred_at = ${`${day}T09:00:00Z`}::timestamptz where item_id = ${itemId}
  `)
}
