import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'

import type { Building } from './building.ts'
import type { DraftRow, ListAbout } from './draft.ts'
import type { OfferedValue } from './offers.ts'

/** From so many values on they can be searched. */
const MANY = 12

interface ValueChoiceProps {
  readonly row: DraftRow
  readonly about: ListAbout
  readonly building: Building
}

/** One or more values of a list, below a button that names those chosen. */
export function ValueChoice({ row, about, building: { t, offers, isReadOnly, change } }: ValueChoiceProps) {
  const drop = useRef<HTMLDetailsElement>(null)
  const [search, setSearch] = useState('')
  const gone: readonly OfferedValue[] = row.values
    .filter((id) => !offers[about].some((value) => value.id === id))
    .map((id) => ({ id, label: t('segment.values.gone'), lang: '' }))
  const offered = [...gone, ...offers[about]]
  const chosen = offered.filter(({ id }) => row.values.includes(id))
  const shown = offered.filter(({ label }) => contains(label, search))

  const choose = (id: string, isChosen: boolean): void =>
    change({ ...row, values: isChosen ? [...row.values, id] : row.values.filter((each) => each !== id) })
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

  if (isReadOnly) return <ChosenNames values={chosen} />
  return (
    <details className="em-drop em-values" ref={drop} onKeyDown={leave} onBlur={closeBehind}>
      <summary className="em-select">
        <span className="em-sr">{t('segment.values')}: </span>
        {chosen.length === 0 ? t('segment.values.choose') : <ChosenNames values={chosen} />}
      </summary>
      <div className="em-drop-sheet">
        {offered.length >= MANY && (
          <input
            type="search"
            className="em-input"
            aria-label={t('segment.values.search')}
            placeholder={t('segment.values.search')}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
            // Enter would save the segment.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        )}
        {offered.length === 0 && <p>{t('segment.values.none')}</p>}
        <fieldset>
          <legend className="em-sr">{t('segment.values')}</legend>
          {shown.map(({ id, label, lang }) => (
            <label key={id} className="em-check">
              <input
                type="checkbox"
                checked={row.values.includes(id)}
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

const ChosenNames = ({ values }: { readonly values: readonly OfferedValue[] }) => (
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
