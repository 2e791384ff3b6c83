import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

interface AskButtonProps {
  readonly label: string
  /** Asked in place before it is done. */
  readonly question: string
  readonly keep: string
  readonly isBusy: boolean
  readonly isFirst?: boolean
  readonly onSure: () => void
}

/** A button that asks once before it does something that people will notice. */
export function AskButton({ label, question, keep, isBusy, isFirst = false, onSure }: AskButtonProps) {
  const [isAsking, setAsking] = useState(false)
  const sure = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAsking) sure.current?.focus()
  }, [isAsking])
  const leave = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') setAsking(false)
  }
  if (!isAsking)
    return (
      <button
        type="button"
        className={isFirst ? 'em-button em-button-first' : 'em-button'}
        disabled={isBusy}
        onClick={() => setAsking(true)}
      >
        {label}
      </button>
    )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question in the page, not a form.
    <div className="em-ask" role="group" aria-label={question} onKeyDown={leave}>
      <p>{question}</p>
      <button
        ref={sure}
        type="button"
        className="em-button em-button-first"
        disabled={isBusy}
        onClick={() => {
          setAsking(false)
          onSure()
        }}
      >
        {label}
      </button>
      <button type="button" className="em-button" onClick={() => setAsking(false)}>
        {keep}
      </button>
    </div>
  )
}
