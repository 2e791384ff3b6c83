'use client'

import { useState } from 'react'

import { postJson } from '../ask-json.ts'
import { isSignedOut } from '../ask-server.ts'
import type { TestTexts } from './test-texts.ts'

interface TestButtonProps {
  readonly issueId: string
  readonly locale: string
  readonly texts: TestTexts
}

/** Sends the edition on show to the person who looks at it. */
export function TestButton({ issueId, locale, texts }: TestButtonProps) {
  const [said, setSaid] = useState<{ readonly locale: string; readonly word: keyof TestTexts } | null>(null)
  const isBusy = said?.word === 'sending'
  const send = async (): Promise<void> => {
    setSaid({ locale, word: 'sending' })
    const answer = await postJson(`/api/issues/${issueId}/test`, { locale })
    if (isSignedOut(answer)) return setSaid(null)
    const outcome = answer?.body.outcome
    setSaid({ locale, word: isWord(outcome, texts) ? outcome : 'unreachable' })
  }
  return (
    <div className="em-test">
      <button type="button" className="em-button" disabled={isBusy} onClick={() => void send()}>
        {texts.send}
      </button>
      <p role="status">{said !== null && said.locale === locale && texts[said.word]}</p>
    </div>
  )
}

const isWord = (outcome: unknown, texts: TestTexts): outcome is keyof TestTexts =>
  typeof outcome === 'string' && outcome in texts
