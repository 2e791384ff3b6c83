import { databaseOf, sql } from '../../database/database.ts'
import type { DeliveryState } from '../../ledger/delivery-state.ts'
import type { Course } from './course.ts'
import type { Stage } from './stage.ts'

/** What the ledger says of one mail. */
export interface LedgerRow extends Record<string, unknown> {
  readonly id: string
  readonly state: DeliveryState
  readonly reason: string | null
  readonly locale: string | null
  readonly isTold: boolean
  readonly isErased: boolean
}

const columns = sql`
  mail.id, mail.subscriber_id is null as "isErased", mail.state, mail.reason, mail.locale, exists (
    select from mail_feedback told where told.delivery_id = mail.id and told.kind not in ('auto-reply', 'other')
  ) as "isTold"
`

/** Of the issue. */
export async function lettersIn({ payload, issueId }: Stage): Promise<readonly LedgerRow[]> {
  const { rows } = await databaseOf(payload).execute<LedgerRow>(sql`
    select ${columns} from email_deliveries mail where mail.issue_id = ${issueId}
  `)
  return rows
}

/** What it says of a mail for one person. */
export interface PersonalRow extends LedgerRow {
  /** Whether it is not handed over again: they went, left what it belongs to or are barred, or its key is forgotten. */
  readonly isStopped: boolean
}

export async function personalIn({ payload }: Stage): Promise<readonly PersonalRow[]> {
  const { rows } = await databaseOf(payload).execute<PersonalRow>(sql`
    select ${columns},
      coalesce(person.id, question.id) is null
      or coalesce(mail.updated_at - mail.first_attempt_at >= interval '22 hours', false)
      or (mail.kind = 'digest' and not exists (
        select from subscriptions tie where tie.subscriber_id = person.id and tie.state = 'confirmed'
      ))
      or exists (
        select from suppressions barred
        where barred.scope = 'global' and barred.address_key = coalesce(person.address_key, question.address_key)
      ) as "isStopped"
    from personal_mails mail
    left join subscribers person on person.id = mail.subscriber_id
    left join questions question on question.id = mail.question_id
  `)
  return rows
}

/** A mail that the other side took. */
interface Accepted {
  /** Empty: it is in no ledger. */
  readonly deliveryId: string
  readonly to: string
  readonly language: string
}

/** All that belong to the schedule. */
export const acceptedIn = ({ stage, firstLetter, firstMail }: Course): readonly Accepted[] => [
  ...overSmtp(stage, firstLetter),
  ...atResend(stage, firstMail),
]

const overSmtp = ({ smtp }: Stage, from: number): Accepted[] =>
  smtp
    .mails()
    .slice(from)
    .map(({ to, parsed: { headers } }) => {
      const header = (name: string) => headers.find(({ key }) => key === name)?.value ?? ''
      return { deliveryId: header('x-delivery-id'), to, language: header('content-language') }
    })

const atResend = ({ resend }: Stage, from: number): Accepted[] =>
  resend
    .mails()
    .slice(from)
    .map(({ to, tags = [], headers = {} }) => ({
      deliveryId: tags.find(({ name }) => name === 'd')?.value ?? '',
      to: to[0] ?? '',
      language: headers['Content-Language'] ?? '',
    }))
