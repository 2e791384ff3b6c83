import { type Database, sql } from '../database/database.ts'
import { wasTold } from './settled-as.ts'

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

/** Of the mail `d`. One that failed while its language was held has none of its own: see `sendable`. */
const edition = sql`coalesce(d.edition_id, (
  select own.id from editions own where own.issue_id = d.issue_id and own.locale = d.locale
))`

/** While the language of the mail `d` is held. Null: it is not. */
const heldUntil = sql`(
  select coalesce(deadline, now()) from issue_languages held
  where held.issue_id = d.issue_id and held.locale = d.locale and held.rule = 'hold' and held.outcome is null
)`

/** A mail needs an edition, or a language that it waits for: of any other nothing would ever come. */
const sendable = sql`(${edition} is not null or ${heldUntil} is not null)`

/** What becomes of a mail, `d`, that is sent again. */
export const sentAgain = sql`
  state = 'planned', edition_id = ${edition}, reason = case when ${edition} is null then 'language-held' end, attempts = 0,
  due_at = case when ${edition} is null then ${heldUntil} else now() end, batch_id = null, position = null,
  provider_id = null, lease_token = null, lease_until = null, updated_at = now()`

/** What becomes of a mail, `d`. */
const consequence = {
  assumed: sql`
    state = 'submitted', reason = 'assumed', submitted_at = coalesce(d.submitted_at, d.updated_at), updated_at = now()`,
  again: sentAgain,
} as const satisfies Record<MailDecision['what'], ReturnType<typeof sql>>

/**
 * The issue that mails may be sent of again: none that is cancelled, nor is while this goes on. Held as firmly as who moves
 * it on needs it, or two decisions about one mail would each wait for the other.
 */
const going = (issueId: string, what: MailDecision['what']) => sql`
  select id from issues where id = ${issueId}::uuid and (${what} = 'assumed' or state <> 'cancelled') for no key update`

/** The issue, where it is not cancelled, held likewise. */
export const isGoing = (issueId: string) => going(issueId, 'again')

/** Of the mail `d`. Whoever is known to have a mail is sent no second one. */
export const maySendAgain = sql`(not ${wasTold('d')} and ${sendable})`

const isUnclear = (what: MailDecision['what']) => (what === 'again' ? maySendAgain : sql`true`)

/**
 * Carries it out and writes it down, in one transaction. Answers how many mails it concerned: none are sent again of an
 * issue that is cancelled.
 */
export async function decideMails(decision: MailDecision, transaction: Database): Promise<number> {
  const { issueId, what, state, reason, actor } = decision
  const { rows } = await transaction.execute(sql`
    with going as (${going(issueId, what)})
    update email_deliveries d set ${consequence[what]}
    where issue_id in (select id from going) and state = ${state} and (${reason}::text is null or reason = ${reason})
      and subscriber_id is not null and ${isUnclear(what)}
    returning id
  `)
  if (rows.length > 0)
    await transaction.execute(sql`
      insert into mail_decisions (issue_id, what, state, reason, mails, actor)
      values (${issueId}, ${what}, ${state}, ${reason}, ${rows.length}, ${actor}::uuid)
    `)
  return rows.length
}

/** A decision about one mail: of the whole state there is nothing to say then, nor of a reason. */
export interface OneMailDecision extends Omit<MailDecision, 'reason'> {
  readonly deliveryId: string
}

/**
 * The same for one mail, if it is still in that state: of two who decide at once, one is told that it has been done, and
 * there is one word of it. False: it is not, or its reader was erased.
 */
export async function decideMail(decision: OneMailDecision, transaction: Database): Promise<boolean> {
  const { issueId, what, state, actor, deliveryId } = decision
  const { rows } = await transaction.execute<{ reason: string | null }>(sql`
    with going as (${going(issueId, what)}), chosen as (
      select id, reason from email_deliveries d
      where id = ${deliveryId}::uuid and issue_id in (select id from going) and state = ${state}
        and subscriber_id is not null and ${isUnclear(what)}
      for update
    )
    update email_deliveries d set ${consequence[what]} from chosen where d.id = chosen.id returning chosen.reason
  `)
  const [mail] = rows
  if (mail === undefined) return false
  await transaction.execute(sql`
    insert into mail_decisions (issue_id, what, state, reason, delivery_id, mails, actor)
    values (${issueId}::uuid, ${what}, ${state}, ${mail.reason}, ${deliveryId}::uuid, 1, ${actor}::uuid)
  `)
  return true
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
  /** The last two are about those who refused us: see `end-domain-hold.ts`. */
  readonly what: MailDecision['what'] | 'domain-again' | 'domain-given-up'
  /** What the mails were. */
  readonly state: MailDecision['state'] | 'planned'
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

/**
 * Batches join the update instead of standing in an `or` of its condition. Where somebody changed a row meanwhile, Postgres
 * looks at the condition again, and fails when it then comes to a sub-select of changed rows that it had not read before.
 * One that it reads in any case (`and exists (…)`, `and id in (…)`) is kept or joined, and does no harm.
 */
async function skipUnsentOf(issueIds: ReturnType<typeof sql>, database: Database): Promise<number> {
  const { rows } = await database.execute<{ mails: number }>(sql`
    with closed as (
      update email_batches set state = 'settled', handed_over = null, lease_token = null, lease_until = null
      where issue_id in (${issueIds}) and state = 'open' and first_attempt_at is null
      returning id
    ), untouched as (
      update email_deliveries set
        state = 'skipped', reason = 'cancelled', lease_token = null, lease_until = null, updated_at = now()
      where issue_id in (${issueIds}) and state = 'planned' returning id
    ), frozen as (
      update email_deliveries d set
        state = case when ${wasTold('d')} then 'submitted' else 'skipped' end,
        reason = case when ${wasTold('d')} then null else 'cancelled' end,
        batch_id = null, position = null, updated_at = now()
      from closed
      where d.batch_id = closed.id and d.state = 'submitting'
      returning d.id
    )
    select (select count(*) from untouched)::int + (select count(*) from frozen)::int as mails
  `)
  return rows[0]?.mails ?? 0
}
