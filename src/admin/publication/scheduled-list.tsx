import type { TFunction } from 'i18next'

import type { ScheduledPublication } from '../../content/publishing/scheduled-publications.ts'
import { wallClockAt } from '../../content/publishing/wall-clock.ts'
import { LanguageName } from '../language-name.tsx'
import { Mark, type MarkName, type Tone } from '../marks.tsx'
import type { ViewContext } from '../view-context.ts'
import { CancelButton } from './cancel-button.tsx'
import type { PublicationTexts } from './publication-texts.ts'

interface ScheduledListProps {
  readonly address: string
  readonly scheduled: readonly ScheduledPublication[]
  readonly texts: PublicationTexts
  readonly t: TFunction
  readonly context: ViewContext
  readonly mayPublish: boolean
}

const marks = {
  planned: ['planned', 'info'],
  done: ['submitted', 'ok'],
  failed: ['failed', 'bad'],
  cancelled: ['skipped', 'quiet'],
} as const satisfies Record<ScheduledPublication['state'], readonly [MarkName, Tone]>

/** What is planned, and what came of what was. */
export function ScheduledList({ address, scheduled, texts, t, context, mayPublish }: ScheduledListProps) {
  return (
    <section className="em-section" aria-labelledby="em-scheduled">
      <h3 id="em-scheduled" className="em-rule">
        {t('publication.scheduled')}
      </h3>
      {scheduled.length === 0 && <p className="em-empty">{t('publication.scheduled.none')}</p>}
      <ul className="em-rows">
        {scheduled.map((each) => (
          <li key={each.scheduledId}>
            <span className="em-rows-name">
              {each.locale === 'all' ? t('publication.everyLanguage') : <LanguageName locale={each.locale} />}
            </span>
            <span>
              <Mark name={marks[each.state][0]} tone={marks[each.state][1]} />{' '}
              {t(`publication.planned.${each.action}`, {
                at: wallClockAt(each.dueAt, each.timeZone).replace('T', ' '),
                timeZone: each.timeZone,
              })}{' '}
              <span className="em-quiet">
                {t(`publication.scheduled.${each.state}`, {
                  at: each.settledAt === null ? '' : context.moment(each.settledAt),
                })}{' '}
                {reasonText(each, t)}
              </span>
            </span>
            <span className="em-rows-end">
              {mayPublish && each.state === 'planned' && (
                <CancelButton path={`${address}/schedule/${each.scheduledId}/cancel`} texts={texts} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function reasonText({ reason }: ScheduledPublication, t: TFunction): string {
  if (reason === null) return ''
  const [name, what] = reason.split(': ')
  return t(`publication.reason.${name}`, { what: what ?? '' })
}
