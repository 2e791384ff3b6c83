'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

import { postJson } from './post-json.ts'

interface AskButtonProps {
  readonly path: string
  /** Sent as JSON. @default nothing */
  readonly data?: Readonly<Record<string, unknown>>
  readonly isFirst?: boolean
  /** `ask` unset: it is done at once, since it can be undone. */
  readonly texts: {
    readonly label: string
    readonly ask?: string
    readonly sure: string
    readonly keep: string
    readonly notNow: string
    readonly unreachable: string
  }
}

type Step = 'rest' | 'asking' | 'busy' | 'notNow' | 'unreachable'

/** Does one thing to an issue, after asking in place where it cannot be undone. */
export function AskButton({ path, data = {}, isFirst = false, texts }: AskButtonProps) {
  const router = useRouter()
  const [step, setStep] = useState<Step>('rest')
  const sure = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (step === 'asking') sure.current?.focus()
  }, [step])

  const act = async (): Promise<void> => {
    setStep('busy')
    const answer = await postJson(path, data)
    setStep(answer === null ? 'unreachable' : answer.status < 300 ? 'rest' : 'notNow')
    router.refresh()
  }
  const leave = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') setStep('rest')
  }

  if (step === 'asking' && texts.ask !== undefined)
    return (
      // biome-ignore lint/a11y/useSemanticElements: a question in the page, not a form.
      <div className="em-ask" role="group" aria-label={texts.ask} onKeyDown={leave}>
        <p>{texts.ask}</p>
        <button ref={sure} type="button" className="em-button em-button-first" onClick={() => void act()}>
          {texts.sure}
        </button>
        <button type="button" className="em-button" onClick={() => setStep('rest')}>
          {texts.keep}
        </button>
      </div>
    )
  return (
    <div className="em-test">
      <button
        type="button"
        className={isFirst ? 'em-button em-button-first' : 'em-button'}
        disabled={step === 'busy'}
        onClick={() => (texts.ask === undefined ? void act() : setStep('asking'))}
      >
        {texts.label}
      </button>
      <p role="status">{(step === 'notNow' || step === 'unreachable') && texts[step]}</p>
    </div>
  )
}
