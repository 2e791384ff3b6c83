import type { ContentCollection } from '../../content/published-item.ts'
import { siteUrl } from '../../content/site-url.ts'
import type { ItemReport } from '../../dissemination/item-report.ts'
import { directionOf } from '../../i18n/locales.ts'
import { LanguageName } from '../language-name.tsx'
import type { ViewContext } from '../view-context.ts'

interface PublicPlacesProps {
  readonly collection: ContentCollection
  readonly places: ItemReport['publicLocales']
  readonly context: ViewContext
}

/** In each language that is public: the page, and the feeds that carry it. */
export function PublicPlaces({ collection, places, context: { t } }: PublicPlacesProps) {
  return (
    <section className="em-section" aria-labelledby="em-places">
      <h3 id="em-places" className="em-rule">
        {t('views.item.places')}
      </h3>
      {places.length === 0 && <p className="em-empty">{t('views.item.places.none')}</p>}
      <ul className="em-rows">
        {places.map(({ locale, title, url }) => (
          <li key={locale}>
            <span className="em-rows-name">
              <LanguageName locale={locale} />
            </span>
            <a href={url} target="_blank" rel="noreferrer" lang={locale} dir={directionOf(locale)}>
              {title}
            </a>
            <span className="em-rows-end">
              <a href={siteUrl(`/${locale}/feeds/${collection}/atom.xml`)} target="_blank" rel="noreferrer">
                Atom
              </a>
              <a href={siteUrl(`/${locale}/feeds/${collection}/rss.xml`)} target="_blank" rel="noreferrer">
                RSS
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
