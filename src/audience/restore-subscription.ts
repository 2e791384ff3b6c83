import { z } from 'zod'

import type { Database } from '../database/database.ts'
import { openToken, sealToken } from '../secrets/sealed-token.ts'
import { storeFollows, storeSubscriptions } from './confirm-subscription.ts'
import { recordConsent } from './consent-events.ts'
import type { ConsentWording } from './consent-wording.ts'
import { followSchema } from './follow.ts'
import { lockPerson } from './lock-person.ts'
import type { Agreed } from './mailing-list.ts'
import { refreshPeople } from './refresh-people.ts'
import { findSubscriber, type Subscriber } from './subscriber.ts'
import { isBarred, liftSuppressions } from './suppression.ts'

const PURPOSE = 'undo-unsubscribe'
const MINUTES = 30

const left = z.object({
  subscriberId: z.uuid(),
  newsletterIds: z.array(z.uuid()),
  follows: z.array(followSchema),
})

/** What somebody has just left. */
export interface Left extends Agreed {
  readonly subscriberId: string
}

/** Stands in the page that says that somebody has left, and works while they look at it. */
export const undoToken = ({ subscriberId, newsletterIds, follows }: Left, now: Date): string =>
  sealToken(PURPOSE, { subscriberId, newsletterIds, follows }, new Date(now.getTime() + MINUTES * 60_000))

/** Null when the token is not ours, for something else, or too old. */
export function readUndoToken(token: string, now: Date): Left | null {
  const opened = openToken(PURPOSE, token, now)
  if (opened.state !== 'valid') return null
  return left.safeParse(opened.payload).data ?? null
}

/**
 * Takes back what was ended a moment ago. False when it cannot be: the person is gone since, or barred. Needs a
 * transaction.
 */
export async function restoreSubscription(
  { id }: Subscriber,
  { newsletterIds, follows }: Agreed,
  { wording, now }: { readonly wording: ConsentWording; readonly now: Date },
  transaction: Database,
): Promise<boolean> {
  await lockPerson(id, transaction)
  const addressKey = (await findSubscriber(id, transaction))?.addressKey ?? null
  if (addressKey === null || (await isBarred(addressKey, now, transaction))) return false
  await storeSubscriptions(id, newsletterIds, now, transaction)
  await storeFollows(id, follows, now, transaction)
  await liftSuppressions(addressKey, newsletterIds, transaction)
  await refreshPeople([id], now, transaction)
  const proof = { newsletterIds, follows, wording, source: '/u', tokenId: null, now }
  await recordConsent({ addressKey, kind: 'changed', ...proof }, transaction)
  return true
}
