import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { canonicalAddress } from '../audience/canonical-address.ts'
import type { Choices } from '../audience/choices.ts'
import { confirmSubscription } from '../audience/confirm-subscription.ts'
import { consentWording } from '../audience/consent-wording.ts'
import { findSubscriber, type Subscriber } from '../audience/subscriber.ts'
import { databaseOf, inTransaction } from '../database/database.ts'

interface Person extends Partial<Omit<Choices, 'address'>> {
  readonly address: string
  readonly now?: Date
}

/** Somebody who confirmed by mail what they had asked for. */
export async function confirmedPerson(
  payload: Payload,
  { address, now = new Date('2026-11-01T08:00:00Z'), ...asked }: Person,
): Promise<Subscriber> {
  const read = canonicalAddress(address)
  if (read === null) throw new Error('a test needs an address that could receive mail')
  const choices: Choices = {
    address: read,
    locale: 'en',
    furtherLocales: [],
    newsletterIds: [],
    follows: [],
    interests: { topics: [], countries: [], frequency: 'every-issue' },
    ...asked,
  }
  const wording = consentWording(choices.locale, 'Sample network')
  const confirmed = await inTransaction(payload, (transaction) =>
    confirmSubscription(
      { tokenId: randomUUID(), choices },
      { wording, source: '/en/confirm', now },
      transaction,
    ),
  )
  const id = confirmed.state === 'confirmed' ? confirmed.subscriberId : ''
  return personOf(payload, id)
}

/** As they are stored now. */
export async function personOf(payload: Payload, id: string): Promise<Subscriber> {
  const person = await findSubscriber(id, databaseOf(payload))
  if (person === null) throw new Error('there is nobody of that id')
  return person
}
