import { type Database, sql } from '../database/database.ts'

/** That somebody of staff sees addresses. */
export interface Look {
  readonly userId: string
  readonly kind: 'shown' | 'found' | 'exported' | 'consent-exported' | 'imported'
  /** Null: not one person. */
  readonly subscriberId: string | null
  /** How many addresses. */
  readonly people: number
  /** In the officer's words. Empty: none were asked for. */
  readonly purpose: string
}

/** To be called before the addresses are shown, so that none is ever seen without a note of it. */
export async function noteLook(
  { userId, kind, subscriberId, people, purpose }: Look,
  database: Database,
): Promise<void> {
  await database.execute(sql`
    insert into address_looks (user_id, kind, subscriber_id, people, purpose)
    values (${userId}::uuid, ${kind}, ${subscriberId}::uuid, ${people}, ${purpose})
  `)
}
