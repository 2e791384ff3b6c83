import type { Database } from '../../../database/database.ts'
import type { IssueSource } from '../../../dissemination/issue-source.ts'
import { lastMailAt } from '../../../dissemination/pace/last-mail-at.ts'
import { env } from '../../../env.ts'
import type { Locale } from '../../../i18n/locales.ts'
import { countedLately } from '../../../ledger/issue-progress/counted-lately.ts'
import { type ProgressCount, progressCounts } from '../../../ledger/issue-progress/progress-counts.ts'
import {
  type FrozenAudience,
  frozenAudience,
  type HeldLanguage,
  heldLanguages,
  lastSubmitted,
} from '../../../ledger/issue-progress/progress-languages.ts'
import { type SendingPace, sendingPace } from '../../../ledger/issue-progress/sending-pace.ts'
import { type TransportAway, transportAway } from '../../../ledger/issue-progress/transport-away.ts'
import { type WaitingMails, waitingMails } from '../../../ledger/issue-progress/waiting-mails.ts'
import { transportNames } from '../../../newsletter/transports/transport-for.ts'

/** All that is told of an issue while it is sent. Numbers only. */
export interface Progress {
  readonly counts: readonly ProgressCount[]
  readonly waiting: readonly WaitingMails[]
  /** Why nothing leaves although it is due. Null: it does, or is not to. */
  readonly away: TransportAway | null
  readonly held: readonly HeldLanguage[]
  readonly pace: SendingPace
  readonly lastAt: ReadonlyMap<Locale, Date>
  readonly audience: FrozenAudience | null
  /** When the last mail leaves. Null: that cannot be known. */
  readonly endsAt: Date | null
}

export async function loadProgress(
  { id, state }: Pick<IssueSource, 'id' | 'state'>,
  database: Database,
): Promise<Progress> {
  const counts = await countedLately(`counts ${id}`, database, () => progressCounts(id, database))
  const locales = [...new Set(counts.flatMap(({ locale }) => locale ?? []))]
  const waiting = await countedLately(`waiting ${id}`, database, () => waitingMails(id, database))
  const pace = await countedLately(`pace ${id}`, database, () => sendingPace(id, database))
  return {
    counts,
    waiting,
    away: state === 'sending' ? await transportAway(transportNames(env), database) : null,
    held: await heldLanguages(id, database),
    pace,
    lastAt: await lastSubmitted(id, locales, database),
    audience: await frozenAudience(id, database),
    endsAt: state === 'sending' ? await lastMailAt(id, { pace, waiting }, database) : null,
  }
}
