import type { DefaultServerCellComponentProps } from 'payload'

import { publicNames } from '../../content/public-locales.ts'
import { isContentCollection } from '../../content/published-item.ts'
import { databaseOf } from '../../database/database.ts'
import { locales as everyLocale } from '../../i18n/locales.ts'
import { viewContext } from '../view-context.ts'

/** In a list: the languages in which the item is public, by their codes. */
export async function PublicInCell({
  payload,
  i18n,
  collectionSlug,
  rowData,
}: DefaultServerCellComponentProps) {
  // Payload makes cells for the fields of an open document as well, and has no row then.
  if (rowData === undefined || !isContentCollection(collectionSlug)) return null
  const { t, languageName, list } = viewContext({ i18n })
  const names = await publicNames({ collection: collectionSlug, id: String(rowData.id) }, databaseOf(payload))
  const locales = everyLocale.filter((locale) => names.has(locale))
  if (locales.length === 0) return <span className="em-quiet">{t('views.cell.notPublic')}</span>
  return (
    <span className="em-tags">
      <span className="em-sr">{list(locales.map(languageName))}</span>
      {locales.map((locale) => (
        <span key={locale} className="em-tag" aria-hidden="true" title={languageName(locale)}>
          {locale}
        </span>
      ))}
    </span>
  )
}
