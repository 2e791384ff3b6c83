import { type Database, sql } from '../../database/database.ts'

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
  const at = now.toISOString()
  for (const table of ['subscriptions', 'follows', 'subscriber_facets'])
    await transaction.execute(sql`delete from ${sql.identifier(table)} where subscriber_id in ${people}`)
  await transaction.execute(
    sql`update address_looks set subscriber_id = null where subscriber_id in ${people}`,
  )
  const forgotten = sql`
    subscriber_id = null, updated_at = ${at}::timestamptz,
    state = case when state = 'planned' then 'skipped' else state end,
    reason = case when state = 'planned' then 'unsubscribed' else reason end
  `
  await transaction.execute(sql`update email_deliveries set ${forgotten} where subscriber_id in ${people}`)
  await transaction.execute(
    sql`update personal_mails set items = '[]', ${forgotten} where subscriber_id in ${people}`,
  )
  await transaction.execute(sql`delete from subscribers where id in ${people}`)
}
