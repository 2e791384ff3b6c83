'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

import { askOfficially } from './ask-officially.ts'

/** Asked before it is done. */
interface Question {
  readonly sure: string
  /** Label of what has to be said why. Unset: nothing has to. */
  readonly note?: string
}

interface OfficerActionProps {
  readonly path: string
  readonly data?: Readonly<Record<string, string>>
  readonly label: string
  /** What it is done to, for those who only hear the buttons. */
  readonly about?: string
  readonly question?: Question
  readonly isFirst?: boolean
  readonly texts: { readonly failed: string; readonly keep: string }
}

/** A button that has the server do something and says what came of it; asks once in place where that cannot be undone. */
export function OfficerAction({
  path,
  data = {},
  label,
  about,
  question,
  isFirst = false,
  texts,
}: OfficerActionProps) {
  const router = useRouter()
  const [step, setStep] = useState<'rest' | 'asking' | 'busy'>('rest')
  const [said, setSaid] = useState('')
  const note = useRef<HTMLInputElement>(null)
  const sure = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (step === 'asking') (note.current ?? sure.current)?.focus()
  }, [step])

  const act = async (): Promise<void> => {
    const why = note.current?.value
    setStep('busy')
    const { isDone, message } = await askOfficially(path, {
      ...data,
      ...(why !== undefined && { note: why }),
    })
    setSaid(message ?? (isDone ? '' : texts.failed))
    setStep(isDone || question === undefined ? 'rest' : 'asking')
    if (isDone) router.refresh()
  }
  const leave = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') setStep('rest')
  }
  const isAsking = question !== undefined && step !== 'rest'

  return (
    <div className="em-officer-action">
      {isAsking ? (
        // biome-ignore lint/a11y/useSemanticElements: a question in the page, not a form.
        <div className="em-ask" role="group" aria-label={question.sure} onKeyDown={leave}>
          <p>{question.sure}</p>
          {question.note !== undefined && (
            <label>
              <span>{question.note}</span>
              <input ref={note} type="text" maxLength={500} required />
            </label>
          )}
          <button
            ref={sure}
            type="button"
            className="em-button em-button-first"
            disabled={step === 'busy'}
            onClick={() => void act()}
          >
            {label}
          </button>
          <button type="button" className="em-button" onClick={() => setStep('rest')}>
            {texts.keep}
          </button>
        </div>
      ) : (
        <button
          type="button"
          className={isFirst ? 'em-button em-button-first' : 'em-button'}
          disabled={step === 'busy'}
          onClick={() => (question === undefined ? void act() : setStep('asking'))}
        >
          {label}
          {about !== undefined && <span className="em-sr"> {about}</span>}
        </button>
      )}
      <p role="status">{said}</p>
    </div>
  )
}
