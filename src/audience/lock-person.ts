import { type Database, sql } from '../database/database.ts'

/**
 * Makes everybody else who is about to change this person wait until the transaction ends. First thing in each such
 * transaction: the proof is then written in the order in which things happened, and nobody waits for each other.
 */
export async function lockPerson(subscriberId: string, transaction: Database): Promise<void> {
  await transaction.execute(sql`select from subscribers where id = ${subscriberId}::uuid for update`)
}

/** The same where nobody may be behind the address yet: two who would both bring it in come one after the other. */
export async function lockAddress(addressKey: string, transaction: Database): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${addressKey}, 0))`)
  await transaction.execute(sql`select from subscribers where address_key = ${addressKey} for update`)
}
