import { useState } from 'react'

import { Question } from '../../issue/question.tsx'
import type { CellView } from '../cell-view.ts'
import { AdoptForm } from './adopt-form.tsx'
import type { CellDesk } from './cell-desk.ts'

type Decision = CellView['canDo'][number]

/** Those that change what readers see in a way that nobody can take back. A first post is one where it cannot be removed. */
const isGrave = (decision: Decision, desk: CellDesk): boolean =>
  ['withdraw', 'send-again', 'overwrite', 'recreate'].includes(decision) ||
  (decision === 'publish-now' && !desk.channel.isReversible)

/** Key of its words. What a person was to do by hand has been done, not accepted. */
const labelOf = (decision: Decision, { channel }: CellDesk): string =>
  decision === 'assume' && channel.isByHand ? 'views.item.do.done' : `views.item.do.${decision}`

/** What can be done about a cell now. What cannot be undone is asked about once. */
export function Decisions({ desk }: { readonly desk: CellDesk }) {
  const { cell, channel, t, isBusy, ask } = desk
  const [asked, setAsked] = useState<Decision | null>(null)
  const [isAdopting, setAdopting] = useState(false)
  const decide = (decision: Decision): void => {
    setAsked(null)
    void ask('decide', { decision, ...(decision === 'overwrite' && { seen: desk.seen }) })
  }
  if (cell.canDo.length === 0) return null
  if (asked !== null)
    return (
      <Question
        ask={t(`views.item.ask.${asked}`)}
        sure={t(`views.item.do.${asked}`)}
        keep={t('views.item.ask.keep')}
        onSure={() => decide(asked)}
        onKeep={() => setAsked(null)}
      />
    )
  const adopts = cell.canDo.includes('adopt')
  const others = cell.canDo.filter((decision) => decision !== 'adopt')
  return (
    <div className="em-cell-decisions">
      {(others.length > 0 || !channel.isByHand) && (
        <div className="em-actions">
          {others.map((decision, place) => (
            <button
              key={decision}
              type="button"
              className={place === 0 ? 'em-button em-button-first' : 'em-button'}
              disabled={isBusy}
              onClick={() => (isGrave(decision, desk) ? setAsked(decision) : decide(decision))}
            >
              {t(labelOf(decision, desk))}
            </button>
          ))}
          {adopts && !channel.isByHand && (
            <button
              type="button"
              className="em-button"
              aria-expanded={isAdopting}
              disabled={isBusy}
              onClick={() => setAdopting(!isAdopting)}
            >
              {t('views.item.do.adopt')}
            </button>
          )}
        </div>
      )}
      {adopts && (isAdopting || channel.isByHand) && <AdoptForm desk={desk} />}
    </div>
  )
}
