import type { Payload } from 'payload'
import { canonicalAddress } from '../audience/canonical-address.ts'
import { confirmSubscription } from '../audience/confirm-subscription.ts'
import { consentWording } from '../audience/consent-wording.ts'
import type { Follow } from '../audience/follow.ts'
import { findSubscriber, type Subscriber } from '../audience/subscriber.ts'
import { type Database, databaseOf, inTransaction } from '../database/database.ts'

interface Confirming {
  readonly email: string
  readonly newsletterIds: readonly string[]
  /** @default none */
  readonly follows?: readonly Follow[]
  readonly now: Date
}

/** Presses the button behind a confirmation mail. What came of it, without the person. */
export function pressConfirm(
  { email, newsletterIds, follows = [], now }: Confirming,
  transaction: Database,
): ReturnType<typeof confirmSubscription> {
  const address = canonicalAddress(email)
  if (address === null) throw new Error('the address of this test is none')
  return confirmSubscription(
    {
      tokenId: crypto.randomUUID(),
      choices: {
        address,
        locale: 'en',
        furtherLocales: [],
        newsletterIds,
        follows,
        interests: { topics: [], countries: [], frequency: 'every-issue' },
      },
    },
    { wording: consentWording('en', 'Sample network'), source: '/en/confirm', now },
    transaction,
  )
}

/** A person who has confirmed. */
export async function confirmedPerson(payload: Payload, confirming: Confirming): Promise<Subscriber> {
  const confirmed = await inTransaction(payload, (transaction) => pressConfirm(confirming, transaction))
  if (confirmed.state !== 'confirmed') throw new Error(`the person of this test is ${confirmed.state}`)
  const person = await findSubscriber(confirmed.subscriberId, databaseOf(payload))
  if (person === null) throw new Error('the person of this test is not there')
  return person
}
