import type { Database } from '../database/database.ts'
import { type ErasedBy, erasePeople } from './erase-people.ts'
import type { Subscriber } from './subscriber.ts'

/**
 * Erases a person as they asked us to. Needs a transaction.
 * @param by who of staff did it for them. Null: they did it themselves, on their own page.
 */
export const eraseSubscriber = (
  { id }: Subscriber,
  now: Date,
  transaction: Database,
  by: ErasedBy | null = null,
): Promise<void> =>
  erasePeople(
    { subscriberIds: [id], source: by === null ? '/my-data' : 'officer', isWish: true, by, now },
    transaction,
  )
