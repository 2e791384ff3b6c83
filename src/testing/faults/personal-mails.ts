import { randomUUID } from 'node:crypto'

import { type Database, inTransaction, sql } from '../../database/database.ts'
import { enterAnswerMail } from '../../ledger/question-mails.ts'
import { type Course, oneOf, type PlannedKind, type PlannedPersonal } from './course.ts'
import { trueClock } from './skewed-clock.ts'
import { tellOnce } from './tell.ts'
import { eventAbout } from './webhooks.ts'

const ROUND = '2026-W48'
const FEWEST = 2
const MOST = 4

/** Some more are planned. Who has left already is still planned for; of who was erased there is nobody to plan for. */
export async function planPersonal({ stage, candidates, personal }: Course): Promise<void> {
  const { random, planned } = personal
  const mails = FEWEST + Math.floor(random() * (MOST + 1 - FEWEST))
  for (let times = 0; times < mails; times++) {
    const candidate = oneOf(candidates, random)
    const kind = oneOf(Object.keys(ways) as PlannedKind[], random)
    if (candidate === undefined || kind === undefined) return
    const { subscriberId } = candidate
    const ids = await inTransaction(stage.payload, (transaction) => ways[kind](subscriberId, transaction))
    planned.push(...ids.map((deliveryId) => ({ deliveryId, subscriberId, kind })))
  }
}

type Plan = (subscriberId: string, transaction: Database) => Promise<readonly string[]>

/** Each plans one mail for somebody who is there, and answers its id; none where that occasion has one. */
const ways: Readonly<Record<PlannedKind, Plan>> = {
  digest: (subscriberId, transaction) => plan('digest', ROUND, subscriberId, transaction),
  notice: async (subscriberId, transaction) => {
    await transaction.execute(sql`
      insert into follows (subscriber_id, target, target_id, confirmed_at)
      select id, 'news', gen_random_uuid(), now() from subscribers where id = ${subscriberId}
    `)
    return plan('notice', randomUUID(), subscriberId, transaction)
  },
  answer: async (subscriberId, transaction) => {
    const { rows: asked } = await transaction.execute<{ id: string }>(sql`
      insert into questions (id, email, address_key, question, locale, state, routed_why, asked_at, settled_at)
      select gen_random_uuid(), email, address_key, 'How?', 'en', 'answered', 'secretariat', now(), now()
      from subscribers where id = ${subscriberId} returning id
    `)
    const answer = { answerId: randomUUID(), locale: 'en' } as const
    const pressedTwice = [...asked, ...asked]
    for (const { id: questionId } of pressedTwice)
      await enterAnswerMail({ questionId, ...answer }, transaction)
    const { rows } = await transaction.execute<{ id: string }>(sql`
      select id from personal_mails where kind = 'answer' and key = ${answer.answerId}
    `)
    return rows.map(({ id }) => id)
  },
}

async function plan(
  kind: 'digest' | 'notice',
  key: string,
  subscriberId: string,
  transaction: Database,
): Promise<readonly string[]> {
  const { rows } = await transaction.execute<{ id: string }>(sql`
    insert into personal_mails (id, subscriber_id, kind, key, state)
    select gen_random_uuid(), id, ${kind}, ${key}, 'planned' from subscribers where id = ${subscriberId}
    on conflict do nothing returning id
  `)
  return rows.map(({ id }) => id)
}

/** A mail that has not come to its end. */
interface OpenPersonal extends PlannedPersonal {
  /**
   * Whether nobody holds it and nobody was handed it: it does not leave any more if its person goes. What was asked from another
   * address than they have by now is answered there, whoever goes here.
   */
  readonly isUnclaimed: boolean
}

/** Of these mails, those that have not come to their end. */
export async function openAmong(
  mails: readonly PlannedPersonal[],
  database: Database,
): Promise<readonly OpenPersonal[]> {
  const { rows } = await database.execute<{ id: string; isUnclaimed: boolean }>(sql`
    select mail.id, mail.state = 'planned' and first_attempt_at is null and coalesce(lease_until <= now(), true)
      and (question.id is null or question.address_key = person.address_key) as "isUnclaimed"
    from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) as planned ("deliveryId" uuid, "subscriberId" uuid)
      join personal_mails mail on mail.id = "deliveryId" and mail.state in ('planned', 'submitting')
      left join questions question on question.id = mail.question_id
      left join subscribers person on person.id = "subscriberId"
  `)
  // In the order in which they were planned: the same for a seed.
  return mails.flatMap((mail) =>
    rows.filter(({ id }) => id === mail.deliveryId).map(({ isUnclaimed }) => ({ ...mail, isUnclaimed })),
  )
}

const tellings = ['delivered', 'delivered', 'delivery_delayed', 'bounced', 'complained', 'opened'] as const

/** What the service tells of each that it took: what came last is told first, and some of it twice. */
export async function tellPersonal(course: Course): Promise<void> {
  const { stage, firstMail, personal } = course
  const { random, planned } = personal
  const ids = new Set(planned.map(({ deliveryId }) => deliveryId))
  const isPersonal = ({ tags = [] }: { readonly tags?: readonly { readonly value: string }[] }) =>
    tags.some(({ value }) => ids.has(value))
  const at = new Date(trueClock())
  const events = stage.resend
    .mails()
    .slice(firstMail)
    .filter(isPersonal)
    .flatMap((mail) => [
      eventAbout(mail, 'delivered', at),
      eventAbout(mail, oneOf(tellings, random) ?? 'opened', at),
    ])
  const twice = events.filter(() => random() < 0.5)
  for (const event of [...events.toReversed(), ...twice]) await tellOnce(event, course)
}
