import type { Payload } from 'payload'

import { databaseOf } from '../database/database.ts'
import { settleMails } from '../ledger/email-deliveries.ts'
import type { HeldMail, HeldMails } from '../ledger/hold-mails.ts'
import { isMailAddress } from '../newsletter/mail-address.ts'

/**
 * Those of the mails held that can be written at all. What is stored as an address and is none fails by itself, before
 * anything is under way, and never holds up the others.
 */
export async function sendableMails(
  payload: Payload,
  { mails, leaseToken }: Pick<HeldMails, 'mails' | 'leaseToken'>,
): Promise<readonly HeldMail[]> {
  const broken = mails.filter(({ address }) => !isMailAddress(address))
  const settlements = broken.map(({ id }) => ({
    id,
    state: 'failed' as const,
    reason: 'address-rejected',
    providerId: null,
    dueAt: null,
  }))
  if (broken.length > 0) await settleMails(settlements, leaseToken, databaseOf(payload))
  return mails.filter((mail) => !broken.includes(mail))
}
