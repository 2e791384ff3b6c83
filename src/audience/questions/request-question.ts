import type { Database } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { isWithinLimit, perAddress } from '../rate-limit.ts'
import { isBarred } from '../suppression.ts'
import type { Asked } from './question.ts'

interface Sender {
  readonly database: Database
  readonly now: Date
  /** Hands the mail that asks for confirmation to the transport. */
  send(): Promise<void>
}

/**
 * Answers a question that was typed into the form by mail, and only by mail: whoever filled it in learns nothing about the
 * address. The address has one limit for everything that is asked of it: letters, follows and questions.
 */
export async function requestQuestion({ address }: Asked, { database, now, send }: Sender): Promise<void> {
  if (!(await isWithinLimit(perAddress(address.canonical), now, database))) return
  if (await isBarred(addressKey(address.canonical), now, database)) return
  await send()
}
