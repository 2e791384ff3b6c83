'use client'

import { useRouter } from 'next/navigation'
import { type SubmitEvent, useId, useState } from 'react'

import type { Locale } from '../../../i18n/locales.ts'
import { postJson } from '../../ask-json.ts'
import { isSignedOut } from '../../ask-server.ts'
import { objectionText, type ScheduleTexts } from './schedule-texts.ts'

interface ScheduleFormProps {
  readonly issueId: string
  readonly zones: readonly string[]
  /** What is planned: `2026-12-03T09:00`. Empty: nothing. */
  readonly at: string
  readonly timeZone: string
  readonly texts: ScheduleTexts
  /** Of the interface. */
  readonly language: Locale
}

interface Said {
  readonly text: string
  /** Whether the server does not do it. */
  readonly isObjection: boolean
  /** Which is to be changed. */
  readonly field: unknown
}

const nothing: Said = { text: '', isObjection: false, field: null }

/** Plans when the issue leaves by itself. What is wrong with the time is said at the field that is to be changed. */
export function ScheduleForm({
  issueId,
  zones,
  at: planned,
  timeZone: zone,
  texts,
  language,
}: ScheduleFormProps) {
  const id = useId()
  const router = useRouter()
  const [at, setAt] = useState(planned)
  const [timeZone, setTimeZone] = useState(zone)
  const [said, setSaid] = useState(nothing)
  const [isBusy, setIsBusy] = useState(false)

  const plan = async (): Promise<void> => {
    setIsBusy(true)
    setSaid({ ...nothing, text: texts.working })
    const answer = await postJson(`/api/issues/${issueId}/schedule`, { at, timeZone })
    const isDone = answer?.status === 200
    setIsBusy(false)
    setSaid(
      isSignedOut(answer)
        ? nothing
        : isDone
          ? { ...nothing, text: answer.body.isFirstOfTwo === true ? texts.twice : '' }
          : {
              text: objectionText(texts, answer?.body ?? null, language),
              isObjection: true,
              field: answer?.body.field,
            },
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
          aria-invalid={said.field === 'at'}
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
          aria-invalid={said.field === 'timeZone'}
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
      <p id={`${id}-said`} role="status" className={said.isObjection ? 'em-bad' : undefined}>
        {said.text}
      </p>
    </form>
  )
}
