import type { CollectionSlug, FieldHook, TextField } from 'payload'

import { freeSlug } from '../../src/content/free-slug.ts'
import { slugOf } from '../../src/content/slug.ts'
import { isLocale, sourceLocale } from '../../src/i18n/locales.ts'

/**
 * The name of a row in addresses. Left empty it is made from the field it is named after; once made it stays when that
 * field changes, since addresses that stand elsewhere must go on working.
 */
const fillIn =
  (from: string): FieldHook =>
  async ({ value, data, originalDoc, collection, field, req }) => {
    const locale = isLocale(req.locale) ? req.locale : sourceLocale
    const wanted = slugOf(String(value || data?.[from] || originalDoc?.[from] || ''), locale)
    if (wanted === '' || collection === null) return null
    if (wanted === originalDoc?.slug) return wanted
    const localised = 'localized' in field && field.localized === true
    const place = {
      collection: collection.slug as CollectionSlug,
      locale: localised ? locale : undefined,
      id: originalDoc?.id,
    }
    return freeSlug(wanted, place, req)
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
