'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'

import type { Locale } from '../../../i18n/locales.ts'
import { postJson } from '../../ask-json.ts'
import { type Texts, textReader } from '../../client-texts.ts'

export type ActionName = 'address' | 'export' | 'suppress' | 'erase' | 'leave'

interface PersonActionProps {
  readonly name: ActionName
  readonly personId: string
  /** Said besides to those who only hear the button. */
  readonly about?: string
  readonly newsletterId?: string
  readonly texts: Texts
  readonly language: Locale
}

/** What the officer has to say with it, as the server's field is called. */
const fields = {
  address: 'purpose',
  export: 'purpose',
  suppress: 'note',
  erase: 'note',
  leave: null,
} as const satisfies Readonly<Record<ActionName, 'purpose' | 'note' | null>>

const OK = 200

/** One thing that an officer does with a person: asked for in place, and carried out only then. */
export function PersonAction({ name, personId, about, newsletterId, texts, language }: PersonActionProps) {
  const t = textReader(texts, language)
  const router = useRouter()
  const [step, setStep] = useState<'rest' | 'asking' | 'busy' | 'done'>('rest')
  const [objection, setObjection] = useState('')
  // Until the page is left: it is nowhere else, neither in the page's source nor in its address.
  const [address, setAddress] = useState('')
  const first = useRef<HTMLInputElement & HTMLButtonElement>(null)
  const field = fields[name]
  useEffect(() => {
    if (step === 'asking') first.current?.focus()
  }, [step])

  const act = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const said = field === null ? {} : { [field]: new FormData(event.currentTarget).get(field) }
    setStep('busy')
    const answer = await postJson(`/api/audience/people/${personId}/${name}`, { ...said, newsletterId })
    if (answer?.status !== OK) {
      const message = answer?.body.message
      setObjection(typeof message === 'string' ? message : t('person.failed'))
      setStep('asking')
      return
    }
    setObjection('')
    setStep('done')
    if (name === 'address') setAddress(String(answer.body.email))
    if (name === 'export') keepAsFile(answer.body, `person-${personId}.json`)
    if (name === 'erase') router.push('/admin/audience/people')
    else router.refresh()
  }
  const leave = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') setStep('rest')
  }

  if (address !== '')
    return (
      <p className="em-person-address" role="status">
        <b dir="ltr">{address}</b>
      </p>
    )
  if (step === 'rest' || step === 'done')
    return (
      <>
        <button type="button" className="em-button" onClick={() => setStep('asking')}>
          {t(`person.${name}`)}
          {about !== undefined && <span className="em-sr"> {about}</span>}
        </button>
        <p role="status" className="em-sr">
          {step === 'done' && t('person.done')}
        </p>
      </>
    )
  return (
    <form
      className="em-ask em-person-ask"
      aria-label={t(`person.${name}`)}
      onSubmit={(event) => void act(event)}
      onKeyDown={leave}
    >
      <p>{t(`person.${name}.ask`)}</p>
      {field !== null && (
        <label>
          <span>{t(`person.${field}`)}</span>
          <input
            ref={first}
            name={field}
            type="text"
            minLength={3}
            maxLength={500}
            required
            aria-describedby={`${name}-objection`}
          />
        </label>
      )}
      <button
        ref={field === null ? first : undefined}
        type="submit"
        className="em-button em-button-first"
        disabled={step === 'busy'}
      >
        {t(`person.${name}`)}
      </button>
      <button type="button" className="em-button" onClick={() => setStep('rest')}>
        {t('person.keep')}
      </button>
      <p id={`${name}-objection`} role="status" className="em-bad">
        {objection}
      </p>
    </form>
  )
}

/** Hands the answer to the person's own device, without an address of ours that would show it again. */
function keepAsFile(data: unknown, name: string): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
