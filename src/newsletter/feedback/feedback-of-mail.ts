import { createHash } from 'node:crypto'

import type { BounceClass, Feedback } from '../../ledger/mail-feedback.ts'
import type { ReportedRecipient } from './failed-by-status.ts'
import { type MailReport, readReport } from './read-report.ts'

interface Received {
  readonly raw: Buffer
  /** As it was addressed. */
  readonly to: string
  /** The delivery whose return path that is. Null: it was another address of ours. */
  readonly deliveryId: string | null
  readonly now: Date
}

/** What a mail that came back tells. Where the address does not say of which delivery, the returned head may. */
export async function feedbackOfMail({ raw, to, deliveryId, now }: Received): Promise<Feedback> {
  const report = await readReport(raw)
  return {
    key: `mail:${createHash('sha256').update(to.toLowerCase()).update('\n').update(raw).digest('hex')}`,
    source: 'mailbox',
    deliveryId: deliveryId ?? report.deliveryId,
    providerId: null,
    at: now,
    ...told(report),
  }
}

type Told = Pick<Feedback, 'kind' | 'bounceClass' | 'status' | 'replyCode'>

const nothingMore = { bounceClass: null, status: null, replyCode: null } as const

const kinds = {
  complaint: 'complained',
  'opt-out': 'left',
  arrived: 'delivered',
  'auto-reply': 'auto-reply',
  other: 'other',
} as const satisfies Readonly<Record<Exclude<MailReport['kind'], 'bounce'>, Feedback['kind']>>

function told(report: MailReport): Told {
  if (report.kind !== 'bounce') return { kind: kinds[report.kind], ...nothingMore }
  const failed = report.recipients.filter(({ isFinal }) => isFinal)
  const [gentlest] = (failed.length > 0 ? failed : report.recipients).toSorted(byGentleness)
  if (gentlest === undefined) return { kind: 'other', ...nothingMore }
  const { bounceClass, status, replyCode } = gentlest
  return failed.length > 0
    ? { kind: 'bounced', bounceClass, status, replyCode }
    : { kind: 'delayed', bounceClass: null, status, replyCode }
}

/** Each mail of ours goes to one person. Several recipients are those whom they forward it to: one who is there is enough. */
const byGentleness = (one: ReportedRecipient, other: ReportedRecipient): number =>
  gentleness[one.bounceClass] - gentleness[other.bounceClass]

const gentleness: Readonly<Record<BounceClass, number>> = { soft: 0, policy: 1, hard: 2 }
