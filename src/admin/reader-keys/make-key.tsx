'use client'

import { useRouter } from 'next/navigation'
import { useId, useRef, useState } from 'react'
import { postJson } from '../ask-json.ts'
import { isSignedOut } from '../ask-server.ts'
import { type Texts, textReader } from '../client-texts.ts'

interface MakeKeyProps {
  readonly consumerId: string
  readonly texts: Texts
  readonly language: string
}

/** Makes a key and shows it this once. */
export function MakeKey({ consumerId, texts, language }: MakeKeyProps) {
  const t = textReader(texts, language)
  const router = useRouter()
  const field = useId()
  const lastDay = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const make = async (): Promise<void> => {
    setBusy(true)
    setFault(null)
    const answer = await postJson(`/api/api-consumers/${consumerId}/keys`, {
      lastDay: lastDay.current?.value ?? '',
    })
    setBusy(false)
    if (isSignedOut(answer)) return
    const { key, message } = (answer?.body ?? {}) as { readonly key?: string; readonly message?: string }
    setMade(key ?? null)
    if (key === undefined) setFault(message ?? t('views.readerKeys.failed'))
    else router.refresh()
  }
  return (
    <div className="em-reader-key-make">
      <label htmlFor={field}>{t('views.readerKeys.lastDay')}</label>
      <input
        id={field}
        ref={lastDay}
        type="date"
        aria-describedby={`${field}-said`}
        aria-invalid={fault !== null}
      />
      <button type="button" className="em-button" disabled={isBusy} onClick={() => void make()}>
        {t('views.readerKeys.make')}
      </button>
      <div role="status" id={`${field}-said`}>
        {fault !== null && <p className="em-note em-note-warn">{fault}</p>}
        {made !== null && (
          <div className="em-note">
            <p>{t('views.readerKeys.once')}</p>
            <code dir="ltr">{made}</code>
            <button
              type="button"
              className="em-button"
              onClick={() => void navigator.clipboard.writeText(made)}
            >
              {t('views.readerKeys.copy')}
            </button>
          </div>
        )}
      </div>
    </div>
  )
}
