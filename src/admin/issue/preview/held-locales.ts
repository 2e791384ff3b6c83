import type { Payload } from 'payload'

import { databaseOf } from '../../../database/database.ts'
import type { IssueSource } from '../../../dissemination/issue-source.ts'
import type { Locale } from '../../../i18n/locales.ts'
import { languagesOf } from '../../../ledger/issue-languages.ts'

/** Languages that wait while others of their issue are under way: their editions are not made yet. */
export async function heldLocales(
  { id, state }: Pick<IssueSource, 'id' | 'state'>,
  payload: Payload,
): Promise<readonly Locale[]> {
  if (state !== 'sending' && state !== 'paused') return []
  const kept = await languagesOf(id, databaseOf(payload))
  return kept.filter(({ rule, outcome }) => rule === 'hold' && outcome === null).map(({ locale }) => locale)
}
