import { type Named, type NamedKind, namesFor } from '../../audience/named.ts'
import type { PersonalData } from '../../audience/personal-data.ts'
import type { Database } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

/** By id: newsletters and whatever was followed, as the ledger and the mails name them. */
export type DataNames = ReadonlyMap<string, Named>

/** In the page's language, where they have a name there. */
export async function loadDataNames(
  { newsletters, follows, consent, mails }: PersonalData,
  locale: Locale,
  database: Database,
): Promise<DataNames> {
  const wanted = new Map<NamedKind, Set<string>>()
  const want = (kind: NamedKind, id: string) => wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id))
  for (const { id } of newsletters) want('newsletters', id)
  for (const { target, id } of follows) want(target, id)
  for (const entry of consent) {
    for (const id of entry.newsletterIds) want('newsletters', id)
    for (const { target, targetId } of entry.follows) want(target, targetId)
  }
  for (const { newsletterId } of mails) if (newsletterId !== null) want('newsletters', newsletterId)
  const names = new Map<string, Named>()
  for (const [kind, ids] of wanted)
    for (const named of await namesFor(locale, kind, [...ids], database)) names.set(named.id, named)
  return names
}
