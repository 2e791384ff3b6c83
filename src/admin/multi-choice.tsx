import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'

import type { OfferedValue } from './offered-values.ts'

/** From so many values on they can be searched. */
const MANY = 12

interface MultiChoiceProps {
  readonly offered: readonly OfferedValue[]
  /** Ids. */
  readonly chosen: readonly string[]
  readonly texts: {
    readonly label: string
    /** Said while nothing is chosen. */
    readonly choose: string
    readonly search: string
    /** Said where nothing is offered. */
    readonly none: string
  }
  readonly onChange: (chosen: readonly string[]) => void
}

/** Any number of values, below a button that names those chosen. */
export function MultiChoice({ offered, chosen, texts, onChange }: MultiChoiceProps) {
  const drop = useRef<HTMLDetailsElement>(null)
  const [search, setSearch] = useState('')
  const named = offered.filter(({ id }) => chosen.includes(id))
  const shown = offered.filter(({ label }) => contains(label, search))

  const choose = (id: string, isChosen: boolean): void =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id))
  const close = (): void => drop.current?.removeAttribute('open')
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
    drop.current?.querySelector('summary')?.focus()
  }
  const closeBehind = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && drop.current?.contains(relatedTarget) !== true) close()
  }

  // A click on what cannot have the focus takes none away from here.
  useEffect(() => {
    const closeElsewhere = ({ target }: PointerEvent): void => {
      if (target instanceof Node && drop.current?.contains(target) === false)
        drop.current.removeAttribute('open')
    }
    document.addEventListener('pointerdown', closeElsewhere)
    return () => document.removeEventListener('pointerdown', closeElsewhere)
  }, [])

  return (
    <details className="em-drop em-values" ref={drop} onKeyDown={leave} onBlur={closeBehind}>
      <summary className="em-select">
        <span className="em-sr">{texts.label}: </span>
        {named.length === 0 ? texts.choose : <ChosenNames values={named} />}
      </summary>
      <div className="em-drop-sheet">
        {offered.length >= MANY && (
          <input
            type="search"
            className="em-input"
            aria-label={texts.search}
            placeholder={texts.search}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
            // Enter would save the form around it.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        )}
        {offered.length === 0 && <p>{texts.none}</p>}
        <fieldset>
          <legend className="em-sr">{texts.label}</legend>
          {shown.map(({ id, label, lang }) => (
            <label key={id} className="em-check">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ target }) => choose(id, target.checked)}
              />
              <bdi lang={lang || undefined}>{label}</bdi>
            </label>
          ))}
        </fieldset>
      </div>
    </details>
  )
}

export const ChosenNames = ({ values }: { readonly values: readonly OfferedValue[] }) => (
  <span className="em-values-names">
    {values.map(({ id, label, lang }, at) => (
      <span key={id}>
        {at > 0 && ' · '}
        <bdi lang={lang || undefined}>{label}</bdi>
      </span>
    ))}
  </span>
)

/** Without regard to case and accents. */
const contains = (label: string, search: string): boolean => plain(label).includes(plain(search.trim()))

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
