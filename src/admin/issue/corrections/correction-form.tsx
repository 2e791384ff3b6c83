'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'

import { postJson } from '../../ask-json.ts'
import { isSignedOut } from '../../ask-server.ts'

type Word = 'published' | 'nothing-new' | 'too-long' | 'unreachable'

interface CorrectionFormProps {
  readonly issueId: string
  readonly locale: string
  /** What stands there now. Empty: nothing. */
  readonly standing: string
  readonly texts: Readonly<Record<Word | 'note' | 'hint' | 'publish', string>>
}

const CREATED = 201

/** Puts a word above a web edition, or takes it back. */
export function CorrectionForm({ issueId, locale, standing, texts }: CorrectionFormProps) {
  const router = useRouter()
  const id = useId()
  const [note, setNote] = useState(standing)
  const [said, setSaid] = useState<Word | 'busy' | null>(null)

  const publish = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSaid('busy')
    const answer = await postJson(`/api/issues/${issueId}/corrections`, { locale, note })
    if (isSignedOut(answer)) return setSaid(null)
    setSaid(answer?.status === CREATED ? 'published' : objectionOf(answer?.body.error))
    if (answer?.status === CREATED) router.refresh()
  }
  return (
    <form className="em-correction" onSubmit={(event) => void publish(event)}>
      <label htmlFor={id}>{texts.note}</label>
      <textarea
        id={id}
        className="em-input"
        lang={locale}
        dir="auto"
        rows={3}
        aria-describedby={`${id}-hint`}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <small id={`${id}-hint`}>{texts.hint}</small>
      <div className="em-actions">
        <button type="submit" className="em-button" disabled={said === 'busy'}>
          {texts.publish}
        </button>
        <p role="status">{said !== null && said !== 'busy' && texts[said]}</p>
      </div>
    </form>
  )
}

const objectionOf = (error: unknown): Word =>
  error === 'nothing-new' || error === 'too-long' ? error : 'unreachable'
