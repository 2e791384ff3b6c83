'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

import { postJson } from '../ask-json.ts'

interface ActionText {
  /** As the server's address names it. */
  readonly name: string
  readonly label: string
  /** Asked before it is done. Unset: it can be taken back, so it is done at once. */
  readonly sure?: string
  readonly needsReason?: boolean
}

interface RequestActionsProps {
  readonly requestId: string
  /** What the request is about, for those who only hear the buttons. */
  readonly about: string
  readonly actions: readonly ActionText[]
  readonly texts: Readonly<Record<'failed' | 'reason' | 'keep', string>>
}

const OK = 200

/** What a person can do with a request; asks once in place before something is ended. */
export function RequestActions({ requestId, about, actions, texts }: RequestActionsProps) {
  const router = useRouter()
  const [asking, setAsking] = useState<ActionText | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [objection, setObjection] = useState('')
  const reason = useRef<HTMLInputElement>(null)
  const sure = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asking !== null) (reason.current ?? sure.current)?.focus()
  }, [asking])

  const act = async ({ name }: ActionText): Promise<void> => {
    setBusy(true)
    const said = reason.current?.value.trim() ?? ''
    const answer = await postJson(`/api/translation/requests/${requestId}/${name}`, {
      reason: said === '' ? null : said,
    })
    setBusy(false)
    if (answer?.status !== OK) {
      const message = answer?.body.message
      setObjection(typeof message === 'string' ? message : texts.failed)
      return
    }
    setAsking(null)
    setObjection('')
    router.refresh()
  }
  const leave = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') setAsking(null)
  }

  return (
    <div className="em-request-actions">
      {asking === null ? (
        actions.map((action) => (
          <button
            key={action.name}
            type="button"
            className="em-button"
            disabled={isBusy}
            aria-label={`${action.label}: ${about}`}
            onClick={() => (action.sure === undefined ? void act(action) : setAsking(action))}
          >
            {action.label}
          </button>
        ))
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a question in the page, not a form.
        <div className="em-ask" role="group" aria-label={asking.sure} onKeyDown={leave}>
          <p>{asking.sure}</p>
          {asking.needsReason && (
            <label>
              <span>{texts.reason}</span>
              <input ref={reason} type="text" maxLength={500} required />
            </label>
          )}
          <button
            ref={sure}
            type="button"
            className="em-button em-button-first"
            disabled={isBusy}
            onClick={() => void act(asking)}
          >
            {asking.label}
          </button>
          <button type="button" className="em-button" onClick={() => setAsking(null)}>
            {texts.keep}
          </button>
        </div>
      )}
      <p role="status" className="em-bad">
        {objection}
      </p>
    </div>
  )
}
