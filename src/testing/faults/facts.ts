import { databaseOf, sql } from '../../database/database.ts'
import type { DeliveryState } from '../../ledger/delivery-state.ts'
import type { Course } from './happen.ts'
import type { Candidate, Stage } from './stage.ts'
import type { IssueFacts } from './violations.ts'

/** Whether every mail of the issue has come to its end. */
export async function isSettled({ payload, issueId }: Pick<Stage, 'payload' | 'issueId'>): Promise<boolean> {
  const { rows } = await databaseOf(payload).execute(sql`
    select 1 from email_deliveries where issue_id = ${issueId} and state in ('planned', 'submitting') limit 1
  `)
  return rows.length === 0
}

interface Known {
  readonly refused: readonly Candidate[]
  /** Index of the first mail at the mail server that belongs to this schedule. */
  readonly firstLetter: number
}

/** What the ledger says of each person, beside what the other side really took. */
export async function factsOf(course: Course, { refused, firstLetter }: Known): Promise<IssueFacts> {
  const { stage, candidates, again, leftInTime, firstMail } = course
  const { rows } = await databaseOf(stage.payload).execute<{
    id: string
    state: DeliveryState
    reason: string | null
    locale: string | null
    isTold: boolean
    isErased: boolean
  }>(sql`
    select id, subscriber_id is null as "isErased", state, reason, locale, exists (
      select from mail_feedback told where told.delivery_id = d.id and told.kind not in ('auto-reply', 'other')
    ) as "isTold"
    from email_deliveries d where issue_id = ${stage.issueId}
  `)
  const { rows: cancelled } = await databaseOf(stage.payload).execute(sql`
    select 1 from issues where id = ${stage.issueId} and state = 'cancelled'
  `)
  const isCancelled = cancelled.length > 0
  const ledger = new Map(rows.map((row) => [row.id, row]))
  const accepted = [...lettersOf(stage, firstLetter), ...mailsOf(stage, firstMail)]
  const { rows: days } = await databaseOf(stage.payload).execute<{ counted: number }>(sql`
    select coalesce(sum(mails), 0)::int as counted from sending_days
  `)
  return {
    rows: rows.length,
    counted: days[0]?.counted ?? 0,
    people: candidates.map((candidate) => {
      const { deliveryId } = candidate
      const row = ledger.get(deliveryId)
      const { state = null, reason = null, locale = null, isTold = false, isErased = false } = row ?? {}
      return {
        deliveryId,
        state,
        reason,
        locale,
        accepted: accepted.filter((mail) => mail.deliveryId === deliveryId).map(({ language }) => language),
        again: again.filter((id) => id === deliveryId).length,
        leftInTime: leftInTime.has(deliveryId),
        // It is sent again, but not of a cancelled issue, nor to somebody who was erased.
        isRefused: refused.includes(candidate) || (reason === 'policy' && (isCancelled || isErased)),
        isTold,
      }
    }),
  }
}

interface Accepted {
  readonly deliveryId: string
  readonly language: string
}

const lettersOf = ({ smtp }: Stage, from: number): Accepted[] =>
  smtp
    .mails()
    .slice(from)
    .map(({ parsed: { headers } }) => {
      const header = (name: string) => headers.find(({ key }) => key === name)?.value ?? ''
      return { deliveryId: header('x-delivery-id'), language: header('content-language') }
    })

const mailsOf = ({ resend }: Stage, from: number): Accepted[] =>
  resend
    .mails()
    .slice(from)
    .map(({ tags = [], headers = {} }) => ({
      deliveryId: tags.find(({ name }) => name === 'd')?.value ?? '',
      language: headers['Content-Language'] ?? '',
    }))
