import { type Database, sql } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import type { CanonicalAddress } from '../canonical-address.ts'
import { noteLook } from '../looks.ts'

/**
 * The person with exactly this address. That somebody looked for it is noted, also when nobody has it: to learn that is to
 * learn something about a person too. Needs a transaction.
 */
export async function findPerson(
  { canonical }: CanonicalAddress,
  userId: string,
  transaction: Database,
): Promise<string | null> {
  const { rows } = await transaction.execute<{ id: string }>(sql`
    select id from subscribers where address_key = ${addressKey(canonical)}
  `)
  const id = rows[0]?.id ?? null
  await noteLook(
    { userId, kind: 'found', subscriberId: id, people: id === null ? 0 : 1, purpose: '' },
    transaction,
  )
  return id
}
