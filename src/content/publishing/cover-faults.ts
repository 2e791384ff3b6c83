import type { PayloadRequest, ValidationFieldError } from 'payload'

import { adminText, languageName } from '../../i18n/admin-text.ts'
import type { Locale } from '../../i18n/locales.ts'

/** The cover says what it shows in each language in which it is shown. */
export async function coverFaults(
  { coverImage }: { readonly coverImage?: unknown },
  locales: readonly Locale[],
  req: PayloadRequest,
): Promise<ValidationFieldError[]> {
  if (typeof coverImage !== 'string') return []
  const cover = await req.payload.db.findOne<{ id: string; alt?: Partial<Record<Locale, string | null>> }>({
    collection: 'media',
    where: { id: { equals: coverImage } },
    select: { alt: true },
    req,
  })
  return locales
    .filter((locale) => !cover?.alt?.[locale])
    .map((locale) => {
      const language = languageName(req, locale)
      return {
        path: 'coverImage',
        label: adminText(req, 'field.coverImage'),
        message: adminText(req, 'publishing.coverWithoutAlt', { language }),
      }
    })
}
