import type { TFunction } from 'i18next'

import type { Look } from '../../../audience/looks.ts'
import type { PersonSuppression } from '../../../audience/people/suppressions-of.ts'
import { Mark } from '../../marks.tsx'
import type { ViewContext } from '../../view-context.ts'
import type { PersonNames } from './person-names.ts'

interface SuppressionsProps {
  readonly suppressions: readonly PersonSuppression[]
  readonly names: PersonNames
  readonly t: TFunction
  readonly context: ViewContext
}

/** Why the address gets no mail, or none of a newsletter. */
export function Suppressions({ suppressions, names, t, context }: SuppressionsProps) {
  if (suppressions.length === 0) return null
  return (
    <section className="em-section" aria-labelledby="em-barred">
      <h2 id="em-barred" className="em-rule em-audience-title">
        {t('person.suppressions')}
      </h2>
      <ul className="em-ties">
        {suppressions.map(({ scope, reason, note, actor, at }) => (
          <li key={scope}>
            <Mark name="failed" tone="bad" />
            <div>
              <b>
                {scope === 'global' ? t('person.everything') : (names.newsletter(scope) ?? t('numbers.gone'))}
              </b>
              <small>
                {t(`person.reason.${reason}`)} · {context.day(at)}
                {actor !== null && (
                  <> · {t('person.by', { name: names.staff(actor) ?? t('numbers.gone') })}</>
                )}
              </small>
              {note !== null && (
                <small>
                  <q>{note}</q>
                </small>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LooksProps {
  readonly looks: readonly Look[]
  readonly names: PersonNames
  readonly t: TFunction
  readonly context: ViewContext
}

/** Who of staff saw the address, and what for. */
export function Looks({ looks, names, t, context }: LooksProps) {
  return (
    <section className="em-section" aria-labelledby="em-looks">
      <h2 id="em-looks" className="em-rule em-audience-title">
        {t('person.looks')}
      </h2>
      {looks.length === 0 && <p className="em-empty">{t('person.looks.none')}</p>}
      <ol className="em-timeline">
        {looks.map(({ id, at, kind, userId, purpose }) => (
          <li key={id}>
            <time dateTime={at.toISOString()}>{context.moment(at)}</time>
            <div>
              <p>
                <b>{t(`person.look.${kind}`)}</b> · {names.staff(userId) ?? t('numbers.gone')}
              </p>
              {purpose !== '' && (
                <small>
                  <q>{purpose}</q>
                </small>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
