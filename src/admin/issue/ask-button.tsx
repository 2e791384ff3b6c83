'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { postJson } from '../ask-json.ts'
import { isSignedOut } from '../ask-server.ts'
import { Question } from './question.tsx'
import { useFocusBack } from './use-focus-back.ts'

interface AskButtonProps {
  readonly path: string
  /** Sent as JSON. @default nothing */
  readonly data?: Readonly<Record<string, unknown>>
  readonly isFirst?: boolean
  /** Outlined in red: it ends something for good. */
  readonly isGrave?: boolean
  /** What it is about, where several buttons have the same label. Only read out. */
  readonly about?: string
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
export function AskButton({
  path,
  data = {},
  isFirst = false,
  isGrave = false,
  about,
  texts,
}: AskButtonProps) {
  const router = useRouter()
  const [step, setStep] = useState<Step>('rest')
  const button = useFocusBack(step === 'asking')

  const act = async (): Promise<void> => {
    setStep('busy')
    const answer = await postJson(path, data)
    // Anew the page would be the one for signing in, and what is written on it lost.
    if (isSignedOut(answer)) return setStep('rest')
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
        ref={button}
        type="button"
        className={['em-button', isFirst && 'em-button-first', isGrave && 'em-button-grave']
          .filter((name) => name !== false)
          .join(' ')}
        disabled={step === 'busy'}
        onClick={() => (texts.ask === undefined ? void act() : setStep('asking'))}
      >
        {texts.label}
        {about !== undefined && <span className="em-sr"> {about}</span>}
      </button>
      <p role="status">{(step === 'notNow' || step === 'unreachable') && texts[step]}</p>
    </div>
  )
}
