import type { Database } from '../../../database/database.ts'
import type { IssueSource } from '../../../dissemination/issue-source.ts'
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
import { type WaitingMails, waitingMails } from '../../../ledger/issue-progress/waiting-mails.ts'

/** All that is told of an issue while it is sent. Numbers only. */
export interface Progress {
  readonly counts: readonly ProgressCount[]
  readonly waiting: readonly WaitingMails[]
  readonly held: readonly HeldLanguage[]
  readonly pace: SendingPace
  readonly lastAt: ReadonlyMap<Locale, Date>
  readonly audience: FrozenAudience | null
}

export async function loadProgress({ id }: Pick<IssueSource, 'id'>, database: Database): Promise<Progress> {
  const counts = await countedLately(`counts ${id}`, database, () => progressCounts(id, database))
  const locales = [...new Set(counts.flatMap(({ locale }) => locale ?? []))]
  return {
    counts,
    waiting: await countedLately(`waiting ${id}`, database, () => waitingMails(id, database)),
    held: await heldLanguages(id, database),
    pace: await countedLately(`pace ${id}`, database, () => sendingPace(id, database)),
    lastAt: await lastSubmitted(id, locales, database),
    audience: await frozenAudience(id, database),
  }
}

/** Planned mails that nothing hinders. */
export function freeToLeave({ counts, waiting }: Pick<Progress, 'counts' | 'waiting'>): number {
  const planned = counts.filter(({ state }) => state === 'planned')
  const sum = (rows: readonly { readonly people: number }[]) =>
    rows.reduce((all, { people }) => all + people, 0)
  return Math.max(0, sum(planned) - sum(waiting))
}
