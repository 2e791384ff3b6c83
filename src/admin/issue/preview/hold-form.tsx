'use client'

import { type FormEvent, useId } from 'react'

import { momentAt, wallClockAt } from '../../../content/publishing/wall-clock.ts'
import type { TextReader } from '../../client-texts.ts'
import type { Decision, Gate } from './tile.ts'

interface HoldFormProps {
  readonly gate: Gate
  readonly t: TextReader
  readonly isBusy: boolean
  readonly onHold: (decision: Decision) => void
}

/** Until when a language is waited for, and what happens then. Closed where that is decided. */
export function HoldForm({ gate, t, isBusy, onHold }: HoldFormProps) {
  const id = useId()
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    const deadline = String(values.get('deadline') ?? '')
    onHold({
      rule: 'hold',
      deadline: momentAt(deadline, gate.timeZone)?.toISOString() ?? null,
      afterwards: values.get('afterwards') === 'skip' ? 'skip' : 'fallback',
    })
  }
  return (
    <details className="em-hold" open={gate.deadline === null}>
      <summary>{gate.saying}</summary>
      <form onSubmit={save}>
        <label htmlFor={`${id}-deadline`}>
          {t('views.matrix.deadline')} <bdi>({gate.timeZone})</bdi>
        </label>
        <input
          id={`${id}-deadline`}
          name="deadline"
          type="datetime-local"
          defaultValue={gate.deadline === null ? '' : wallClockAt(new Date(gate.deadline), gate.timeZone)}
        />
        <label htmlFor={`${id}-afterwards`}>{t('views.matrix.afterwards')}</label>
        <select id={`${id}-afterwards`} name="afterwards" defaultValue={gate.afterwards ?? 'fallback'}>
          <option value="fallback">{t('views.matrix.rule.fallback')}</option>
          <option value="skip">{t('views.matrix.rule.skip')}</option>
        </select>
        <button type="submit" className="em-button" disabled={isBusy}>
          {t('views.matrix.save')}
        </button>
      </form>
    </details>
  )
}
