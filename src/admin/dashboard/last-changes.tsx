import Link from 'next/link'
import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { directionOf } from '../../i18n/locales.ts'
import { toneOf } from '../delivery-marks.ts'
import { Mark } from '../marks.tsx'
import type { ViewContext } from '../view-context.ts'
import { latestChanges } from './latest-changes.ts'

interface LastChangesProps {
  readonly payload: Payload
  readonly context: ViewContext
}

const MAX_CHANGES = 6

/** What became public, changed or was withdrawn last, and where each of it went. */
export async function LastChanges({ payload, context }: LastChangesProps) {
  const { t, moment, number, list, languageName } = context
  const changes = await latestChanges(MAX_CHANGES, databaseOf(payload))
  return (
    <section aria-labelledby="em-changes">
      <h3 id="em-changes" className="em-rule em-quiet">
        {t('views.dashboard.changes')}
      </h3>
      {changes.length === 0 && <p className="em-empty">{t('views.dashboard.changes.none')}</p>}
      <ul className="em-changes">
        {changes.map(({ collection, id, title, titleLocale, kind, locales, at, posts }) => (
          <li key={id}>
            <time dateTime={at.toISOString()}>{moment(at)}</time>
            <Link href={`/admin/collections/${collection}/${id}/dissemination`} prefetch={false}>
              {title === '' ? (
                t('views.preview.untitled')
              ) : (
                <bdi lang={titleLocale} dir={directionOf(titleLocale)}>
                  {title}
                </bdi>
              )}
            </Link>
            <p>{t(`views.change.${kind}`, { languages: list(locales.map(languageName)) })}</p>
            <ul className="em-tally" aria-label={t('views.dashboard.wentTo')}>
              {posts.map(({ state, count }) => (
                <li key={state}>
                  <Mark name={state} tone={toneOf[state]} size={13} />
                  {t(`views.tally.${state}`, { count, number: number(count) })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
