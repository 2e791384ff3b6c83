import { getTranslation } from '@payloadcms/translations'
import {
  type FieldHook,
  type PayloadRequest,
  type StaticLabel,
  type TextField,
  ValidationError,
} from 'payload'

import { isEveryLocale } from '../../src/access/every-locale.ts'
import { readsEveryDraft } from '../../src/access/roles.ts'
import {
  freeSlug,
  holderOf,
  lockSlug,
  type SlugHolder,
  type SlugPlace,
} from '../../src/content/slugs/free-slug.ts'
import { slugOf } from '../../src/content/slugs/slug.ts'
import { transactionOf } from '../../src/database/database.ts'
import { adminText } from '../../src/i18n/admin-text.ts'
import { isLocale, type Locale, locales, sourceLocale } from '../../src/i18n/locales.ts'

/**
 * The name of a row in addresses. Left empty it is made from the field it is named after, numbered where the name is
 * taken; once made it stays when that field changes, since addresses that stand elsewhere must go on working. One that is
 * typed is refused where another row has it. See docs/decisions/007-slugs.md.
 */
const fillIn =
  (from: string): FieldHook =>
  async ({ value, data, originalDoc, collection, context, field, req }) => {
    if (collection === null) return null
    const localised = 'localized' in field && field.localized === true
    const slugIn = (locale: Locale) =>
      slugFor({
        place: { collection: collection.slug, locale: localised ? locale : null, id: originalDoc?.id },
        locale,
        ...typedOrKept(textIn(value, locale), textIn(originalDoc?.slug, locale), locale),
        name: textIn(data?.[from], locale) || textIn(originalDoc?.[from], locale),
        isPublishing: data?._status === 'published',
        mayBeTaken: context.isRestoringVersion === true,
        label: field.label,
        req,
      })
    if (!localised || !isEveryLocale(req)) return slugIn(isLocale(req.locale) ? req.locale : sourceLocale)
    const slugs: Partial<Record<Locale, string | null>> = {}
    for (const locale of locales) {
      const slug = await slugIn(locale)
      if (slug !== null) slugs[locale] = slug
    }
    return slugs
  }

interface Wish {
  readonly place: SlugPlace
  readonly locale: Locale
  /** Empty: to be made from the name. */
  readonly typed: string
  /** Empty: the row has none yet. */
  readonly before: string
  readonly name: string
  readonly isPublishing: boolean
  /** A restored version brings a name that nobody typed just now. */
  readonly mayBeTaken: boolean
  readonly label: unknown
  readonly req: PayloadRequest
}

/** Null: there is nothing to make one from. The row is then reached under its id. */
async function slugFor(wish: Wish): Promise<string | null> {
  const { place, locale, typed, before, name, isPublishing, mayBeTaken, label, req } = wish
  const wanted = typed || slugOf(name, locale)
  if (wanted === '') return null
  if (wanted === before && !isPublishing) return wanted

  const transaction = await transactionOf(req)
  await lockSlug(wanted, place, transaction)
  if (typed === '') return freeSlug(wanted, place, transaction)
  const holder = await holderOf(wanted, place, transaction)
  if (holder === null) return wanted
  if (typed !== before && !mayBeTaken) throw taken(wanted, holder, place, label, req)
  return freeSlug(wanted, place, transaction)
}

/** What the row has already is not written anew: a number may have made it longer than a slug is made. */
const typedOrKept = (value: string, before: string, locale: Locale) => ({
  typed: value === before ? before : slugOf(value, locale),
  before,
})

/** A value of one language, also where a row is given in all of them. */
function textIn(value: unknown, locale: Locale): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  return textIn((value as Partial<Record<Locale, unknown>>)[locale], locale)
}

/** Names the other row to whoever may read it. */
function taken(
  slug: string,
  { isPublic, title }: SlugHolder,
  { collection }: SlugPlace,
  label: unknown,
  req: PayloadRequest,
): ValidationError {
  const field = getTranslation((label ?? 'slug') as StaticLabel, req.i18n)
  const mayName = title !== null && title !== '' && (isPublic || readsEveryDraft(req.user))
  const message = mayName
    ? adminText(req, 'slug.takenBy', { field, slug, title })
    : adminText(req, 'slug.taken', { field, slug })
  return new ValidationError({ collection, errors: [{ path: 'slug', label: field, message }], req }, req.t)
}

const slug = (from: string, localized: boolean): TextField => ({
  name: 'slug',
  type: 'text',
  localized,
  unique: true,
  index: true,
  maxLength: 100,
  hooks: { beforeValidate: [fillIn(from)], beforeDuplicate: [() => null] },
  admin: { position: 'sidebar' },
})

/** One in each language, unique there. */
export const localisedSlug = (from = 'title'): TextField => slug(from, true)

/** One for all languages, for what is known under a stable name. */
export const sharedSlug = (from = 'name'): TextField => slug(from, false)
