import type { IssueFeedback } from '../../ledger/issue-feedback.ts'

/** For what an issue is paused by itself, the gravest first. */
export type IssueAlarm = 'accepted-twice' | 'complaints' | 'hard-bounces' | 'refusals'

/** With fewer submitted, one reader more or less would decide. */
const ENOUGH = 100
/** Above this Gmail refuses bulk mail. https://support.google.com/mail/answer/81126 */
const COMPLAINTS = 0.003
/** The address list is not what it should be. */
const HARD_BOUNCES = 0.05
/** We are blocked: whatever is sent now is refused as well, and harms. */
const REFUSALS = 0.2

type Returns = Pick<IssueFeedback, 'submitted' | 'complained' | 'hard' | 'policy'>

/** The causes for which an issue must not go on. */
export function issueAlarms({ submitted, complained, hard, policy }: Returns): IssueAlarm[] {
  if (submitted < ENOUGH) return []
  const shares: readonly (readonly [IssueAlarm, number, number])[] = [
    ['complaints', complained, COMPLAINTS],
    ['hard-bounces', hard, HARD_BOUNCES],
    ['refusals', policy, REFUSALS],
  ]
  return shares.filter(([, people, limit]) => people > limit * submitted).map(([alarm]) => alarm)
}
