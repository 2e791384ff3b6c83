import type { Payload } from 'payload'

import { type AgreedTo, type LedgerEntry, replay } from '../audience/replay.ts'
import type { Subscriber } from '../audience/subscriber.ts'
import { databaseOf, sql } from '../database/database.ts'

/** What the ledger of a person's address says that they agree to. */
export async function replayed(payload: Payload, { addressKey }: Subscriber): Promise<AgreedTo> {
  const { rows } = await databaseOf(payload).execute<{
    kind: LedgerEntry['kind']
    newsletter_ids: readonly string[]
    follows: LedgerEntry['follows']
  }>(
    sql`select kind, newsletter_ids, follows from consent_events where address_key = ${addressKey} order by id`,
  )
  return replay(
    rows.map(({ kind, newsletter_ids: newsletterIds, follows }) => ({ kind, newsletterIds, follows })),
  )
}

/** What the product does with them, put in the same way. */
export const stored = ({ newsletterIds, follows }: Subscriber): AgreedTo => ({
  newsletterIds: [...newsletterIds].sort(),
  follows: follows.map(({ target, targetId }) => `${target}/${targetId}`).sort(),
})
