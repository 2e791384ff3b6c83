import { type Database, sql } from '../database/database.ts'

/** After so long a mailbox that once did not exist may have become somebody's. */
const BOUNCE_DAYS = 30

/**
 * Whether an address may not even be asked to confirm: its owner complained, we were told to stop, or it bounced lately.
 * Who merely left, or had everything erased, may come back by themselves.
 */
export async function isBarred(addressKey: string, now: Date, database: Database): Promise<boolean> {
  const { rows } = await database.execute(sql`
    select 1 from suppressions
    where address_key = ${addressKey} and scope = 'global' and (
      reason in ('complaint', 'manual')
      or (reason = 'hard-bounce' and at > ${now.toISOString()}::timestamptz - make_interval(days => ${BOUNCE_DAYS}))
    )
  `)
  return rows.length > 0
}

/** The owner has just agreed anew: what they themselves had ended no longer stands in the way. */
export async function liftSuppressions(
  addressKey: string,
  newsletterIds: readonly string[],
  database: Database,
): Promise<void> {
  await database.execute(sql`
    delete from suppressions
    where address_key = ${addressKey} and (
      (reason = 'unsubscribed' and scope in (select jsonb_array_elements_text(${JSON.stringify(newsletterIds)}::jsonb)))
      or (scope = 'global' and reason in ('erased', 'hard-bounce'))
    )
  `)
}
