import type { CollectionSlug, PayloadRequest } from 'payload'

import { inLocale } from '../../content/publishing/in-locale.ts'
import type { TranslatableReference } from '../../content/translatable.ts'
import { transactionOf } from '../../database/database.ts'
import { isLocale, type Locale, locales, sourceLocale } from '../../i18n/locales.ts'
import { rememberApproved } from '../memory/remember-approved.ts'
import { type KnownTexts, targetTexts } from '../segments/align.ts'
import { segmentsOf } from '../segments/segments-of.ts'
import { latestDraft } from './latest-draft.ts'
import { markServed } from './mark-served.ts'
import { refreshLocales } from './refresh-locales.ts'
import { type KnownTargets, knownTargets, takeOverTexts, type WrittenLocale } from './take-over-texts.ts'
import { writeSource } from './write-source.ts'

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads an item as it was just saved, in all its languages, and brings what translators see up to date, in the
 * transaction of the save. It compares with what is known, so doing it twice changes nothing.
 */
export async function syncItem(
  item: TranslatableReference,
  { req, isMinor = false }: { readonly req: PayloadRequest; readonly isMinor?: boolean },
): Promise<void> {
  const stored = await latestDraft(item, req)
  if (stored === null) return
  const database = await transactionOf(req)
  const fields = req.payload.collections[item.collection as CollectionSlug]?.config.flattenedFields ?? []
  const source: Locale = isLocale(stored.sourceLocale) ? stored.sourceLocale : sourceLocale
  const sourceRow = inLocale(stored, fields, source)
  const { segments } = await writeSource(
    item,
    {
      title: String(sourceRow.title ?? ''),
      locale: source,
      segments: segmentsOf(sourceRow, fields),
      isMinor,
    },
    database,
  )
  const status = isRow(stored._status) ? stored._status : {}
  const known = await knownTargets(item, database)
  const drafts = draftsOf(known)
  const written = locales
    // A version that is brought back may lack a language that the draft had.
    .filter((locale) => locale !== source && (hasLocale(stored.title, locale) || drafts.has(locale)))
    .map((locale): WrittenLocale => {
      const row = inLocale(stored, fields, locale)
      const texts = targetTexts(sourceRow, row, fields, drafts.get(locale))
      return { locale, texts, isPublic: status[locale] === 'published' }
    })
  const approved = await takeOverTexts(item, written, segments, { known, authorId: authorOf(req) }, database)
  await rememberApproved(item, approved, database)
  const shown = locales.filter((locale) => status[locale] === 'published')
  await markServed(item, shown, database)
  await refreshLocales(item, database)
}

/** What the draft was last known to say in each locale, by key. */
function draftsOf(known: KnownTargets): ReadonlyMap<string, KnownTexts> {
  const drafts = new Map<string, Map<string, string>>()
  for (const { locale, key, draft_text } of known.values()) {
    if (draft_text === '') continue
    const texts = drafts.get(locale) ?? new Map<string, string>()
    drafts.set(locale, texts.set(key, draft_text))
  }
  return drafts
}

/** Whether a language has anything: a title that was emptied is null, one that never was there is not. */
const hasLocale = (titles: unknown, locale: Locale): boolean => isRow(titles) && locale in titles

const authorOf = ({ user }: PayloadRequest): string | null =>
  user?.collection === 'users' ? String(user.id) : null
