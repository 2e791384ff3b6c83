import { randomUUID } from 'node:crypto'

import { afterAll, afterEach } from 'vitest'

import { databaseOf, sql } from '../database/database.ts'
import { recordFeedback } from '../dissemination/feedback/record-feedback.ts'
import { sendIssue } from '../dissemination/send-issue.ts'
import { passTime } from './faults/pass-time.ts'
import { skewClock } from './faults/skewed-clock.ts'
import { openStage } from './faults/stage.ts'

export const MINUTE_MS = 60_000
export const DAY_MS = 24 * 60 * MINUTE_MS

/** For the top of a test file: one issue that each test sends anew, by a mail server or a mail service. */
export async function stagedIssue() {
  const stage = await openStage()

  afterAll(async () => {
    await stage[Symbol.asyncDispose]()
    await stage.payload.destroy()
  })
  afterEach(() => skewClock(0))

  const database = () => databaseOf(stage.payload)

  /** What a worker does with what is due now. */
  const work = (name: 'smtp' | 'resend') =>
    sendIssue(stage.payload, stage.issueId, {
      transport: stage.transportOf(0, name),
      signal: new AbortController().signal,
    })

  /** How many mails there are of each state and reason. */
  async function states(): Promise<string[]> {
    const { rows } = await database().execute<{ says: string }>(sql`
      select concat_ws(' ', count(*), state, reason) as says from email_deliveries
      group by state, reason order by state, reason
    `)
    return rows.map(({ says }) => says)
  }

  const issueNow = () => stage.payload.findByID({ collection: 'issues', id: stage.issueId })
  const issueState = async () => (await issueNow()).state
  const problem = async () => (await issueNow()).problem

  /** The service takes nothing more today: batches wait, and it certainly took none of them. */
  async function meetQuota(): Promise<void> {
    // Those of two languages may be under way at once.
    for (const _ of ['en', 'fr']) stage.resend.failNext({ status: 429, name: 'daily_quota_exceeded' })
    await work('resend')
    stage.resend.forgetFaults()
  }

  /** Something is told of a mail by its delivery, as by a report or a webhook. */
  const tell = (deliveryId = '', kind: 'delivered' | 'delayed' | 'bounced' = 'delivered') =>
    recordFeedback(
      stage.payload,
      {
        key: randomUUID(),
        source: 'mailbox',
        deliveryId,
        providerId: null,
        kind,
        bounceClass: kind === 'bounced' ? 'policy' : null,
        status: null,
        replyCode: null,
        at: new Date(),
      },
      new Date(),
    )

  return {
    stage,
    database,
    work,
    states,
    issueState,
    problem,
    meetQuota,
    tell,
    pass: (milliseconds: number) => passTime(stage, milliseconds),
  }
}
