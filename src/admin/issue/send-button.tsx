'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { postJson } from '../ask-json.ts'
import { isSignedOut } from '../ask-server.ts'
import { Question } from './question.tsx'
import { useFocusBack } from './use-focus-back.ts'

const ACCEPTED = 202

/** What the server may object, each with its own text. */
const hindrances = ['not-a-draft', 'no-items', 'no-event', 'no-edition', 'bad-segment'] as const
type Objection = (typeof hindrances)[number] | 'unreachable'

interface SendButtonProps {
  readonly issueId: string
  readonly texts: Readonly<Record<Objection | 'send' | 'ask' | 'sure' | 'cancel' | 'sending', string>>
}

type Step = 'rest' | 'asking' | 'sending' | Objection

/** Sends the issue, after asking once in place: what has left cannot be taken back. */
export function SendButton({ issueId, texts }: SendButtonProps) {
  const router = useRouter()
  const [step, setStep] = useState<Step>('rest')
  const button = useFocusBack(step === 'asking')

  const send = async (): Promise<void> => {
    setStep('sending')
    const answer = await postJson(`/api/issues/${issueId}/send`)
    // What somebody else has sent is shown as it goes out.
    if (answer?.status === ACCEPTED || answer?.body.error === 'not-a-draft') router.refresh()
    if (answer?.status === ACCEPTED) return
    setStep(isSignedOut(answer) ? 'rest' : objectionOf(answer?.body.error))
  }

  if (step === 'asking')
    return (
      <Question
        ask={texts.ask}
        sure={texts.sure}
        keep={texts.cancel}
        onSure={() => void send()}
        onKeep={() => setStep('rest')}
      />
    )
  return (
    <div className="em-test">
      <button
        ref={button}
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
  hindrances.find((hindrance) => hindrance === error) ?? 'unreachable'
