import type { Database } from '../../database/database.ts'
import { paceSettings } from '../../ledger/pace/pace-settings.ts'
import { sendingDay } from '../../ledger/pace/sending-days.ts'
import type { Outlook } from './forecast.ts'
import { paceNow } from './pace-now.ts'
import { warmUpLimit } from './warm-up.ts'

/** What the network's settings hold mails back by, from now on. */
export async function networkOutlook(database: Database): Promise<Outlook> {
  const { mailsPerDay, warmUpDay } = await paceSettings(database)
  const { senderDomain, mailsPerSecond } = await paceNow(database)
  const { zone, mails } = await sendingDay(senderDomain, database)
  return {
    mailsPerSecond,
    zone,
    sentToday: mails,
    atMostOn: (day) => lower(mailsPerDay, warmUpDay === null ? null : warmUpLimit(warmUpDay + day)),
  }
}

/** The lower of two limits. Null: there is none. */
export const lower = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)
