import Link from 'next/link'

import { directionOf, type Locale } from '../../../i18n/locales.ts'
import { Mark } from '../../marks.tsx'
import { reasonText } from '../../reasons.ts'
import type { ViewContext } from '../../view-context.ts'
import type { NamedEntry } from './shown-edition.ts'

interface EditionContentsProps {
  readonly entries: readonly NamedEntry[]
  /** Of the edition. */
  readonly locale: Locale
  readonly context: ViewContext
}

/** The items in this edition: shown, shown in another language, or left out, and why. */
export function EditionContents({ entries, locale, context: { t, languageName } }: EditionContentsProps) {
  return (
    <section aria-labelledby="em-contents">
      <h3 id="em-contents" className="em-rule">
        {t('views.preview.contents')}
      </h3>
      <ol className="em-contents">
        {entries.map(({ collection, id, shownIn, reason, title, titleLocale }) => (
          <li key={id}>
            {shownIn === null ? (
              <Mark name="skipped" tone="quiet" />
            ) : shownIn === locale ? (
              <Mark name="submitted" tone="ok" />
            ) : (
              <Mark name="otherLanguage" tone="info" />
            )}
            <div>
              <Link
                href={`/admin/collections/${collection}/${id}`}
                prefetch={false}
                lang={titleLocale}
                dir={directionOf(titleLocale)}
              >
                {title === '' ? t('views.preview.untitled') : title}
              </Link>
              <small>
                {shownIn === null
                  ? reasonText(t, 'edition', reason)
                  : shownIn === locale
                    ? t('views.preview.inItsLanguage')
                    : t('views.preview.inOther', { language: languageName(shownIn) })}
              </small>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
