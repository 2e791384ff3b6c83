'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { postJson } from '../ask-json.ts'
import { isSignedOut } from '../ask-server.ts'
import { faultsIn } from './faults-in.ts'
import type { PublicationTexts } from './publication-texts.ts'

interface CancelButtonProps {
  readonly path: string
  readonly texts: PublicationTexts
}

/** Gives up what is planned. It can be planned again, so nobody is asked twice. */
export function CancelButton({ path, texts }: CancelButtonProps) {
  const router = useRouter()
  const [said, setSaid] = useState('')
  const cancel = async (): Promise<void> => {
    setSaid(texts.working)
    const answer = await postJson(path)
    if (isSignedOut(answer)) return setSaid('')
    setSaid((answer === null ? [texts.unreachable] : faultsIn(answer)).join(' '))
    router.refresh()
  }
  return (
    <>
      <button type="button" className="em-button" onClick={() => void cancel()}>
        {texts.cancel}
      </button>
      <span role="status">{said}</span>
    </>
  )
}
