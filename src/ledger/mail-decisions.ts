import { type Database, sql } from '../database/database.ts'

/**
 * What a person decides about mails of which the program may not decide by itself: that those without an answer arrived, or
 * that they (or the failed ones) are sent again.
 */
export interface MailDecision {
  readonly issueId: string
  readonly what: 'assumed' | 'again'
  /** Of which mails. Only those without an answer can be assumed to have arrived. */
  readonly state: 'unconfirmed' | 'failed'
  /** Only those with this reason. Null: all of them. */
  readonly reason: string | null
  readonly actor: string
}

/**
 * Carries it out and writes it down, in one transaction. Answers how many mails it concerned: none are sent again of an
 * issue that is cancelled.
 */
export async function decideMails(decision: MailDecision, transaction: Database): Promise<number> {
  const { issueId, what, state, reason, actor } = decision
  const chosen = sql`
    issue_id = ${issueId} and state = ${state} and (${reason}::text is null or reason = ${reason})
      and subscriber_id is not null
  `
  const { rows } = await transaction.execute(
    what === 'assumed'
      ? sql`
        update email_deliveries
        set state = 'submitted', reason = 'assumed', submitted_at = coalesce(submitted_at, updated_at), updated_at = now()
        where ${chosen} returning id`
      : sql`
        with going as (select id from issues where id = ${issueId} and state <> 'cancelled' for share)
        update email_deliveries
        set state = 'planned', reason = null, attempts = 0, due_at = now(), batch_id = null, position = null,
          provider_id = null, lease_token = null, lease_until = null, updated_at = now()
        where ${chosen} and issue_id in (select id from going) returning id`,
  )
  if (rows.length > 0)
    await transaction.execute(sql`
      insert into mail_decisions (issue_id, what, state, reason, mails, actor)
      values (${issueId}, ${what}, ${state}, ${reason}, ${rows.length}, ${actor}::uuid)
    `)
  return rows.length
}

/** What was decided about an issue's mails, oldest first. */
export async function decisionsOf(issueId: string, database: Database): Promise<readonly KeptDecision[]> {
  const { rows } = await database.execute<DecisionRow>(sql`
    select what, state, reason, mails, actor, at from mail_decisions where issue_id = ${issueId} order by id
  `)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}

type DecisionRow = Omit<KeptDecision, 'at'> & { readonly at: string } & Record<string, unknown>

export interface KeptDecision {
  readonly what: MailDecision['what']
  readonly state: MailDecision['state']
  readonly reason: string | null
  readonly mails: number
  /** Of `users`. */
  readonly actor: string
  readonly at: Date
}

/**
 * Whoever was not written to gets nothing: what is planned, and what stands in a batch that was never handed over. A batch
 * that was may have been accepted, so its outcome is still found out.
 */
export const skipUnsent = (issueId: string, transaction: Database): Promise<number> =>
  skipUnsentOf(sql`${issueId}::uuid`, transaction)

/**
 * The same for every issue that is cancelled. What was under way when it was, and was certainly not taken, would else be
 * planned for ever. Answers how many mails it concerned.
 */
export const skipUnsentOfCancelled = (database: Database): Promise<number> =>
  skipUnsentOf(sql`select id from issues where state = 'cancelled'`, database)

async function skipUnsentOf(issueIds: ReturnType<typeof sql>, database: Database): Promise<number> {
  const { rows } = await database.execute(sql`
    with closed as (
      update email_batches set state = 'settled', lease_token = null, lease_until = null
      where issue_id in (${issueIds}) and state = 'open' and first_attempt_at is null
      returning id
    )
    update email_deliveries d set
      state = 'skipped', reason = 'cancelled', lease_token = null, lease_until = null, updated_at = now()
    where d.issue_id in (${issueIds})
      and (d.state = 'planned' or (d.state = 'submitting' and d.batch_id in (select id from closed)))
    returning d.id
  `)
  return rows.length
}
