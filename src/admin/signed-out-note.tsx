'use client'

import { useEffect, useState } from 'react'

import { onSignedOut } from './ask-server.ts'

interface SignedOutNoteProps {
  readonly texts: { readonly said: string; readonly signIn: string }
}

/** Says that somebody's login is over, and lets them sign in again beside what they have written. */
export function SignedOutNote({ texts }: SignedOutNoteProps) {
  const [isOut, setOut] = useState(false)
  useEffect(() => onSignedOut(setOut), [])
  return (
    <div role="alert">
      {isOut && (
        <p className="em-note em-note-bad em-signed-out">
          {texts.said}{' '}
          <a href="/admin/login" target="_blank" rel="noreferrer" onClick={() => setOut(false)}>
            {texts.signIn}
          </a>
        </p>
      )}
    </div>
  )
}
