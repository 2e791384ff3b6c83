import type { Database } from '../../database/database.ts'
import { countedLately } from '../../ledger/issue-progress/counted-lately.ts'
import { mailsByHours } from '../../ledger/issue-progress/mails-by-hours.ts'
import { knownPace, type SendingPace } from '../../ledger/issue-progress/sending-pace.ts'
import type { WaitingMails } from '../../ledger/issue-progress/waiting-mails.ts'
import { forecast } from './forecast.ts'
import { networkOutlook } from './outlook.ts'

interface Sight {
  readonly pace: SendingPace
  readonly waiting: readonly WaitingMails[]
}

/**
 * When the last of an issue's mails leaves, if all goes on like this: at the pace of the last minutes, and no more a day than
 * may, within their readers' hours. When the day's mails are used up, it is the days alone that tell. Null as long as it
 * cannot be known, and when nothing is left that could leave.
 */
export async function lastMailAt(
  issueId: string,
  { pace, waiting }: Sight,
  database: Database,
): Promise<Date | null> {
  const seen = knownPace(pace)
  const isDayOver = waiting.some(({ reason }) => reason === 'daily-cap')
  if (seen === null && !isDayOver) return null
  const groups = await countedLately(`hours ${issueId}`, database, () => mailsByHours(issueId, database))
  if (groups.length === 0) return null
  const outlook = await networkOutlook(database)
  return forecast(groups, { ...outlook, mailsPerSecond: seen }, pace.now)?.lastAt ?? null
}
