import type { ItemReference } from '../../content/published-item.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import { addCorrection, correctionOf, MAX_CORRECTION } from '../../ledger/edition-corrections.ts'
import type { CorrectionKind } from '../../ledger/item-corrections.ts'

interface ToldCorrection {
  readonly item: ItemReference
  readonly kind: CorrectionKind
  readonly locales: readonly Locale[]
  readonly titles: Readonly<Partial<Record<Locale, string>>>
  readonly reasons: Readonly<Partial<Record<Locale, string>>>
  readonly by: string | null
}

/**
 * Puts a word about a corrected item above every web edition that shows it in one of the languages. Letters that were sent
 * stay as they are. The word is in the edition's language, with the reason where that was given in it.
 */
export async function noteInEditions(
  { item, kind, locales, titles, reasons, by }: ToldCorrection,
  transaction: Database,
): Promise<void> {
  if (by === null) return
  for (const { issueId, locale, shownIn } of await editionsShowing(item, locales, transaction)) {
    const t = translator(locale, 'terms')
    const title = titles[shownIn] ?? ''
    const reason = reasons[locale]
    const added =
      reason === undefined
        ? t(`correction.${kind}.short`, { title })
        : t(`correction.${kind}.line`, { title, reason })
    const standing = await correctionOf(issueId, locale, transaction)
    await addCorrection(
      { issueId, locale, note: joined(standing?.note ?? '', added), actor: by },
      transaction,
    )
  }
}

/** The newest is on top; what was said first gives way when it gets too long. */
function joined(standing: string, added: string): string {
  const lines = [added, ...(standing === '' ? [] : standing.split('\n'))]
  while (lines.length > 1 && lines.join('\n').length > MAX_CORRECTION) lines.pop()
  return lines.join('\n').slice(0, MAX_CORRECTION)
}

async function editionsShowing(
  { collection, id }: ItemReference,
  locales: readonly Locale[],
  database: Database,
): Promise<readonly { readonly issueId: string; readonly locale: Locale; readonly shownIn: Locale }[]> {
  const { rows } = await database.execute<{ issue_id: string; locale: Locale; shown_in: Locale }>(sql`
    select e.issue_id, e.locale, entry->>'shownIn' as shown_in
    from editions e cross join lateral jsonb_array_elements(e.manifest) entry
    where e.manifest @> ${JSON.stringify([{ collection, id }])}::jsonb
      and entry->>'id' = ${id} and entry->>'collection' = ${collection}
      and entry->>'shownIn' in (select jsonb_array_elements_text(${JSON.stringify(locales)}::jsonb))
    order by e.issue_id, e.locale
  `)
  return rows.map((row) => ({ issueId: row.issue_id, locale: row.locale, shownIn: row.shown_in }))
}
