'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

import { postJson } from './post-json.ts'

const ACCEPTED = 202

/** What the server may object, each with its own text. */
type Objection = 'not-a-draft' | 'no-items' | 'no-edition' | 'bad-segment' | 'unreachable'

interface SendButtonProps {
  readonly issueId: string
  readonly texts: Readonly<Record<Objection | 'send' | 'ask' | 'sure' | 'cancel' | 'sending', string>>
}

type Step = 'rest' | 'asking' | 'sending' | Objection

/** Sends the issue, after asking once in place: what has left cannot be taken back. */
export function SendButton({ issueId, texts }: SendButtonProps) {
  const router = useRouter()
  const [step, setStep] = useState<Step>('rest')
  const sure = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (step === 'asking') sure.current?.focus()
  }, [step])

  const send = async (): Promise<void> => {
    setStep('sending')
    const answer = await postJson(`/api/issues/${issueId}/send`)
    if (answer?.status === ACCEPTED) return router.refresh()
    setStep(objectionOf(answer?.body.error))
  }
  const leave = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') setStep('rest')
  }

  if (step === 'asking')
    return (
      // biome-ignore lint/a11y/useSemanticElements: a question in the page, not a form.
      <div className="em-ask" role="group" aria-label={texts.ask} onKeyDown={leave}>
        <p>{texts.ask}</p>
        <button ref={sure} type="button" className="em-button em-button-first" onClick={() => void send()}>
          {texts.sure}
        </button>
        <button type="button" className="em-button" onClick={() => setStep('rest')}>
          {texts.cancel}
        </button>
      </div>
    )
  return (
    <div className="em-test">
      <button
        type="button"
        className="em-button em-button-first"
        disabled={step === 'sending'}
        onClick={() => setStep('asking')}
      >
        {texts.send}
      </button>
      <p role="status">{step !== 'rest' && texts[step]}</p>
    </div>
  )
}

const objectionOf = (error: unknown): Objection =>
  error === 'not-a-draft' || error === 'no-items' || error === 'no-edition' ? error : 'unreachable'
