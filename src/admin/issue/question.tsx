'use client'

import { type KeyboardEvent, useEffect, useRef } from 'react'

interface QuestionProps {
  readonly ask: string
  readonly sure: string
  readonly keep: string
  readonly onSure: () => void
  readonly onKeep: () => void
}

/** Asks once in place, where something cannot be taken back. The focus is on the answer; Escape leaves it. */
export function Question({ ask, sure, keep, onSure, onKeep }: QuestionProps) {
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const leave = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') onKeep()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question in the page, not a form.
    <div className="em-ask" role="group" aria-label={ask} onKeyDown={leave}>
      <p>{ask}</p>
      <button ref={first} type="button" className="em-button em-button-first" onClick={onSure}>
        {sure}
      </button>
      <button type="button" className="em-button" onClick={onKeep}>
        {keep}
      </button>
    </div>
  )
}
