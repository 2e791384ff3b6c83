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
  const languages = new Set([...editions, ...translations].map(({ locale }) => locale))
  if (languages.size === 0) return null
  return (
    <section className="em-section" aria-labelledby="em-changed">
      <h3 id="em-changed" className="em-rule">
        {t('views.ready.changed')}
      </h3>
      {editions.length > 0 && <p>{t('views.ready.changed.lead')}</p>}
      <ul className="em-reasons em-changed">
        {[...languages].map((locale) => {
          const changed = editions.find((each) => each.locale === locale)?.items.length ?? 0
          const { titles = [] } = translations.find((each) => each.locale === locale) ?? {}
          return (
            <li key={locale}>
              <span>
                <Mark name="outdated" tone={titles.length > 0 ? 'bad' : 'warn'} />{' '}
                <LanguageName locale={locale} />
                {titles.map((title) => (
                  <small key={title}>{t('views.matrix.missing.outdated', { title: isolated(title) })}</small>
                ))}
              </span>
              <span />
              <span className="em-end">
                {changed > 0 && t('views.ready.changed.items', { count: changed, number: number(changed) })}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
