import { randomUUID } from 'node:crypto'

import type { TranslatableCollection } from '../content/translatable.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

/** How far a text is in one locale, as the sum of its segments. */
export interface FilledCell {
  readonly state: string
  /** Segments in that state; the others are current. @default all */
  readonly segments?: number
  readonly ownerId?: string
  readonly deadline?: Date
  readonly isPublic?: boolean
  readonly isWanted?: boolean
}

interface FilledItem {
  readonly id?: string
  readonly collection?: TranslatableCollection
  readonly title: string
  readonly sourceLocale?: Locale
  readonly changedAt?: Date
  /** @default 20 */
  readonly segments?: number
  readonly cells: Partial<Record<Locale, FilledCell>>
}

/** Column of `translation_locales` that counts the segments of a state. */
const columns: Readonly<Record<string, string>> = {
  missing: 'missing',
  machine: 'machine',
  'in-translation': 'in_translation',
  'needs-review': 'needs_review',
  current: 'current',
  outdated: 'outdated',
  withdrawn: 'outdated',
}

/** Writes an item of the matrix as the saving of a text would leave it, without the text. @returns its id. */
export async function fillMatrixItem(database: Database, item: FilledItem): Promise<string> {
  const { id = randomUUID(), collection = 'news', title, sourceLocale = 'en', segments: all = 20 } = item
  const changedAt = item.changedAt ?? new Date()
  await database.execute(sql`
    insert into translation_items (collection, item_id, title, source_locale, revision, segments, characters, changed_at)
    values (${collection}, ${id}, ${title}, ${sourceLocale}, 2, ${all}, ${all * 40}, ${changedAt.toISOString()})`)
  for (const [locale, cell] of Object.entries(item.cells)) {
    const {
      state,
      segments = all,
      ownerId = null,
      deadline,
      isPublic = state === 'current',
      isWanted = true,
    } = cell
    const counts: Record<string, number> = { current: all - segments }
    const column = columns[state] ?? 'missing'
    counts[column] = column === 'current' ? all : segments
    await database.execute(sql`
      insert into translation_locales (collection, item_id, locale, state, missing, machine, in_translation,
        needs_review, current, outdated, is_public, is_withdrawn, is_wanted, served_revision, owner_id, deadline)
      values (${collection}, ${id}, ${locale}, ${state}, ${counts.missing ?? 0}, ${counts.machine ?? 0},
        ${counts.in_translation ?? 0}, ${counts.needs_review ?? 0}, ${counts.current ?? 0}, ${counts.outdated ?? 0},
        ${isPublic}, ${state === 'withdrawn'}, ${isWanted}, ${isPublic ? (state === 'current' ? 2 : 1) : null},
        ${ownerId}, ${deadline?.toISOString() ?? null})`)
  }
  return id
}
