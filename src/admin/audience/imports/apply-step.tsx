import { AskButton } from './ask-button.tsx'
import { OutcomeBars } from './outcome-bars.tsx'
import { StepProgress } from './step-progress.tsx'
import { isMoving } from './use-import.ts'
import type { StepProps } from './wizard.ts'

/** Brings the list in, says what came of it, and takes it back. */
export function ApplyStep({ used, t, number }: StepProps) {
  const { list, isBusy, said, move } = used
  const { state, counts } = list
  const { new: created = 0, added = 0, barred = 0 } = counts.outcomes
  const rows = created + added + barred
  const title = t('imports.step.apply')
  return (
    <>
      {(state === 'uploaded' || state === 'checking') && (
        <p className="em-lead">{t('imports.apply.first')}</p>
      )}
      {state === 'checked' && rows === 0 && <p className="em-lead">{t('imports.apply.nothing')}</p>}
      {isMoving(list) && <StepProgress list={list} t={t} />}
      {!isMoving(list) && state !== 'uploaded' && (
        <OutcomeBars counts={counts} title={title} number={number} t={t} />
      )}
      {state === 'undone' && counts.undone !== undefined && (
        <p className="em-note" role="status">
          {t('imports.undone', {
            removed: number(counts.undone.removed),
            kept: number(counts.undone.kept),
            released: number(counts.undone.released),
          })}
        </p>
      )}
      <div className="em-officer-do">
        {state === 'checked' && rows > 0 && (
          <AskButton
            label={t('imports.apply.do', { count: rows, number: number(rows) })}
            question={t('imports.apply.ask')}
            keep={t('officer.keep')}
            isBusy={isBusy}
            isFirst
            onSure={() => void move('apply')}
          />
        )}
        {state === 'applied' && (
          <AskButton
            label={t('imports.undo')}
            question={t('imports.undo.ask')}
            keep={t('officer.keep')}
            isBusy={isBusy}
            onSure={() => void move('undo')}
          />
        )}
        <p role="status">{said}</p>
      </div>
    </>
  )
}
