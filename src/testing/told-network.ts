import { randomUUID } from 'node:crypto'

import { getPayload } from 'payload'
import { afterAll, beforeEach } from 'vitest'

import config from '../../payload.config.ts'
import { findSubscriber, type Subscriber } from '../audience/subscriber.ts'
import { suppressionsOf } from '../audience/suppression/read-suppressions.ts'
import { databaseOf, sql } from '../database/database.ts'
import { recordFeedback } from '../dissemination/feedback/record-feedback.ts'
import type { Feedback } from '../ledger/mail-feedback.ts'
import { confirmedPerson } from './confirmed-person.ts'
import { createTestItem } from './create-item.ts'
import { createTestNetwork } from './create-network.ts'
import { emptying } from './emptying.ts'
import { sentLetters } from './sent-letter.ts'

/** When most of what is told happened. */
export const now = new Date('2026-11-23T10:00:00Z')
export const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000)

export type Told = Partial<Feedback> & Pick<Feedback, 'kind'>

export const bounced = (bounceClass: Feedback['bounceClass'], at = now): Told => ({
  kind: 'bounced',
  bounceClass,
  at,
})

const topic = randomUUID()

/** For the top of a test file: a network that is told what became of its mails. Each test begins with nobody and no mail. */
export async function toldNetwork() {
  const payload = await getPayload({ config })
  const { newsletterIds } = await createTestNetwork(payload, ['en'])
  const [practiceLetter, policyLetter] = newsletterIds
  const item = { relationTo: 'news', value: (await createTestItem(payload)).id } as const

  afterAll(() => payload.destroy())
  beforeEach(async () => {
    await databaseOf(payload).execute(
      emptying(`
        email_deliveries personal_mails mail_feedback issue_alarms mail_decisions issues subscribers
        subscriptions follows suppressions consent_events
      `),
    )
  })

  /** Gets both newsletters and follows a topic. */
  const somebody = (email = 'amina@example.org') =>
    confirmedPerson(payload, {
      address: email,
      newsletterIds: [practiceLetter, policyLetter],
      follows: [{ target: 'topics', targetId: topic, reminder: false }],
      now: inDays(-400),
    })

  /** Answers the id of the delivery. */
  const letterTo = async ({ id }: Pick<Subscriber, 'id'>, submittedAt = now) => {
    const [letter = ''] = await sentLetters(payload, [
      { subscriberId: id, newsletterId: practiceLetter, submittedAt },
    ])
    return letter
  }

  /** @param deliveryId null: of no mail that we know */
  const tell = (deliveryId: string | null, told: Told) =>
    recordFeedback(
      payload,
      {
        key: `mail:${randomUUID()}`,
        source: 'mailbox',
        deliveryId,
        providerId: null,
        bounceClass: null,
        status: null,
        replyCode: null,
        at: now,
        ...told,
      },
      told.at ?? now,
    )

  /** Status, newsletters and how much they follow. Null when they are not there any more. */
  const stateOf = async ({ id }: Pick<Subscriber, 'id'>) => {
    const person = await findSubscriber(id, databaseOf(payload))
    return person === null ? null : [person.status, person.newsletterIds, person.follows.length]
  }

  /** What bars the address from everything. */
  const barringOf = async ({ addressKey }: Pick<Subscriber, 'addressKey'>) =>
    (await suppressionsOf(addressKey, databaseOf(payload)))
      .filter(({ scope }) => scope === 'global')
      .map(({ reason, origin, note }) => [reason, origin, note])

  /** What is kept of all that was told. */
  const kept = async () => {
    const { rows } = await databaseOf(payload).execute<{ kind: string; known: boolean }>(sql`
      select kind, delivery_id is not null as known from mail_feedback order by id
    `)
    return rows.map(({ kind, known }) => `${kind}${known ? '' : ' of no mail'}`)
  }

  let issues = 0

  /** An issue that is being sent, with so many letters submitted, to nobody that is known any more. */
  async function issueWith(letters: number) {
    const { id: issueId } = await payload.create({
      collection: 'issues',
      locale: 'en',
      data: {
        newsletter: practiceLetter,
        number: ++issues,
        subject: 'What worked',
        state: 'draft',
        contents: [{ blockType: 'items', items: [item] }],
      },
    })
    await databaseOf(payload).execute(sql`update issues set state = 'sending' where id = ${issueId}::uuid`)
    const sent = (count: number, submittedAt: Date) =>
      sentLetters(
        payload,
        Array.from({ length: count }, () => ({ issueId, newsletterId: practiceLetter, submittedAt })),
      )
    const ids = await sent(letters, new Date(Date.now() - 60_000))
    /** So many more leave, after all that has happened so far. */
    const leave = (count: number) => sent(count, new Date(Date.now() + 1000))
    const stands = async () => {
      const { rows } = await databaseOf(payload).execute<{ state: string; problem: string | null }>(sql`
        select state, problem from issues where id = ${issueId}::uuid
      `)
      return [rows[0]?.state, rows[0]?.problem]
    }
    return { issueId, ids, leave, stands }
  }

  return {
    payload,
    practiceLetter,
    policyLetter,
    somebody,
    letterTo,
    tell,
    stateOf,
    barringOf,
    kept,
    issueWith,
  }
}
