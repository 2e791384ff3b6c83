'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { postJson } from './post-json.ts'
import { Question } from './question.tsx'

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

  const act = async (): Promise<void> => {
    setStep('busy')
    const answer = await postJson(path, data)
    setStep(answer === null ? 'unreachable' : answer.status < 300 ? 'rest' : 'notNow')
    router.refresh()
  }

  if (step === 'asking' && texts.ask !== undefined)
    return (
      <Question
        ask={texts.ask}
        sure={texts.sure}
        keep={texts.keep}
        onSure={() => void act()}
        onKeep={() => setStep('rest')}
      />
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
