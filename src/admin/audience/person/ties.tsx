import type { TFunction } from 'i18next'

import type { PersonalFollow, PersonalNewsletter } from '../../../audience/personal-ties.ts'
import { endonymOf, type Locale } from '../../../i18n/locales.ts'
import { translator } from '../../../i18n/translator.ts'
import type { Texts } from '../../client-texts.ts'
import { Mark } from '../../marks.tsx'
import type { ViewContext } from '../../view-context.ts'
import { PersonAction } from './person-action.tsx'

interface NewslettersProps {
  readonly personId: string
  readonly newsletters: readonly PersonalNewsletter[]
  readonly now: Date
  readonly texts: Texts
  readonly t: TFunction
  readonly context: ViewContext
}

/** Newsletters that they have, and those that they left. */
export function Newsletters({ personId, newsletters, now, texts, t, context }: NewslettersProps) {
  return (
    <section className="em-section" aria-labelledby="em-letters">
      <h2 id="em-letters" className="em-rule em-audience-title">
        {t('numbers.newsletters')}
      </h2>
      {newsletters.length === 0 && <p className="em-empty">{t('numbers.none')}</p>}
      <ul className="em-ties">
        {newsletters.map((tie) => {
          const name = tie.name ?? t('numbers.gone')
          const has = tie.state === 'confirmed'
          const pausedUntil = tie.pausedUntil === null ? null : new Date(tie.pausedUntil)
          return (
            <li key={tie.id}>
              <Mark name={has ? 'submitted' : 'skipped'} tone={has ? 'ok' : 'quiet'} />
              <div>
                <b>{name}</b>
                <small>{t('person.since', { day: context.day(new Date(tie.confirmedAt)) })}</small>
                {has && pausedUntil !== null && pausedUntil > now && (
                  <small>{t('people.paused', { day: context.day(pausedUntil) })}</small>
                )}
                {tie.endedAt !== null && (
                  <small>
                    {t('person.left', {
                      day: context.day(new Date(tie.endedAt)),
                      how: t(`numbers.way.${tie.endedHow ?? 'page'}`),
                    })}
                  </small>
                )}
              </div>
              {has && (
                <PersonAction
                  name="leave"
                  personId={personId}
                  newsletterId={tie.id}
                  about={name}
                  texts={texts}
                  language={context.language}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface FollowsProps {
  readonly follows: readonly PersonalFollow[]
  readonly t: TFunction
  readonly context: ViewContext
}

export function Follows({ follows, t, context }: FollowsProps) {
  const terms = translator(context.language, 'terms')
  if (follows.length === 0) return null
  return (
    <section className="em-section" aria-labelledby="em-follows">
      <h2 id="em-follows" className="em-rule em-audience-title">
        {t('person.follows')}
      </h2>
      <ul className="em-ties">
        {follows.map(({ id, name, target, reminder, confirmedAt }) => (
          <li key={id}>
            <Mark name="submitted" tone="ok" />
            <div>
              <b dir="auto">{name ?? t('numbers.gone')}</b>
              <small>
                {target === 'topics' ? t('people.topic') : terms(`kind.${target}`)} ·{' '}
                {t('person.since', { day: context.day(new Date(confirmedAt)) })}
                {reminder && <> · {t('person.reminder')}</>}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Languages under their own names, the first one first. */
export const languageNames = (all: readonly Locale[]): string => all.map(endonymOf).join(', ')
