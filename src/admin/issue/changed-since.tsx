import type { Payload } from 'payload'
import { databaseOf } from '../../database/database.ts'
import { outdatedEditions } from '../../dissemination/readiness/outdated-editions.ts'
import { outdatedTranslations } from '../../dissemination/readiness/outdated-translations.ts'
import { isolated } from '../../i18n/isolated.ts'
import { LanguageName } from '../language-name.tsx'
import { Mark } from '../marks.tsx'
import type { ViewContext } from '../view-context.ts'

interface ChangedSinceProps {
  readonly issueId: string
  readonly payload: Payload
  readonly context: ViewContext
}

/**
 * Languages in which the site says something else by now than the edition that was made, and those whose translation became
 * outdated. Nothing where there is none.
 */
export async function ChangedSince({ issueId, payload, context: { t, number } }: ChangedSinceProps) {
  const [editions, translations] = await Promise.all([
    outdatedEditions(issueId, databaseOf(payload)),
    outdatedTranslations(issueId, databaseOf(payload)),
  ])
  if (editions.length === 0 && translations.length === 0) return null
  return (
    <section className="em-section" aria-labelledby="em-changed">
      <h3 id="em-changed" className="em-rule">
        {t('views.ready.changed')}
      </h3>
      {editions.length > 0 && <p>{t('views.ready.changed.lead')}</p>}
      <ul className="em-reasons em-changed">
        {editions.map(({ locale, items }) => (
          <li key={locale}>
            <span>
              <Mark name="outdated" tone="warn" /> <LanguageName locale={locale} />
            </span>
            <span />
            <span className="em-end">
              {t('views.ready.changed.items', { count: items.length, number: number(items.length) })}
            </span>
          </li>
        ))}
        {translations.map(({ locale, titles }) => (
          <li key={`${locale} outdated`}>
            <span>
              <Mark name="outdated" tone="bad" /> <LanguageName locale={locale} />
              {titles.map((title) => (
                <small key={title}>{t('views.matrix.missing.outdated', { title: isolated(title) })}</small>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
