import type { Payload } from 'payload'

import { canonicalAddress } from '../../audience/canonical-address.ts'
import type { Mailer, PressRelease } from '../../channels/mailer.ts'
import type { Database } from '../../database/database.ts'
import { databaseOf, inTransaction } from '../../database/database.ts'
import {
  barredKeys,
  contactsFor,
  earlierContacts,
  enterRelease,
  type PressContact,
  willingContacts,
} from '../../ledger/press-mails.ts'
import { enqueue } from '../../queue/queue.ts'
import { addressKey } from '../../secrets/address-key.ts'

/** Enters releases in the ledger of mails made for one person, whose sender carries them out. */
export const pressMailer = (payload: Payload): Mailer => ({
  contacts: () => willingContacts(databaseOf(payload)),

  async enter(release) {
    const topics = await topicsOf(payload, release)
    return inTransaction(payload, async (transaction) => {
      const { item, locale, change } = release
      const follows = change === 'corrected' || change === 'withdrawn'
      const meant = follows
        ? await earlierContacts(item, locale, transaction)
        : await contactsFor(locale, topics, transaction)
      const contacts = await reachable(meant, transaction)
      // Entered nowhere, so that it can be once somebody is on the list.
      if (contacts.length === 0 && !follows) return 0
      const entered = await enterRelease(release, contacts, transaction)
      await enqueue(payload, 'send-personal', [{}], transaction)
      return entered
    })
  },
})

/** A withdrawn item has none any more, and goes to those who got it. */
async function topicsOf(payload: Payload, { item: { collection, id } }: PressRelease): Promise<string[]> {
  const stored = await payload.findByID({
    collection,
    id,
    depth: 0,
    select: { topics: true },
    disableErrors: true,
  })
  const { topics } = (stored ?? {}) as { topics?: readonly (string | { id: string })[] | null }
  return (topics ?? []).map((topic) => (typeof topic === 'string' ? topic : topic.id))
}

/** Without those who told us, as readers of anything, that nothing must come any more. */
async function reachable(contacts: readonly PressContact[], transaction: Database): Promise<PressContact[]> {
  const keyed = contacts.flatMap((contact) => {
    const read = canonicalAddress(contact.address)
    return read === null ? [] : [{ contact, key: addressKey(read.canonical) }]
  })
  const barred = await barredKeys(
    keyed.map(({ key }) => key),
    transaction,
  )
  return keyed.flatMap(({ contact, key }) => (barred.has(key) ? [] : [contact]))
}
