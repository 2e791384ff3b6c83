'use client'

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { getJson, postJson } from '../ask-json.ts'
import type { TextReader } from '../client-texts.ts'
import { Mark } from '../marks.tsx'
import { translationMark } from '../translation-marks.ts'
import type { CellStory } from './cell-story.ts'
import type { MatrixRights } from './matrix-context.ts'
import type { MatrixColumn, MatrixRow, RowCell } from './matrix-rows.ts'

interface CellSheetProps {
  readonly row: MatrixRow
  readonly column: MatrixColumn
  readonly cell: RowCell
  readonly rights: MatrixRights | null
  readonly t: TextReader
  /** The cell it belongs to, and the box that it is placed in. */
  readonly anchor: HTMLElement | null
  readonly frame: HTMLElement | null
  readonly onClose: () => void
  readonly onChanged: () => void
}

/** Beside a cell: what changed, what readers see meanwhile, who answers for it, and what can be done. */
export function CellSheet(props: CellSheetProps) {
  const { row, column, cell, rights, t, anchor, frame, onClose, onChanged } = props
  const { collection, id } = row
  const { locale } = column
  const sheet = useRef<HTMLDivElement>(null)
  const [story, setStory] = useState<CellStory | 'reading' | 'unreachable'>('reading')
  useEffect(() => {
    sheet.current?.querySelector<HTMLElement>('footer a, footer button')?.focus()
    const stop = new AbortController()
    void getJson<CellStory>(`/api/translation/matrix/${collection}/${id}/${locale}`, stop.signal).then(
      (read) => stop.signal.aborted || setStory(read ?? 'unreachable'),
    )
    return () => stop.abort()
  }, [collection, id, locale])
  useLayoutEffect(() => {
    if (sheet.current !== null && anchor !== null && frame !== null) place(sheet.current, anchor, frame)
  })

  const change = async (what: 'assign' | 'wanted', data: object): Promise<void> => {
    const body = { items: [{ collection, id }], locales: [locale], ...data }
    const answer = await postJson(`/api/translation/matrix/${what}`, body)
    if (answer?.status === 200) onChanged()
    else setStory('unreachable')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }

  const { mark, tone } = translationMark[cell.state]
  const href = `/admin/translation/${collection}/${id}/${locale}`
  const mayTake = rights?.kind === 'take' && cell.isFree && rights.locales.includes(locale)
  return (
    <div
      ref={sheet}
      role="dialog"
      className="em-cell-sheet"
      aria-label={column.name}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header>
        <h3 title={column.endonym}>{column.name}</h3>
        <span className={`em-state em-state-${tone}`}>
          <Mark name={mark} tone={tone} size={14} />
          {t(`state.${cell.state}`)}
          {cell.state === 'outdated' && ` ${cell.outdated}`}
        </span>
        <button
          type="button"
          className="em-icon-button"
          aria-label={t('matrix.sheet.close')}
          onClick={onClose}
        >
          <Mark name="failed" tone="plain" size={14} />
        </button>
      </header>
      <div className="em-cell-sheet-story" aria-live="polite">
        {story === 'reading' && <p className="em-quiet">{t('matrix.sheet.loading')}</p>}
        {story === 'unreachable' && <p className="em-bad">{t('matrix.sheet.unreachable')}</p>}
        {typeof story === 'object' && <Story story={story} row={row} t={t} />}
      </div>
      <footer>
        {cell.state === 'unwanted' ? (
          rights?.kind === 'edit' && (
            <button
              type="button"
              className="em-button em-button-first"
              onClick={() => void change('wanted', { wanted: true })}
            >
              {t('matrix.sheet.want')}
            </button>
          )
        ) : (
          <a className="em-button em-button-first" href={href}>
            {typeof story === 'object' ? story.open : t('matrix.sheet.open.all')}
          </a>
        )}
        {mayTake && (
          <button
            type="button"
            className="em-button"
            onClick={() => void change('assign', { ownerId: rights.userId })}
          >
            {t('matrix.sheet.take')}
          </button>
        )}
      </footer>
    </div>
  )
}

const Story = ({
  story,
  row,
  t,
}: {
  readonly story: CellStory
  readonly row: MatrixRow
  readonly t: TextReader
}) => (
  <>
    <p>{story.sentences.join(' ')}</p>
    {story.changed.length > 0 && (
      <div className="em-cell-sheet-changed">
        <p className="em-quiet">{t('matrix.sheet.now')}</p>
        {story.changed.map((text) => (
          <blockquote key={text} lang={row.locale} dir={row.direction}>
            {text}
          </blockquote>
        ))}
      </div>
    )}
    {story.owner !== null && <p className={story.isLate ? 'em-late' : 'em-quiet'}>{story.owner}</p>}
  </>
)

const MARGIN_PX = 8

/** Below the cell, or above it where there is no room; never over the edge of its box. On a phone the style decides. */
function place(sheet: HTMLElement, anchor: HTMLElement, frame: HTMLElement): void {
  const [cell, box] = [anchor.getBoundingClientRect(), frame.getBoundingClientRect()]
  const isMirrored = getComputedStyle(frame).direction === 'rtl'
  const start = isMirrored ? box.right - cell.right : cell.left - box.left
  const most = box.width - sheet.offsetWidth - MARGIN_PX
  sheet.style.setProperty('--em-cell-sheet-start', `${Math.max(0, Math.min(start - MARGIN_PX, most))}px`)
  const below = cell.bottom + MARGIN_PX
  const isBelow = below + sheet.offsetHeight < window.innerHeight || cell.top < sheet.offsetHeight
  const top = isBelow ? below : cell.top - MARGIN_PX - sheet.offsetHeight
  sheet.style.setProperty('--em-cell-sheet-top', `${top - box.top}px`)
}
