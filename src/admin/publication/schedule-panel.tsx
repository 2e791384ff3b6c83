'use client'

import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react'

import type { PublicationTexts } from './publication-texts.ts'

interface Plan {
  readonly action: string
  readonly at: string
  readonly timeZone: string
}

interface SchedulePanelProps {
  readonly texts: PublicationTexts
  readonly isBusy: boolean
  readonly onPlan: (plan: Plan) => void
  readonly onClose: () => void
}

/** When the chosen languages are to be published or taken back. Opened by a person, so it may ask the browser for its zone. */
export function SchedulePanel({ texts, isBusy, onPlan, onClose }: SchedulePanelProps) {
  const id = useId()
  const [action, setAction] = useState('publish')
  const [at, setAt] = useState('')
  const [timeZone, setTimeZone] = useState(() => new Intl.DateTimeFormat().resolvedOptions().timeZone)
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => first.current?.focus(), [])
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    onPlan({ action, at, timeZone })
  }
  const leave = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') onClose()
  }
  return (
    <form className="em-plan" aria-label={texts.scheduleTitle} onSubmit={submit} onKeyDown={leave}>
      <label htmlFor={`${id}-action`}>
        {texts.action}
        <select
          ref={first}
          id={`${id}-action`}
          value={action}
          onChange={({ target }) => setAction(target.value)}
        >
          <option value="publish">{texts.publish}</option>
          <option value="unpublish">{texts.takeBack}</option>
        </select>
      </label>
      <label htmlFor={`${id}-at`}>
        {texts.at}
        <input
          id={`${id}-at`}
          type="datetime-local"
          required
          value={at}
          onChange={({ target }) => setAt(target.value)}
        />
      </label>
      <label htmlFor={`${id}-zone`}>
        {texts.timeZone}
        <input
          id={`${id}-zone`}
          list={`${id}-zones`}
          required
          dir="ltr"
          value={timeZone}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => setTimeZone(target.value)}
        />
        <small id={`${id}-help`}>{texts.timeZoneHelp}</small>
      </label>
      <datalist id={`${id}-zones`}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <div className="em-actions">
        <button type="submit" className="em-button em-button-first" disabled={isBusy}>
          {texts.plan}
        </button>
        <button type="button" className="em-button" onClick={onClose}>
          {texts.close}
        </button>
      </div>
    </form>
  )
}
