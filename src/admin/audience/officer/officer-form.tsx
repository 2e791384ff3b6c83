'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useState } from 'react'

import { askOfficially } from './ask-officially.ts'

interface OfficerFormProps {
  /** Where the fields go, as JSON. */
  readonly path: string
  readonly label: string
  readonly submit: string
  readonly texts: { readonly failed: string; readonly saved: string }
  /** Where the answer leads when it names the hash of an address, without that hash. Unset: it stays here. */
  readonly goTo?: string
  /** Its fields. */
  readonly children: ReactNode
}

/** A form whose answer is said beside its button. What was wrong leaves the fields as they were typed. */
export function OfficerForm({ path, label, submit, texts, goTo, children }: OfficerFormProps) {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    setBusy(true)
    const { isDone, message, name, addressKey } = await askOfficially(
      path,
      Object.fromEntries(new FormData(form)),
    )
    setBusy(false)
    setSaid(name === null ? (message ?? texts.failed) : texts.saved.replace('{{name}}', name))
    if (!isDone) return
    form.reset()
    if (goTo !== undefined && addressKey !== null) router.push(`${goTo}${addressKey}`)
    else router.refresh()
  }
  return (
    <form className="em-officer-form" aria-label={label} onSubmit={(event) => void send(event)}>
      {children}
      <div className="em-officer-do">
        <button type="submit" className="em-button em-button-first" disabled={isBusy}>
          {submit}
        </button>
        <p role="status">{said}</p>
      </div>
    </form>
  )
}
