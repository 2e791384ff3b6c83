'use client'

import { useRouter } from 'next/navigation'
import { type SubmitEvent, useId, useState } from 'react'

import { postJson } from '../post-json.ts'
import { objectionText, type ScheduleTexts } from './schedule-texts.ts'

interface ScheduleFormProps {
  readonly issueId: string
  readonly zones: readonly string[]
  /** What is planned: `2026-12-03T09:00`. Empty: nothing. */
  readonly at: string
  readonly timeZone: string
  readonly texts: ScheduleTexts
}

/** Plans when the issue leaves by itself. What is wrong with the time is said at the field that is to be changed. */
export function ScheduleForm({ issueId, zones, at: planned, timeZone: zone, texts }: ScheduleFormProps) {
  const id = useId()
  const router = useRouter()
  const [at, setAt] = useState(planned)
  const [timeZone, setTimeZone] = useState(zone)
  const [said, setSaid] = useState('')
  const [wrong, setWrong] = useState<unknown>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)

  const plan = async (): Promise<void> => {
    setIsBusy(true)
    const answer = await postJson(`/api/issues/${issueId}/schedule`, { at, timeZone })
    const isDone = answer?.status === 200
    setIsBusy(false)
    setFailed(!isDone)
    setWrong(isDone ? null : answer?.body.field)
    setSaid(
      isDone
        ? answer.body.isFirstOfTwo === true
          ? texts.twice
          : ''
        : objectionText(texts, answer?.body ?? null),
    )
    if (isDone) router.refresh()
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    void plan()
  }
  return (
    <form className="em-plan" aria-label={texts.title} onSubmit={submit}>
      <label htmlFor={`${id}-at`}>
        {texts.at}
        <input
          id={`${id}-at`}
          type="datetime-local"
          required
          value={at}
          aria-invalid={wrong === 'at'}
          aria-describedby={`${id}-said`}
          onChange={({ target }) => setAt(target.value)}
        />
      </label>
      <label htmlFor={`${id}-zone`}>
        {texts.zone}
        <select
          id={`${id}-zone`}
          dir="ltr"
          value={timeZone}
          aria-invalid={wrong === 'timeZone'}
          aria-describedby={`${id}-said`}
          onChange={({ target }) => setTimeZone(target.value)}
        >
          {zones.map((each) => (
            <option key={each} value={each} lang="en">
              {each.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      <div className="em-actions">
        <button type="submit" className="em-button" disabled={isBusy}>
          {texts.plan}
        </button>
      </div>
      <p id={`${id}-said`} role="status" className={hasFailed ? 'em-bad' : undefined}>
        {isBusy ? texts.working : said}
      </p>
    </form>
  )
}
