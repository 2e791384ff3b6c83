import { OutcomeBars } from './outcome-bars.tsx'
import { RowProblems } from './row-problems.tsx'
import { StepProgress } from './step-progress.tsx'
import { isOpen, type StepProps } from './wizard.ts'

/** What would come of each row, without doing it. */
export function CheckStep({ used, t, number, onNext }: StepProps) {
  const { list, isBusy, said, move } = used
  const isChecked = list.state !== 'uploaded' && list.state !== 'checking'
  return (
    <>
      <p className="em-lead">{t('imports.check.lead')}</p>
      {list.state === 'checking' && <StepProgress list={list} t={t} />}
      {isChecked && (
        <>
          <OutcomeBars counts={list.counts} title={t('imports.step.check')} number={number} t={t} />
          {/* Another check finds other rows. */}
          <RowProblems key={JSON.stringify(list.counts)} list={list} number={number} t={t} />
        </>
      )}
      <div className="em-officer-do">
        {list.state === 'checked' && (
          <button type="button" className="em-button em-button-first" onClick={onNext}>
            {t('imports.step.apply')}
          </button>
        )}
        {isOpen(used) && (
          <button
            type="button"
            className={list.state === 'uploaded' ? 'em-button em-button-first' : 'em-button'}
            disabled={isBusy}
            onClick={() => void move('check')}
          >
            {t('imports.check.do')}
          </button>
        )}
        <p role="status">{said}</p>
      </div>
    </>
  )
}
