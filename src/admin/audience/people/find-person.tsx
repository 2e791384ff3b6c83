'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'

import type { Locale } from '../../../i18n/locales.ts'
import { postJson } from '../../ask-json.ts'
import { type Texts, textReader } from '../../client-texts.ts'

interface FindPersonProps {
  readonly texts: Texts
  readonly language: Locale
}

const FOUND = 200

/** Opens the person with an address. It travels in the body: an address in an address bar stays in histories and logs. */
export function FindPerson({ texts, language }: FindPersonProps) {
  const t = textReader(texts, language)
  const router = useRouter()
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)

  const find = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const email = new FormData(event.currentTarget).get('email')
    setBusy(true)
    setSaid('')
    const answer = await postJson('/api/audience/people/find', { email })
    setBusy(false)
    const { id, message } = answer?.body ?? {}
    if (answer?.status === FOUND && typeof id === 'string') router.push(`/admin/audience/people/${id}`)
    else setSaid(typeof message === 'string' ? message : t('people.failed'))
  }
  return (
    // Without a script it is posted too, so that the address never becomes part of a URL.
    <form
      className="em-filters em-people-find"
      method="post"
      action="/api/audience/people/find"
      onSubmit={(event) => void find(event)}
    >
      <label>
        <span>{t('people.find')}</span>
        <input
          name="email"
          type="text"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          required
          className="em-input"
          aria-describedby="people-find-said"
        />
      </label>
      <button type="submit" className="em-button" disabled={isBusy}>
        {t('people.find.button')}
      </button>
      <p id="people-find-said" role="status">
        {said}
      </p>
    </form>
  )
}
