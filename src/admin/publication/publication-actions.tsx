'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { postJson } from '../ask-json.ts'
import { isSignedOut } from '../ask-server.ts'
import { faultsIn } from './faults-in.ts'
import type { PublicationTexts } from './publication-texts.ts'
import { SchedulePanel } from './schedule-panel.tsx'

interface PublicationActionsProps {
  readonly address: string
  /** Those that are chosen. */
  readonly locales: readonly string[]
  readonly texts: PublicationTexts
  readonly onDone: () => void
}

/** What can be done with the chosen languages. What the server refuses is said field by field. */
export function PublicationActions({ address, locales, texts, onDone }: PublicationActionsProps) {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [isPlanning, setPlanning] = useState(false)
  const [faults, setFaults] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')

  const ask = async (path: string, body: object): Promise<void> => {
    setBusy(true)
    setFaults([])
    setSaid(texts.working)
    const answer = await postJson(path, body)
    setBusy(false)
    if (isSignedOut(answer)) return setSaid('')
    const found = answer === null ? [texts.unreachable] : faultsIn(answer)
    setFaults(found)
    setSaid(found.length === 0 ? texts.done : '')
    if (found.length > 0) return
    setPlanning(false)
    onDone()
    router.refresh()
  }
  const isIdle = isBusy || locales.length === 0
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons, not a form.
    <div role="group" aria-label={texts.actions}>
      <div className="em-actions">
        <span className="em-quiet" id="em-chosen">
          {texts.chosen[locales.length]}
        </span>
        <button
          type="button"
          className="em-button em-button-first"
          disabled={isIdle}
          aria-describedby="em-chosen"
          onClick={() => void ask(address, { action: 'publish', locales })}
        >
          {texts.publish}
        </button>
        <button
          type="button"
          className="em-button"
          disabled={isIdle}
          aria-describedby="em-chosen"
          onClick={() => void ask(address, { action: 'unpublish', locales })}
        >
          {texts.takeBack}
        </button>
        <button
          type="button"
          className="em-button"
          disabled={isIdle}
          aria-describedby="em-chosen"
          aria-expanded={isPlanning}
          onClick={() => setPlanning(!isPlanning)}
        >
          {texts.schedule}
        </button>
        <span role="status">{said}</span>
      </div>
      {isPlanning && locales.length > 0 && (
        <SchedulePanel
          texts={texts}
          isBusy={isBusy}
          onPlan={(plan) => void ask(`${address}/schedule`, { ...plan, locales })}
          onClose={() => setPlanning(false)}
        />
      )}
      <div role="alert">
        {faults.length > 0 && (
          <ul className="em-note em-note-bad">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
