import { type Database, sql } from '../../database/database.ts'
import { forgetMails } from '../forget-mails.ts'

/**
 * Removes people who were never to be stored. Unlike an erasure it leaves no note that they must get no mail: they may be
 * brought in again, properly. Deliveries keep their counts and forget whom they went to.
 * @param people a relation of one column, ids of subscribers.
 */
export async function removePeople(
  people: ReturnType<typeof sql>,
  now: Date,
  transaction: Database,
): Promise<void> {
  for (const table of ['subscriptions', 'follows', 'subscriber_facets'])
    await transaction.execute(sql`delete from ${sql.identifier(table)} where subscriber_id in ${people}`)
  await transaction.execute(
    sql`update address_looks set subscriber_id = null where subscriber_id in ${people}`,
  )
  await forgetMails(sql`subscriber_id in ${people}`, now, transaction)
  await transaction.execute(sql`delete from subscribers where id in ${people}`)
}
