import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { MailDecision } from '../mail-decisions.ts'

/** A mail about which a person has to decide. Who it is for is not in it. */
export interface OpenMail {
  readonly id: string
  /** Null: no edition for them. */
  readonly locale: Locale | null
  readonly reason: string | null
  /** When it got into this state. */
  readonly at: Date
}

/** The last group of a UUID. */
const CODE_LENGTH = 12

/**
 * By which people speak of a mail, and find it in the mail server's log: the end of its id. The beginning is the time, which is the
 * same for all mails of an issue.
 */
export const shortCode = (deliveryId: string): string => deliveryId.slice(-CODE_LENGTH)

/** A page of those in doubt, oldest first. Of somebody erased nothing can be decided any more. */
export async function openMails(
  { issueId, state }: Pick<MailDecision, 'issueId' | 'state'>,
  { from, limit }: { readonly from: number; readonly limit: number },
  database: Database,
): Promise<OpenMail[]> {
  const { rows } = await database.execute<
    Omit<OpenMail, 'at'> & { at: string } & Record<string, unknown>
  >(sql`
    select id, locale, reason, updated_at as at from email_deliveries
    where issue_id = ${issueId}::uuid and state = ${state} and subscriber_id is not null
    order by updated_at, id limit ${limit} offset ${from}
  `)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}

/** Mails without an answer, of which a service that remembers their key can be asked again without sending twice. */
export interface AskableMails {
  readonly mails: number
  /** Since when the oldest key is remembered. */
  readonly since: Date
  /** When they are asked again without anybody doing anything. */
  readonly nextAt: Date
}

/** Null: there are none. */
export async function askableMails(issueId: string, database: Database): Promise<AskableMails | null> {
  const { rows } = await database.execute<{ mails: number; since: string | null; next: string | null }>(sql`
    select count(d.id)::int as mails, min(batch.first_attempt_at) as since, min(batch.due_at) as next
    from email_batches batch join email_deliveries d
      on d.issue_id = ${issueId}::uuid and d.state = 'submitting' and d.batch_id = batch.id
    where ${isAskable(issueId)}
  `)
  const [row] = rows
  return row?.since && row.next
    ? { mails: row.mails, since: new Date(row.since), nextAt: new Date(row.next) }
    : null
}

/** Has them asked now instead of later. Answers how many batches of mails that are. */
export async function askNow(issueId: string, database: Database): Promise<number> {
  const { rows } = await database.execute(sql`
    update email_batches batch set due_at = now() where ${isAskable(issueId)} returning id
  `)
  return rows.length
}

/** Handed over before, with no certain answer, and nobody asks at this moment. */
const isAskable = (issueId: string) => sql`
  batch.issue_id = ${issueId}::uuid and batch.state = 'open' and batch.first_attempt_at is not null
    and (batch.lease_until is null or batch.lease_until < now())`
