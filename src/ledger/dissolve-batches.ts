import { type Database, sql } from '../database/database.ts'
import type { DeliveryState } from './delivery-state.ts'
import { isOfToday } from './pace/sending-days.ts'
import { settledAs, wasTold } from './settled-as.ts'

type Fragment = ReturnType<typeof sql>

const isHeldByNobody = sql`(lease_until is null or lease_until < now())`

/** Mails that are planned again. */
export interface Thawed {
  readonly mails: number
  /** Of them, those that this day's limit had counted as leaving. */
  readonly ofToday: number
}

/**
 * Dissolves the batches for a transport of which nothing was ever taken, so that their mails may go another way. A batch
 * that was handed over with no certain answer stays what it is.
 */
export const thawBatches = (
  { issueId, transport }: { readonly issueId: string; readonly transport: string },
  database: Database,
): Promise<Thawed> => thaw(issueId, sql`transport = ${transport}`, database)

/** The same for those of transports that are there no more: nobody would ever take them up. */
export const thawAbandoned = (
  { issueId, transports }: { readonly issueId: string; readonly transports: readonly string[] },
  database: Database,
): Promise<Thawed> => thaw(issueId, sql`not ${JSON.stringify(transports)}::jsonb ? transport`, database)

async function thaw(issueId: string, isMeant: Fragment, database: Database): Promise<Thawed> {
  const { rows } = await database.execute<{ of_today: boolean }>(sql`
    with thawed as (
      update email_batches set state = 'settled', handed_over = null, lease_token = null, lease_until = null
      where id in (
        select id from email_batches
        where issue_id = ${issueId} and ${isMeant} and state = 'open' and first_attempt_at is null
          and ${isHeldByNobody}
        for update skip locked
      ) and first_attempt_at is null
      returning id, ${isOfToday(sql`frozen_at`)} as of_today
    )
    update email_deliveries d set
      state = case when ${wasTold('d')} then 'submitted' else 'planned' end, attempts = attempts - 1,
      batch_id = null, position = null, updated_at = now()
    from thawed where d.batch_id = thawed.id and d.state = 'submitting'
    returning thawed.of_today
  `)
  return { mails: rows.length, ofToday: rows.filter(({ of_today }) => of_today).length }
}

/** No service that drops a repeated key is asked under it for longer. */
const ASKED_FOR = '22 hours'

/**
 * Closes the batches that were handed over, with no certain answer, so long ago that nobody may ask for it again: also
 * where the transport is there no more, and so nobody has. Answers of how many mails nobody can tell what became of them.
 */
export async function settleForgotten(database: Database): Promise<number> {
  const { rows } = await database.execute<{ state: DeliveryState }>(sql`
    with closed as (
      update email_batches set state = 'settled', handed_over = null, lease_token = null, lease_until = null
      where id in (
        select id from email_batches
        where state = 'open' and first_attempt_at < now() - ${ASKED_FOR}::interval and ${isHeldByNobody}
        for update skip locked
      )
      returning id
    )
    update email_deliveries d set
      ${settledAs({
        mail: 'd',
        state: `'unconfirmed'`,
        reason: `'no-answer'`,
        providerId: `d.provider_id`,
      })},
      updated_at = now()
    from closed where d.batch_id = closed.id and d.state = 'submitting'
    returning d.state
  `)
  return rows.filter(({ state }) => state === 'unconfirmed').length
}
