'use client'

import { useRouter } from 'next/navigation'
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react'

import type { Locale } from '../../i18n/locales.ts'
import type { TranslationPerson } from '../../translation/matrix/people.ts'
import { type Texts, textReader } from '../client-texts.ts'
import { BulkBar } from './bulk-bar.tsx'
import { CellSheet } from './cell-sheet.tsx'
import { GridHead } from './grid-head.tsx'
import { FIRST_CELL, nextPlace, type Place } from './grid-keys.ts'
import type { MatrixRights } from './matrix-context.ts'
import { MatrixLine } from './matrix-line.tsx'
import { type MatrixColumn, type MatrixRow, rowKey } from './matrix-rows.ts'

interface MatrixGridProps {
  readonly language: Locale
  readonly texts: Texts
  /** Null: only read. */
  readonly rights: MatrixRights | null
  readonly people: readonly TranslationPerson[]
  readonly columns: readonly MatrixColumn[]
  readonly rows: readonly MatrixRow[]
}

/** The table with one place in the order of the Tab key: inside it arrows move, Enter opens and Space selects. */
export function MatrixGrid({ language, texts, rights, people, columns, rows }: MatrixGridProps) {
  const router = useRouter()
  const t = useMemo(() => textReader(texts, language), [texts, language])
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState<Place>({ row: 0, column: FIRST_CELL })
  const [opened, setOpened] = useState<Place | null>(null)
  const frame = useRef<HTMLDivElement>(null)

  const elementAt = ({ row, column }: Place): HTMLElement | null =>
    frame.current?.querySelector(`[data-place="${row}:${column}"]`) ?? null
  const toggle = useCallback((key: string): void => {
    setSelected((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  }, [])
  const close = (): void => {
    if (opened !== null) elementAt(opened)?.focus()
    setOpened(null)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = placeOf(event.target)
    const row = at === null ? undefined : rows[at.row]
    if (at === null || row === undefined) return
    if (event.key === ' ' && at.column > 0) {
      event.preventDefault()
      if (rights !== null) toggle(rowKey(row))
      return
    }
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl'
    const size = { rows: rows.length, columns: columns.length + FIRST_CELL }
    const next = nextPlace(at, event, size, isMirrored)
    if (next === null) return
    event.preventDefault()
    setActive(next)
    elementAt(next)?.focus()
  }
  const onClick = (event: MouseEvent): void => {
    const at = placeOf(event.target)
    // With a key held, the link leads to the editor in another tab as every link does.
    if (at === null || at.column < FIRST_CELL || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (!isCell(rows[at.row]?.cells[at.column - FIRST_CELL]?.state)) return
    event.preventDefault()
    setActive(at)
    setOpened(opened?.row === at.row && opened.column === at.column ? null : at)
  }

  const openedRow = opened === null ? undefined : rows[opened.row]
  const openedColumn = opened === null ? undefined : columns[opened.column - FIRST_CELL]
  const openedCell = opened === null ? null : (openedRow?.cells[opened.column - FIRST_CELL] ?? null)
  return (
    <div className="em-grid" ref={frame}>
      <p id="em-grid-keys" className="em-sr">
        {t('matrix.keys')}
      </p>
      <div className="em-grid-scroll">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table in which arrow keys move is a grid.
          role="grid"
          className="em-grid-table"
          style={{ '--em-columns': columns.length } as CSSProperties}
          aria-label={t('matrix.table')}
          aria-describedby="em-grid-keys"
          aria-multiselectable={rights !== null}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onFocus={({ target }) => {
            const at = placeOf(target)
            if (at !== null) setActive(at)
          }}
        >
          <GridHead
            columns={columns}
            t={t}
            isAllSelected={rows.every((row) => selected.has(rowKey(row)))}
            onSelectAll={
              rights === null
                ? null
                : (isAll) => setSelected(new Set(isAll ? rows.map((row) => rowKey(row)) : []))
            }
          />
          <tbody>
            {rows.map((row, index) => (
              <MatrixLine
                key={rowKey(row)}
                row={row}
                index={index}
                columns={columns}
                t={t}
                isSelected={selected.has(rowKey(row))}
                activeColumn={active.row === index ? active.column : null}
                openedColumn={opened?.row === index ? opened.column : null}
                onToggle={rights === null ? null : toggle}
              />
            ))}
          </tbody>
        </table>
      </div>
      {opened !== null && openedRow !== undefined && openedColumn !== undefined && openedCell !== null && (
        <CellSheet
          key={`${rowKey(openedRow)}/${openedColumn.locale}`}
          row={openedRow}
          column={openedColumn}
          cell={openedCell}
          rights={rights}
          t={t}
          anchor={elementAt(opened)}
          frame={frame.current}
          onClose={close}
          onChanged={() => {
            close()
            router.refresh()
          }}
        />
      )}
      {rights !== null && selected.size > 0 && (
        <BulkBar
          rows={rows.filter((row) => selected.has(rowKey(row)))}
          columns={columns}
          rights={rights}
          people={people}
          language={language}
          t={t}
          onClear={() => {
            setSelected(new Set())
            elementAt(active)?.focus()
          }}
          onChanged={() => router.refresh()}
        />
      )}
    </div>
  )
}

/** Whether there is a translation behind it. */
const isCell = (state: string | undefined): boolean => state !== undefined && state !== 'source'

function placeOf(target: EventTarget): Place | null {
  if (!(target instanceof Element)) return null
  const place = target.closest<HTMLElement>('[data-place]')?.dataset.place
  if (place === undefined) return null
  const [row = 0, column = 0] = place.split(':').map(Number)
  return { row, column }
}
