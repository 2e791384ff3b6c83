'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

import type { Locale } from '../../i18n/locales.ts'
import { askServer } from '../ask-server.ts'
import { type Texts, textReader } from '../client-texts.ts'

interface ForgetButtonProps {
  readonly id: number
  /** The source, so that a screen reader tells one button from another. */
  readonly about: string
  readonly texts: Texts
  readonly language: Locale
}

type Step = 'rest' | 'asking' | 'busy' | 'failed'

/** Takes one pair out of the memory, after asking once in place. */
export function ForgetButton({ id, about, texts, language }: ForgetButtonProps) {
  const t = textReader(texts, language)
  const router = useRouter()
  const [step, setStep] = useState<Step>('rest')
  const sure = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (step === 'asking') sure.current?.focus()
  }, [step])

  const forget = async (): Promise<void> => {
    setStep('busy')
    setStep((await isForgotten(id)) ? 'busy' : 'failed')
    router.refresh()
  }
  const leave = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') setStep('rest')
  }

  if (step === 'asking')
    return (
      // biome-ignore lint/a11y/useSemanticElements: a question in the page, not a form.
      <div className="em-ask" role="group" aria-label={t('memory.forget.ask')} onKeyDown={leave}>
        <p>{t('memory.forget.ask')}</p>
        <button ref={sure} type="button" className="em-button em-button-first" onClick={() => void forget()}>
          {t('memory.forget.sure')}
        </button>
        <button type="button" className="em-button" onClick={() => setStep('rest')}>
          {t('memory.forget.cancel')}
        </button>
      </div>
    )
  return (
    <>
      <button
        type="button"
        className="em-button"
        disabled={step === 'busy'}
        onClick={() => setStep('asking')}
      >
        {t('memory.forget')}
        <span className="em-sr"> {about}</span>
      </button>
      <p role="status">{step === 'failed' && t('memory.forget.failed')}</p>
    </>
  )
}

/** Also when somebody else was quicker. */
async function isForgotten(id: number): Promise<boolean> {
  try {
    const { status } = await askServer(`/api/translation/memory/${id}`, { method: 'DELETE' })
    return status === 200 || status === 404
  } catch {
    return false
  }
}
