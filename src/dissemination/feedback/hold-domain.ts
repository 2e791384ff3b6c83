import type { Payload } from 'payload'

import { databaseOf, inTransaction } from '../../database/database.ts'
import { HELD_AFTER, holdDomain, markHeld, type Refusing } from '../../ledger/domain-holds.ts'
import { heldShare, returningGroup } from '../../ledger/domain-refusals.ts'
import { countAnew } from '../../ledger/issue-progress/counted-lately.ts'
import { pauseForAlarm } from '../steer-issue.ts'

/** Of those that came back later nobody can say what was taken between: more than one in so many of all to that group. */
const ONE_IN = 5
/** From so many groups on, and with them more than half of the readers, it is not theirs: nobody wants our mail as it is. */
const SEVERAL = 3

/**
 * Leaves alone for the rest of an issue whoever refuses us: what is planned for them waits for a person, and all else goes on.
 * Where that is most of the issue, it is paused instead of being refused by the others as well.
 */
export async function holdRefusing(payload: Payload, refusing: Refusing): Promise<void> {
  const { issueId } = refusing
  const isHeld = await inTransaction(payload, async (transaction) => {
    if (!(await holdDomain(refusing, transaction))) return false
    await markHeld(issueId, transaction)
    return true
  })
  if (isHeld) {
    countAnew(databaseOf(payload))
    payload.logger.warn({
      msg: 'mail servers refuse an issue; their mails are held until a person decides',
      issueId,
      code: refusing.code,
    })
  }
  // Also where they are held already: whoever held them may have come no further.
  const { groups, people, recipients } = await heldShare(issueId, databaseOf(payload))
  if (groups >= SEVERAL && people * 2 > recipients) await pauseForAlarm(payload, issueId, 'refusals')
}

interface CameBack {
  readonly issueId: string
  /** That was refused after somebody had taken it. */
  readonly deliveryId: string
  /** Enhanced status. Null: none was given. */
  readonly status: string | null
}

/** The same for mails that come back. Those that are told late, when nothing is left to be sent, hold nothing. */
export async function holdReturning(
  payload: Payload,
  { issueId, deliveryId, status }: CameBack,
): Promise<void> {
  const returning = { issueId, deliveryId, enough: HELD_AFTER, oneIn: ONE_IN }
  const group = await returningGroup(returning, databaseOf(payload))
  if (group !== null) await holdRefusing(payload, { issueId, group, code: status })
}
