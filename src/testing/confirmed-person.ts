import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { canonicalAddress } from '../audience/canonical-address.ts'
import type { Choices } from '../audience/choices.ts'
import { confirmSubscription } from '../audience/confirm-subscription.ts'
import { consentWording } from '../audience/consent-wording.ts'
import { findSubscriber, type Subscriber } from '../audience/subscriber.ts'
import { type Database, databaseOf, inTransaction } from '../database/database.ts'

interface Person extends Partial<Omit<Choices, 'address'>> {
  readonly address: string
  readonly now?: Date
}

/** Presses the button behind a confirmation mail. Answers what came of it. */
export function pressConfirm(
  { address, now = new Date('2026-11-01T08:00:00Z'), ...asked }: Person,
  transaction: Database,
): ReturnType<typeof confirmSubscription> {
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
  return confirmSubscription(
    { tokenId: randomUUID(), choices },
    { wording, source: '/en/confirm', now },
    transaction,
  )
}

/** Somebody who confirmed by mail what they had asked for. */
export async function confirmedPerson(payload: Payload, person: Person): Promise<Subscriber> {
  const confirmed = await inTransaction(payload, (transaction) => pressConfirm(person, transaction))
  if (confirmed.state !== 'confirmed') throw new Error(`the person of this test is ${confirmed.state}`)
  return personOf(payload, confirmed.subscriberId)
}

/** As they are stored now. */
export async function personOf(payload: Payload, id: string): Promise<Subscriber> {
  const person = await findSubscriber(id, databaseOf(payload))
  if (person === null) throw new Error('there is nobody of that id')
  return person
}
