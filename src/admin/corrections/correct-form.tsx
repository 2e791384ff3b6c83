'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'

import { postJson } from '../ask-json.ts'
import { isSignedOut } from '../ask-server.ts'

export interface CorrectFormTexts {
  readonly legend: string
  readonly corrected: string
  readonly withdrawn: string
  readonly languages: string
  /** With `%` for the language. */
  readonly reason: string
  readonly hint: string
  readonly publishesDraft: string
  readonly submit: Readonly<Record<Kind, string>>
  readonly confirm: string
  readonly done: string
  readonly faults: Readonly<Record<string, string>>
  readonly unreachable: string
}

type Kind = 'corrected' | 'withdrawn'

interface CorrectFormProps {
  readonly address: string
  /** Those in which the item is public. */
  readonly locales: readonly {
    readonly locale: string
    readonly name: string
    readonly direction: 'ltr' | 'rtl'
  }[]
  /** Characters. */
  readonly most: number
  readonly texts: CorrectFormTexts
}

const CREATED = 201

/** Says once what was wrong, in each language, and has it put right or taken away everywhere. */
export function CorrectForm({ address, locales, most, texts }: CorrectFormProps) {
  const router = useRouter()
  const id = useId()
  const [kind, setKind] = useState<Kind>('corrected')
  const [chosen, setChosen] = useState<readonly string[]>(locales.map(({ locale }) => locale))
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const [publishesDraft, setPublishesDraft] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<{ readonly text: string; readonly locale: string | null } | null>(null)
  const [said, setSaid] = useState('')

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (kind === 'withdrawn' && !window.confirm(texts.confirm)) return
    setBusy(true)
    setSaid('')
    const answer = await postJson(address, { kind, locales: chosen, reasons, publishesDraft })
    setBusy(false)
    if (isSignedOut(answer)) return setFault(null)
    if (answer?.status !== CREATED) {
      const { error, locale } = answer?.body ?? {}
      setFault({
        text: texts.faults[String(error)] ?? texts.unreachable,
        locale: typeof locale === 'string' ? locale : null,
      })
      return
    }
    setFault(null)
    setReasons({})
    setSaid(texts.done)
    router.refresh()
  }

  return (
    <form className="em-correct" onSubmit={(event) => void submit(event)}>
      <fieldset>
        <legend>{texts.legend}</legend>
        {(['corrected', 'withdrawn'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name={`${id}-kind`} checked={kind === each} onChange={() => setKind(each)} />{' '}
            {texts[each]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{texts.languages}</legend>
        {locales.map(({ locale, name, direction }) => {
          const isChosen = chosen.includes(locale)
          const isAtFault = fault?.locale === locale
          return (
            <div key={locale} className="em-correct-language">
              <label>
                <input
                  type="checkbox"
                  checked={isChosen}
                  onChange={() =>
                    setChosen(isChosen ? chosen.filter((each) => each !== locale) : [...chosen, locale])
                  }
                />{' '}
                <span lang={locale} dir={direction}>
                  {name}
                </span>
              </label>
              {isChosen && (
                <>
                  <label className="em-sr" htmlFor={`${id}-${locale}`}>
                    {texts.reason.replace('%', name)}
                  </label>
                  <textarea
                    id={`${id}-${locale}`}
                    className="em-input"
                    lang={locale}
                    dir={direction}
                    rows={2}
                    maxLength={most}
                    required
                    aria-invalid={isAtFault}
                    aria-describedby={`${id}-hint${isAtFault ? ` ${id}-fault` : ''}`}
                    value={reasons[locale] ?? ''}
                    onChange={({ target }) => setReasons({ ...reasons, [locale]: target.value })}
                  />
                </>
              )}
            </div>
          )
        })}
        <small id={`${id}-hint`}>{texts.hint}</small>
      </fieldset>
      {kind === 'corrected' && (
        <label>
          <input
            type="checkbox"
            checked={publishesDraft}
            onChange={({ target }) => setPublishesDraft(target.checked)}
          />{' '}
          {texts.publishesDraft}
        </label>
      )}
      <div className="em-actions">
        <button type="submit" className="em-button em-button-first" disabled={isBusy || chosen.length === 0}>
          {texts.submit[kind]}
        </button>
        <span role="status">{said}</span>
      </div>
      <div role="alert" id={`${id}-fault`}>
        {fault !== null && <p className="em-note em-note-bad">{fault.text}</p>}
      </div>
    </form>
  )
}
