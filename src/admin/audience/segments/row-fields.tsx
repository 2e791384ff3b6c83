import { useId } from 'react'

import { MAX_DAYS } from '../../../audience/segments/bounds.ts'
import { type Building, focusName } from './building.ts'
import { type About, type DraftRow, type Test, tests } from './draft.ts'
import { ValueChoice } from './value-choice.tsx'

interface RowFieldsProps {
  readonly row: DraftRow
  readonly number: string
  readonly building: Building
}

/** One condition: what it is about, how it is compared, and with what. */
export function RowFields({ row, number, building }: RowFieldsProps) {
  const { t, isReadOnly, refused, change, remove } = building
  const faultId = useId()
  const isRefused = refused?.number === number
  const choose = (about: About): void =>
    change({ ...row, about, test: tests[about][0], values: about === row.about ? row.values : [] })
  return (
    <fieldset
      className={isRefused ? 'em-row em-row-bad' : 'em-row'}
      aria-describedby={isRefused ? faultId : undefined}
    >
      <legend className="em-sr">{t('segment.number', { number })}</legend>
      <span className="em-condition-number" aria-hidden="true">
        {number}
      </span>
      <select
        className="em-select"
        name={focusName(row.key)}
        aria-label={t('segment.kind')}
        value={row.about}
        onChange={({ target }) => choose(target.value as About)}
      >
        {Object.keys(tests).map((about) => (
          <option key={about} value={about}>
            {t(`segment.kind.${about}`)}
          </option>
        ))}
      </select>
      <select
        className="em-select"
        aria-label={t('segment.test')}
        value={row.test}
        onChange={({ target }) => change({ ...row, test: target.value as Test })}
      >
        {tests[row.about].map((test) => (
          <option key={test} value={test}>
            {t(`segment.test.${test}`)}
          </option>
        ))}
      </select>
      <Comparison row={row} building={building} />
      {!isReadOnly && (
        <button
          type="button"
          className="em-button em-condition-remove"
          aria-label={`${t('segment.remove')}: ${t('segment.number', { number })}`}
          onClick={() => remove(row.key)}
        >
          {t('segment.remove')}
        </button>
      )}
      {(row.about === 'topic' || row.about === 'country') && (
        <small className="em-row-hint">{t(`segment.wantsAll.${row.about}`)}</small>
      )}
      {isRefused && (
        <small className="em-row-hint em-bad" id={faultId}>
          {refused.message}
        </small>
      )}
    </fieldset>
  )
}

/** With what is compared: values of a list, a day, or a number of days. */
function Comparison({ row, building }: Omit<RowFieldsProps, 'number'>) {
  const { t, change } = building
  if (row.about !== 'confirmed') return <ValueChoice row={row} about={row.about} building={building} />
  if (row.test === 'within' || row.test === 'longer')
    return (
      <input
        className="em-input em-row-days"
        type="number"
        aria-label={t('segment.days')}
        min={1}
        max={MAX_DAYS}
        value={row.days === 0 ? '' : row.days}
        onChange={({ target }) => change({ ...row, days: Number(target.value) })}
      />
    )
  return (
    <input
      className="em-input"
      type="date"
      aria-label={t('segment.day')}
      value={row.day}
      onChange={({ target }) => change({ ...row, day: target.value })}
    />
  )
}
