import { databaseOf, sql } from '../../database/database.ts'
import type { Course } from './course.ts'
import { acceptedIn, type LedgerRow, lettersIn, personalIn } from './found.ts'
import type { SeenOutcome } from './seen-outcome.ts'
import type { Candidate, Stage } from './stage.ts'
import type { IssueFacts, PersonFacts } from './violations.ts'

/** Whether every mail of the issue, and every one for one person, has come to its end. */
export async function isSettled({ payload, issueId }: Pick<Stage, 'payload' | 'issueId'>): Promise<boolean> {
  const { rows } = await databaseOf(payload).execute(sql`
    select 1 from email_deliveries where issue_id = ${issueId} and state in ('planned', 'submitting')
    union all
    select 1 from personal_mails where state in ('planned', 'submitting')
    limit 1
  `)
  return rows.length === 0
}

interface Known {
  readonly refused: readonly Candidate[]
  readonly seen: readonly SeenOutcome[]
}

/** What the ledger says of each person, beside what the other side really took. */
export async function factsOf(course: Course, { refused, seen }: Known): Promise<IssueFacts> {
  const { stage, candidates, again, leftInTime, personal, confirmations } = course
  const [letters, mails] = [await lettersIn(stage), await personalIn(stage)]
  const isCancelled = await isIssueCancelled(stage)
  const accepted = acceptedIn(course)
  const isSeen = (id: string, outcome: SeenOutcome['outcome'], by?: SeenOutcome['by']) =>
    seen.some(
      (each) => each.deliveryId === id && each.outcome === outcome && (by === undefined || each.by === by),
    )
  const factsFrom = (rows: readonly LedgerRow[], deliveryId: string): PersonFacts => {
    const row = rows.find(({ id }) => id === deliveryId)
    const { state = null, reason = null, locale = null, isTold = false } = row ?? {}
    return {
      deliveryId,
      state,
      reason,
      locale,
      accepted: accepted.filter((mail) => mail.deliveryId === deliveryId).map(({ language }) => language),
      again: again.filter((id) => id === deliveryId).length,
      leftInTime: leftInTime.has(deliveryId),
      isRefused: isSeen(deliveryId, 'refused'),
      isUnanswered: isSeen(deliveryId, 'ambiguous', 'smtp'),
      isTold,
    }
  }
  return {
    rows: letters.length,
    counted: await countedIn(stage),
    people: candidates.map((candidate) => {
      const facts = factsFrom(letters, candidate.deliveryId)
      const isErased = letters.some(({ id, isErased }) => id === candidate.deliveryId && isErased)
      // It is sent again, but not of a cancelled issue, nor to somebody who was erased.
      const isRefusedForGood =
        refused.includes(candidate) || (facts.reason === 'policy' && (isCancelled || isErased))
      return { ...facts, isRefused: isRefusedForGood }
    }),
    personalRows: mails.length,
    personal: personal.planned.map(({ deliveryId }) => ({
      ...factsFrom(mails, deliveryId),
      isStopped: mails.some(({ id, isStopped }) => id === deliveryId && isStopped),
    })),
    confirmations: await Promise.all(
      confirmations.map(async ({ address, outcome }) => ({
        outcome: await outcome,
        accepted: accepted.filter(({ to }) => to === address).length,
      })),
    ),
  }
}

async function isIssueCancelled({ payload, issueId }: Stage): Promise<boolean> {
  const { rows } = await databaseOf(payload).execute(sql`
    select 1 from issues where id = ${issueId} and state = 'cancelled'
  `)
  return rows.length > 0
}

async function countedIn({ payload }: Stage): Promise<number> {
  const { rows } = await databaseOf(payload).execute<{ counted: number }>(sql`
    select coalesce(sum(mails), 0)::int as counted from sending_days
  `)
  return rows[0]?.counted ?? 0
}
