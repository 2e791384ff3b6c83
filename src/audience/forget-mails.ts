import { type Database, sql } from '../database/database.ts'
import { endedWithItsPerson } from '../ledger/personal-mails.ts'

/**
 * Mails keep their counts and forget whom they went to; what was still planned is skipped. What was handed over and may have
 * to be handed over again has addresses in it, and goes. Needs a transaction.
 * @param isTheirs condition on a column `subscriber_id`
 */
export async function forgetMails(
  isTheirs: ReturnType<typeof sql>,
  now: Date,
  transaction: Database,
): Promise<void> {
  // Before the mails, as whoever settles a batch takes it first too.
  await transaction.execute(sql`
    update email_batches set handed_over = null
    where state = 'open' and handed_over is not null and id in (
      select batch_id from email_deliveries where ${isTheirs} and batch_id is not null
    )
  `)
  // What a digest held says what a person is interested in.
  await transaction.execute(sql`update personal_mails set items = '[]' where ${isTheirs}`)
  const at = sql`${now.toISOString()}::timestamptz`
  await transaction.execute(sql`
    update email_deliveries set subscriber_id = null, address_key = null, domain = null, mx_group = null,
      provider_id = null, updated_at = ${at},
      state = case when state = 'planned' then 'skipped' else state end,
      reason = case when state = 'planned' then 'unsubscribed' else reason end
    where ${isTheirs}
  `)
  await transaction.execute(sql`
    update personal_mails set subscriber_id = null, address_key = null, provider_id = null, updated_at = ${at},
      ${endedWithItsPerson}
    where ${isTheirs}
  `)
}
