import { HELD_AFTER } from '../../ledger/domain-holds.ts'
import type { InARow } from '../../ledger/issue-feedback.ts'
import type { Outcome } from '../../newsletter/transports/transport.ts'
import type { IssueAlarm } from '../feedback/issue-alarm.ts'
import type { ToldOutcome } from '../sending.ts'
import { refusesUs } from './refusals-seen.ts'

/** No list is so bad that so many in a row are refused. Then it is the server, or we are. */
const IN_A_ROW = 20
/** The last outcomes of which a share is looked at. */
const WINDOW = 200
/** With fewer, one server more or less would decide. */
const ENOUGH = 50
/** More than this share of them refused or not answered: the next are as well, and that harms. */
const SHARE = 0.5
/** With fewer, one mailbox more or less would decide about how many do not exist. */
const ENOUGH_ADDRESSES = 100
/** As many as may come back. */
const DEAD_ADDRESSES = 0.05

type Fate = 'taken' | 'dead' | 'lost'

const none: InARow = { mails: 0, dead: 0 }

/**
 * Looks at what is refused or left unanswered in the very moment, which no bounce tells of. Having given an alarm, it counts
 * from the beginning. Of mails that one group refuses by policy it counts no more than make it be left alone: that is a matter
 * of this group, until others do the same.
 * @param before how many were not taken when it began
 * @returns what notes outcomes, and answers for what sending must not go on. Null: it may
 */
export function refusalWatch(before: InARow): (told: readonly ToldOutcome[]) => IssueAlarm | null {
  let inARow = before
  let last: Fate[] = []
  let told = 0
  let dead = 0
  const byPolicy = new Map<string, number>()

  /** Whether it is one more of a group of which enough is known. */
  const isKnown = ({ outcome, group }: ToldOutcome): boolean => {
    if (group === null) return false
    if (outcome.kind === 'accepted') byPolicy.delete(group)
    if (!refusesUs(outcome)) return false
    const count = (byPolicy.get(group) ?? 0) + 1
    byPolicy.set(group, count)
    return count > HELD_AFTER
  }

  const note = (fate: Fate) => {
    const isDead = fate === 'dead'
    inARow = fate === 'taken' ? none : { mails: inARow.mails + 1, dead: inARow.dead + (isDead ? 1 : 0) }
    told += 1
    if (isDead) dead += 1
    last = [...last, fate].slice(-WINDOW)
  }

  const alarm = (): IssueAlarm | null => {
    if (inARow.mails >= IN_A_ROW) return inARow.dead === inARow.mails ? 'hard-bounces' : 'refusals'
    const lost = last.filter((fate) => fate === 'lost').length
    if (last.length >= ENOUGH && lost > SHARE * last.length) return 'refusals'
    return told >= ENOUGH_ADDRESSES && dead > DEAD_ADDRESSES * told ? 'hard-bounces' : null
  }

  return (outcomes) => {
    for (const each of outcomes) if (!isKnown(each)) for (const fate of fateOf(each.outcome)) note(fate)
    const given = alarm()
    if (given !== null) {
      inARow = none
      last = []
      told = 0
      dead = 0
      byPolicy.clear()
    }
    return given
  }
}

/** What was only put off tells nothing yet, and letters that a server cannot write are one reader's affair. */
function fateOf(outcome: Outcome): readonly Fate[] {
  switch (outcome.kind) {
    case 'accepted':
      return ['taken']
    case 'ambiguous':
      return ['lost']
    case 'not-now':
      return []
    case 'refused':
      if (outcome.reason === 'address-not-supported') return []
      return [outcome.reason === 'address-rejected' ? 'dead' : 'lost']
  }
}
