import { endSubscriptions } from '../../audience/end-subscriptions.ts'
import { eraseSubscriber } from '../../audience/erase-subscriber.ts'
import { findSubscriber, type Subscriber } from '../../audience/subscriber.ts'
import { type Database, databaseOf, inTransaction, sql } from '../../database/database.ts'
import { type Course, oneOf, type PlannedKind } from './course.ts'
import { openAmong } from './personal-mails.ts'
import { trueClock } from './skewed-clock.ts'
import type { Candidate } from './stage.ts'

interface Going {
  /** Of mails for one person, those that they do not get any more. */
  readonly ends: readonly PlannedKind[]
  readonly go: (person: Subscriber, transaction: Database) => Promise<void>
}

const ways: Readonly<Record<'leave' | 'erase', Going>> = {
  leave: {
    ends: ['digest'],
    go: async ({ newsletterIds, locale, id: subscriberId }, transaction) => {
      const now = new Date(trueClock())
      await endSubscriptions({ subscriberId, newsletterIds, how: 'one-click', locale, now }, transaction)
    },
  },
  erase: {
    ends: ['digest', 'notice', 'answer'],
    go: (person, transaction) => eraseSubscriber(person, new Date(trueClock()), transaction),
  },
}

/** Somebody of the audience ends their subscription, or has themselves erased. */
export const somebodyGoes = (how: keyof typeof ways, course: Course): Promise<void> =>
  goes(how, oneOf(course.candidates, course.random), course)

/** Somebody goes for whom a mail is planned, or under way, or in doubt. */
export async function whoWaitsGoes(course: Course): Promise<void> {
  const { stage, candidates, personal } = course
  const mail = oneOf(await openAmong(personal.planned, databaseOf(stage.payload)), personal.random)
  if (mail === undefined) return
  const candidate = candidates.find(({ subscriberId }) => subscriberId === mail.subscriberId)
  await goes(mail.kind === 'digest' ? 'leave' : 'erase', candidate, course)
}

async function goes(
  how: keyof typeof ways,
  candidate: Candidate | undefined,
  { stage: { payload }, leftInTime, personal: { planned } }: Course,
): Promise<void> {
  if (candidate === undefined) return
  const { deliveryId, subscriberId } = candidate
  const { ends, go } = ways[how]
  const ending = planned.filter((mail) => mail.subscriberId === subscriberId && ends.includes(mail.kind))
  await inTransaction(payload, async (transaction) => {
    const person = await findSubscriber(subscriberId, transaction)
    if (person === null) return
    if (!(await isClaimed(candidate, transaction))) leftInTime.add(deliveryId)
    for (const mail of await openAmong(ending, transaction))
      if (mail.isUnclaimed) leftInTime.add(mail.deliveryId)
    await go(person, transaction)
  })
}

/** Whether somebody holds the mail, or it was handed over: then it may still arrive. */
async function isClaimed({ deliveryId }: Candidate, transaction: Database): Promise<boolean> {
  const { rows } = await transaction.execute<{ claimed: boolean }>(sql`
    select case d.state
      when 'planned' then coalesce(d.lease_until > now(), false)
      when 'submitting' then batch.id is null or batch.first_attempt_at is not null or coalesce(batch.lease_until > now(), false)
      else true
    end as claimed
    from email_deliveries d left join email_batches batch on batch.id = d.batch_id where d.id = ${deliveryId}
  `)
  return rows[0]?.claimed ?? true
}
