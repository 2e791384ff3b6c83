import { type Database, sql } from '../database/database.ts'

/**
 * What a bounce says about the address:
 *
 * - `hard`: there is no such mailbox, or no such mail domain. Never write to it again.
 * - `soft`: not now, or not this mail: full, slow, too large. It may work the next time.
 * - `policy`: the other side does not want our mail, whoever it is for. The address is not at fault.
 */
export type BounceClass = 'hard' | 'soft' | 'policy'

/**
 * What was told about one mail:
 *
 * - `delayed`: the other side still tries.
 * - `complained`: it was marked as spam. `left`: the mail program asks for no more of its list.
 * - `auto-reply`, `other`: an answer of a machine or a person. Nothing follows from it.
 */
type FeedbackKind = 'delivered' | 'delayed' | 'bounced' | 'complained' | 'left' | 'auto-reply' | 'other'

/** One message about one mail. No address is in it. */
export interface Feedback {
  /** The same whenever the same message comes again. */
  readonly key: string
  readonly source: 'mailbox' | 'resend'
  /** Null: the message does not name it. */
  readonly deliveryId: string | null
  /** The mail service's id of the mail. Null: it has none. */
  readonly providerId: string | null
  readonly kind: FeedbackKind
  /** Null unless it bounced. */
  readonly bounceClass: BounceClass | null
  /** Whether the mail service itself would not have it, and asked nobody. @default false */
  readonly isOfService?: boolean
  /** Enhanced status, `5.1.1`. Null: none was given. */
  readonly status: string | null
  /** Of the SMTP dialogue, `550`. Null: none was given. */
  readonly replyCode: string | null
  readonly at: Date
}

/** A mail in the ledger that something was told about. */
export interface ReportedMail {
  readonly id: string
  readonly kind: 'letter' | 'digest' | 'notice' | 'reminder' | 'press' | 'answer' | 'question'
  /** Of a press mail. Null: it is none, or the contact is gone. */
  readonly contactId: string | null
  /** Of a mail about a question. Null: it is none, or the question was erased. */
  readonly questionId: string | null
  /** Null after erasure, and of a mail to nobody who subscribed. */
  readonly subscriberId: string | null
  /** Of the address that it went to. Null: it was handed to nobody, or to no subscriber, or they were erased. */
  readonly addressKey: string | null
  /** Of a letter. */
  readonly issueId: string | null
  readonly newsletterId: string | null
  readonly providerId: string | null
}

/** The mail that is named, or else the one that the mail service knows by its id. Null: none of ours. */
export async function findReportedMail(
  { deliveryId, providerId }: Pick<Feedback, 'deliveryId' | 'providerId'>,
  database: Database,
): Promise<ReportedMail | null> {
  if (deliveryId !== null) return findMailBy(sql`id = ${deliveryId}::uuid`, database)
  return providerId === null ? null : findMailBy(sql`provider_id = ${providerId}`, database)
}

async function findMailBy(
  condition: ReturnType<typeof sql>,
  database: Database,
): Promise<ReportedMail | null> {
  const { rows } = await database.execute<ReportedMail & Record<string, unknown>>(sql`
    select id, 'letter' as kind, null::uuid as "contactId", null::uuid as "questionId", subscriber_id as "subscriberId",
      address_key as "addressKey", issue_id as "issueId", newsletter_id as "newsletterId", provider_id as "providerId"
    from email_deliveries where ${condition}
    union all
    select id, kind, contact_id, question_id, subscriber_id, address_key, null, null, provider_id
    from personal_mails where ${condition}
    limit 1
  `)
  return rows[0] ?? null
}

/** Enters the message. False: it came before. */
export async function enterFeedback(
  feedback: Feedback,
  mail: ReportedMail | null,
  transaction: Database,
): Promise<boolean> {
  const { key, source, providerId, kind, bounceClass, status, replyCode, at } = feedback
  const { rows } = await transaction.execute(sql`
    insert into mail_feedback (key, source, delivery_id, provider_id, kind, bounce_class, status, reply_code, at)
    values (${key}, ${source}, ${mail?.id ?? null}::uuid, ${providerId}, ${kind}, ${bounceClass}, ${status},
      ${replyCode}, ${at.toISOString()}::timestamptz)
    on conflict (key) do nothing returning 1
  `)
  return rows.length === 1
}

/**
 * Writes the fact to the mail. Messages come in any order: of one fact the earliest time stands, for a bounce with its
 * class. Whatever is told of a mail shows that it had been accepted: one that was unconfirmed, or is to be sent again, is
 * submitted, also if a worker holds it; and one that is to be settled has the time of that, by which whoever settles it
 * knows: see `settledAs`.
 */
export async function writeFact(
  { kind, bounceClass, at, providerId }: Feedback,
  mail: ReportedMail,
  transaction: Database,
): Promise<void> {
  const moment = sql`${at.toISOString()}::timestamptz`
  const isOpen = sql`state in ('planned', 'submitting', 'unconfirmed')`
  const isKnown = sql`state in ('planned', 'unconfirmed')`
  const told = {
    delivered: sql`delivered_at = least(delivered_at, ${moment}),`,
    delayed: sql``,
    bounced: sql`
      bounce_class = case when bounced_at <= ${moment} then bounce_class else ${bounceClass} end,
      bounced_at = least(bounced_at, ${moment}),`,
    complained: sql`complained_at = least(complained_at, ${moment}),`,
    left: sql``,
    'auto-reply': sql``,
    other: sql``,
  }[kind]
  const isLetter = mail.kind === 'letter'
  // It is not handed over again.
  const copy = isLetter ? sql`` : sql`handed_over = case when ${isKnown} then null else handed_over end,`
  await transaction.execute(sql`
    update ${isLetter ? sql`email_deliveries` : sql`personal_mails`} set ${told} ${copy}
      submitted_at = case when ${isOpen} then coalesce(submitted_at, updated_at) else submitted_at end,
      provider_id = case when ${isOpen} then coalesce(provider_id, ${providerId}) else provider_id end,
      reason = case when ${isKnown} then null else reason end,
      lease_token = case when ${isKnown} then null else lease_token end,
      lease_until = case when ${isKnown} then null else lease_until end,
      state = case when ${isKnown} then 'submitted' else state end,
      updated_at = now()
    where id = ${mail.id}::uuid
  `)
}
