import { createHash } from 'node:crypto'

import type { BounceClass, Feedback } from '../../ledger/mail-feedback.ts'
import { readReturnPath } from '../return-path.ts'
import type { ReportedRecipient } from './failed-by-status.ts'
import { type MailReport, readReport } from './read-report.ts'

interface Received {
  readonly raw: Buffer
  /** As it was addressed. */
  readonly to: string
  /** The delivery whose return path that is. Null: it was another address of ours. */
  readonly deliveryId: string | null
  /** Of our return paths. */
  readonly domain: string
  readonly now: Date
}

/** What a mail that came back tells. Where the address does not say of which delivery, the returned head may. */
export async function feedbackOfMail({ raw, to, deliveryId, domain, now }: Received): Promise<Feedback> {
  const report = await readReport(raw)
  return {
    key: `mail:${createHash('sha256').update(to.toLowerCase()).update('\n').update(raw).digest('hex')}`,
    source: 'mailbox',
    deliveryId: deliveryId ?? signedBy(report, domain) ?? report.deliveryId,
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
  const { recipients, elsewhere } = report
  if (elsewhere === 'arrived') return { kind: 'delivered', ...nothingMore }
  const open = recipients.filter(({ isFinal }) => !isFinal)
  const [gentlest] = (open.length > 0 ? open : recipients).toSorted(byGentleness)
  if (gentlest === undefined) return { kind: 'other', ...nothingMore }
  const { status, replyCode } = gentlest
  if (open.length > 0) return { kind: 'delayed', bounceClass: null, status, replyCode }
  // Somebody else whom they forward it to may have got it.
  const isSomewhere = elsewhere === 'passed-on' && gentlest.bounceClass === 'hard'
  return { kind: 'bounced', bounceClass: isSomewhere ? 'soft' : gentlest.bounceClass, status, replyCode }
}

/** The delivery whose return path the report names, which nobody else can have made up. */
const signedBy = ({ returnPaths }: MailReport, domain: string): string | null =>
  returnPaths.map((path) => readReturnPath(path, domain)).find((id) => id !== null) ?? null

/** Each mail of ours goes to one person. Several recipients are those whom they forward it to: one who is there is enough. */
const byGentleness = (one: ReportedRecipient, other: ReportedRecipient): number =>
  gentleness[one.bounceClass] - gentleness[other.bounceClass]

const gentleness: Readonly<Record<BounceClass, number>> = { soft: 0, policy: 1, hard: 2 }
