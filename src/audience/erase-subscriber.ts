import type { Database } from '../database/database.ts'
import { erasePeople } from './erase-people.ts'
import type { Subscriber } from './subscriber.ts'

/** Erases a person as they asked us to. Needs a transaction. */
export const eraseSubscriber = ({ id }: Subscriber, now: Date, transaction: Database): Promise<void> =>
  erasePeople({ subscriberIds: [id], source: '/preferences', isWish: true, now }, transaction)
