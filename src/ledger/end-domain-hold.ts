import { type Database, sql } from '../database/database.ts'
import { DOMAIN_HELD, mailGroup, policyFailures } from './domain-holds.ts'
import { isGoing, maySendAgain, sentAgain } from './mail-decisions.ts'

/**
 * What a person decides about mails to those who refuse us: that the cause is mended, so that they leave after all, with
 * those that were refused; or that nobody there gets the issue.
 */
export interface HoldDecision {
  readonly issueId: string
  readonly holdId: string
  readonly what: 'domain-again' | 'domain-given-up'
  readonly actor: string
}

/**
 * Ends a hold and writes it down, in one transaction. Answers how many mails it concerned. Null: it is not held any more, or
 * the issue is cancelled.
 */
export async function endDomainHold(decision: HoldDecision, transaction: Database): Promise<number | null> {
  const { issueId, holdId, what, actor } = decision
  const { rows: ended } = await transaction.execute<{ mx_group: string }>(sql`
    with going as (${isGoing(issueId)})
    update domain_holds set ended_at = now(), outcome = ${what}
    where id = ${holdId}::uuid and issue_id in (select id from going) and ended_at is null
    returning mx_group
  `)
  const [hold] = ended
  if (hold === undefined) return null
  const mails =
    what === 'domain-again'
      ? await letGo(issueId, hold.mx_group, transaction)
      : await giveUp(issueId, hold.mx_group, transaction)
  await transaction.execute(sql`
    insert into mail_decisions (issue_id, what, state, reason, mails, actor)
    values (${issueId}::uuid, ${what}, 'planned', ${DOMAIN_HELD}, ${mails}, ${actor}::uuid)
  `)
  return mails
}

/** What waited is due now, whatever it had waited for before; the claim looks anew at hours and limits. */
async function letGo(issueId: string, name: string, transaction: Database): Promise<number> {
  const { rowCount: waiting } = await transaction.execute(sql`
    update email_deliveries d set reason = null, due_at = least(d.due_at, now()), updated_at = now()
    where d.issue_id = ${issueId}::uuid and d.state = 'planned' and d.reason = ${DOMAIN_HELD} and ${mailGroup} = ${name}
  `)
  const { rowCount: refused } = await transaction.execute(sql`
    update email_deliveries d set ${sentAgain}
    where d.issue_id = ${issueId}::uuid and d.state = 'failed' and d.reason in ${policyFailures}
      and ${mailGroup} = ${name} and d.subscriber_id is not null and ${maySendAgain}
  `)
  return (waiting ?? 0) + (refused ?? 0)
}

/** Who waits there for their language as well: its edition would be refused like the others. */
async function giveUp(issueId: string, name: string, transaction: Database): Promise<number> {
  const { rowCount } = await transaction.execute(sql`
    update email_deliveries d set state = 'skipped', reason = 'domain-given-up', lease_token = null, lease_until = null,
      updated_at = now()
    where d.issue_id = ${issueId}::uuid and d.state = 'planned' and ${mailGroup} = ${name}
  `)
  return rowCount ?? 0
}
