import type { TFunction } from 'i18next'
import Link from 'next/link'

import type { ListedPerson } from '../../../audience/people/list-people.ts'
import { translator } from '../../../i18n/translator.ts'
import { LanguageName } from '../../language-name.tsx'
import { Mark } from '../../marks.tsx'
import { ScrollArea } from '../../scroll-area.tsx'
import type { ViewContext } from '../../view-context.ts'

interface PeopleTableProps {
  readonly people: readonly ListedPerson[]
  /** Names of newsletters by id. */
  readonly newsletters: ReadonlyMap<string, string>
  readonly now: Date
  readonly t: TFunction
  readonly context: ViewContext
}

/** People under masked addresses; the way to each is their id. */
export function PeopleTable({ people, newsletters, now, t, context }: PeopleTableProps) {
  const terms = translator(context.language, 'terms')
  return (
    <ScrollArea label={t('nav.people')}>
      <table className="em-bars em-people">
        <thead>
          <tr>
            <th scope="col">{t('people.address')}</th>
            <th scope="col">{t('numbers.first-language')}</th>
            <th scope="col">{t('numbers.newsletters')}</th>
            <th scope="col">{t('numbers.frequency')}</th>
            <th scope="col">{t('people.since')}</th>
            <th scope="col">{t('people.status')}</th>
            <th scope="col">{t('numbers.came-by')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <Link href={`/admin/audience/people/${person.id}`} prefetch={false}>
                  <bdi dir="ltr">{person.maskedAddress}</bdi>
                </Link>
              </th>
              <td>
                <LanguageName locale={person.locale} />
              </td>
              <td>
                {person.newsletterIds.map((id) => newsletters.get(id) ?? t('numbers.gone')).join(', ')}
                {person.follows > 0 && (
                  <small>
                    {t('people.follows', { count: person.follows, number: context.number(person.follows) })}
                  </small>
                )}
              </td>
              <td>{terms(`frequency.${person.frequency}`)}</td>
              <td>{context.day(person.since)}</td>
              <td>
                <Status person={person} now={now} t={t} context={context} />
              </td>
              <td>{person.came === null ? '–' : t(`numbers.way.${person.came}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

interface StatusProps {
  readonly person: Pick<ListedPerson, 'status' | 'pausedUntil' | 'isSuppressed'>
  readonly now: Date
  readonly t: TFunction
  readonly context: ViewContext
}

/** Whether mail goes to somebody, and if not, why. */
export function Status({ person: { status, pausedUntil, isSuppressed }, now, t, context }: StatusProps) {
  const terms = translator(context.language, 'terms')
  const isPaused = pausedUntil !== null && pausedUntil > now
  const isActive = status === 'active'
  const waits = isPaused || !isActive
  return (
    <span className="em-standing">
      {isSuppressed ? (
        <Mark name="failed" tone="bad" />
      ) : (
        <Mark name={waits ? (isActive ? 'paused' : 'skipped') : 'submitted'} tone={waits ? 'quiet' : 'ok'} />
      )}
      <span>
        <b>{terms(`subscriberStatus.${status}`)}</b>
        {isPaused && <small>{t('people.paused', { day: context.day(pausedUntil) })}</small>}
        {isSuppressed && <small>{t('numbers.suppressed')}</small>}
      </span>
    </span>
  )
}
