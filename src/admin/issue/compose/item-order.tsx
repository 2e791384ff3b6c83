import type { ValueWithRelation } from 'payload'
import { useEffect, useRef, useState } from 'react'

import type { Locale } from '../../../i18n/locales.ts'
import { textReader } from '../../client-texts.ts'
import { moved, nameOf } from './form-contents.ts'
import { OrderedItem } from './ordered-item.tsx'
import { useItemNames } from './use-item-names.ts'

interface ItemOrderProps {
  readonly items: readonly ValueWithRelation[]
  /** It can be read only. */
  readonly isLocked: boolean
  /** The form is being saved: what is done meanwhile would be lost. */
  readonly isBusy: boolean
  readonly kinds: Readonly<Record<string, string>>
  /** `{{at}} of {{number}}`. */
  readonly at: string
  readonly language: Locale
  readonly onChange: (items: readonly ValueWithRelation[]) => void
}

/** The items in their order. Each can be dragged, moved by a button and taken out; where it went is spoken. */
export function ItemOrder({ items, isLocked, isBusy, kinds, at, language, onChange }: ItemOrderProps) {
  const { titles, again } = useItemNames(items)
  const list = useRef<HTMLOListElement>(null)
  const dragged = useRef<number | null>(null)
  const toFocus = useRef<(() => HTMLElement | null | undefined) | null>(null)
  const [said, setSaid] = useState('')
  const t = textReader({ at }, language)
  const number = new Intl.NumberFormat(`${language}-u-nu-latn`)
  const titleOf = (item: ValueWithRelation): string =>
    titles.get(nameOf(item))?.title ?? kinds[item.relationTo] ?? ''

  // A button loses the focus when its row is put elsewhere in the page, or is gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows move when the items do
  useEffect(() => {
    toFocus.current?.()?.focus()
    toFocus.current = null
  }, [items])

  const move = (from: number, to: number, button: HTMLElement | null): void => {
    const item = items[from]
    const next = moved(items, from, to)
    if (isBusy || item === undefined || next === items || from === to) return
    toFocus.current = () => button
    setSaid(
      `${titleOf(item)}: ${t('at', { at: number.format(to + 1), number: number.format(items.length) })}`,
    )
    onChange(next)
  }
  const remove = (place: number): void => {
    if (isBusy) return
    const left = items.length - 1
    const field = list.current?.closest('.em-ordered')
    toFocus.current = () =>
      left > 0
        ? list.current?.children[Math.min(place, left - 1)]?.querySelector<HTMLElement>('[data-act="remove"]')
        : field?.querySelector<HTMLElement>('.rs__input')
    setSaid('')
    onChange(items.toSpliced(place, 1))
  }

  return (
    <>
      <p role="status" className="em-sr">
        {said}
      </p>
      <ol ref={list} className="em-order">
        {items.map((item, place) => (
          <OrderedItem
            // One that is there twice has two rows.
            key={`${nameOf(item)} ${items.slice(0, place).filter((other) => nameOf(other) === nameOf(item)).length}`}
            item={item}
            title={titleOf(item)}
            titleLocale={titles.get(nameOf(item))?.titleLocale ?? language}
            isFirst={place === 0}
            isLast={place === items.length - 1}
            isLocked={isLocked}
            onMove={(by, button) => move(place, place + by, button)}
            onRemove={() => remove(place)}
            onEdited={again}
            onDrag={(isOn) => {
              dragged.current = isOn ? place : null
            }}
            takesDrop={() => dragged.current !== null}
            onDrop={() => {
              if (dragged.current !== null) move(dragged.current, place, null)
              dragged.current = null
            }}
          />
        ))}
      </ol>
    </>
  )
}
