import type { Payload } from 'payload'

import { networkLanguages } from '../../content/network-languages.ts'
import type { Database } from '../../database/database.ts'
import { type NoticeableChange, planNotices } from './plan-notices.ts'
import { replanReminders } from './plan-reminders.ts'

/** Plans what changes mean for those who follow their items: notices, and reminders of events. */
export type PlanFollowed = (changes: readonly NoticeableChange[], transaction: Database) => Promise<void>

/** Reads beforehand what the planning takes, so that nothing is asked of another connection within the transaction. */
export async function followedPlanner(payload: Payload): Promise<PlanFollowed> {
  const { enabled } = await networkLanguages(payload)
  return async (changes, transaction) => {
    await planNotices(changes, enabled, transaction)
    const events = changes.flatMap(({ item }) => (item.collection === 'events' ? item.id : []))
    await replanReminders([...new Set(events)], transaction)
  }
}
