import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { openToken, sealToken } from '../secrets/sealed-token.ts'

import { storeSubscriptions } from './confirm-subscription.ts'
import { recordConsent } from './consent-events.ts'
import type { ConsentWording } from './consent-wording.ts'
import type { Tie } from './links.ts'
import type { Subscriber } from './subscriber.ts'
import { liftSuppressions } from './suppression.ts'

const PURPOSE = 'undo-unsubscribe'
const MINUTES = 30

const tie = z.object({ subscriberId: z.uuid(), newsletterId: z.uuid() })

/** Stands in the page that says that somebody has left, and works while they look at it. */
export const undoToken = (left: Tie, now: Date): string =>
  sealToken(PURPOSE, left, new Date(now.getTime() + MINUTES * 60_000))

/** Null when the token is not ours, for something else, or too old. */
export function readUndoToken(token: string, now: Date): Tie | null {
  const opened = openToken(PURPOSE, token, now)
  if (opened.state !== 'valid') return null
  return tie.safeParse(opened.payload).data ?? null
}

/** Takes back what was ended a moment ago. Needs a transaction. */
export async function restoreSubscription(
  { id, addressKey }: Subscriber,
  newsletterId: string,
  { wording, now }: { readonly wording: ConsentWording; readonly now: Date },
  transaction: Database,
): Promise<void> {
  await storeSubscriptions(id, [newsletterId], now, transaction)
  await liftSuppressions(addressKey, [newsletterId], transaction)
  const proof = { newsletterIds: [newsletterId], wording, source: '/u', tokenId: null, now }
  await recordConsent({ addressKey, kind: 'changed', ...proof }, transaction)
}
