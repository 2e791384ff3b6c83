import type { TFunction } from 'i18next'

import type { CorrectionTarget } from '../../dissemination/corrections/correction-targets.ts'
import { LanguageName } from '../language-name.tsx'
import { Mark, type MarkName, type Tone } from '../marks.tsx'
import { reasonText } from '../reasons.ts'
import type { ViewContext } from '../view-context.ts'

const marks: Readonly<Record<CorrectionTarget['state'], { readonly name: MarkName; readonly tone: Tone }>> = {
  done: { name: 'submitted', tone: 'ok' },
  moving: { name: 'planned', tone: 'info' },
  open: { name: 'unconfirmed', tone: 'warn' },
  impossible: { name: 'skipped', tone: 'quiet' },
}

interface TargetListProps {
  readonly targets: readonly CorrectionTarget[]
  readonly context: ViewContext
}

/** Place by place: whether a correction has arrived there, and if it cannot, why and whom to tell. */
export function TargetList({ targets, context: { t, number } }: TargetListProps) {
  return (
    <ul className="em-targets">
      {targets.map((target) => {
        const { kind, locale, name, state, url, contact, count } = target
        return (
          <li key={`${kind} ${name} ${locale}`}>
            <Mark {...marks[state]} />
            <span>
              <b>{t(`views.correction.state.${state}`)}</b>
              <small>{whyOf(target, t)}</small>
            </span>
            <span>
              <span>
                {t(`views.correction.place.${kind}`, { count: count ?? 0, number: number(count ?? 0) })}{' '}
                <bdi>{name}</bdi>
              </span>
              {contact !== null && <small>{t('views.correction.tell', { contact })}</small>}
            </span>
            <span className="em-targets-end">
              <LanguageName locale={locale} />
              {url !== null && (
                <a href={url} target="_blank" rel="noreferrer">
                  {t('views.correction.see')}
                </a>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function whyOf({ kind, reason }: CorrectionTarget, t: TFunction): string | null {
  if (reason === null) return null
  return kind === 'channel' ? reasonText(t, 'channel', reason) : t(`views.correction.reason.${reason}`)
}
