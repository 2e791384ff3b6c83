import type { IssueReturns } from '../../ledger/issue-feedback.ts'

/** For what an issue is paused by itself, the gravest first. */
export type IssueAlarm = 'unbalanced' | 'accepted-twice' | 'complaints' | 'hard-bounces' | 'refusals'

/** With fewer submitted, one reader more or less would decide. */
const ENOUGH = 100
/** Above this Gmail refuses bulk mail. https://support.google.com/mail/answer/81126 */
const COMPLAINTS = 0.003
/** Of a few hundred readers one complaint is more than that share, and one reader's affair. */
const COMPLAINTS_AT_LEAST = 3
/** The address list is not what it should be. */
const HARD_BOUNCES = 0.05
/** We are blocked: whatever is sent now is refused as well, and harms. */
const REFUSALS = 0.2

/** The causes for which an issue must not go on. */
export function issueAlarms(returns: IssueReturns): IssueAlarm[] {
  const limits: readonly (readonly [keyof IssueReturns, number, number])[] = [
    ['complaints', COMPLAINTS, COMPLAINTS_AT_LEAST],
    ['hard-bounces', HARD_BOUNCES, 1],
    ['refusals', REFUSALS, 1],
  ]
  return limits.flatMap(([alarm, share, atLeast]) => {
    const { submitted, people } = returns[alarm]
    return submitted >= ENOUGH && people >= atLeast && people > share * submitted ? [alarm] : []
  })
}
