import { memo } from 'react'

import type { TextReader } from '../client-texts.ts'
import { Mark } from '../marks.tsx'
import { translationMark } from '../translation-marks.ts'
import { FIRST_CELL } from './grid-keys.ts'
import type { MatrixColumn, MatrixRow, RowCell, Standing } from './matrix-rows.ts'

interface MatrixLineProps {
  readonly row: MatrixRow
  readonly index: number
  readonly columns: readonly MatrixColumn[]
  readonly t: TextReader
  readonly isSelected: boolean
  /** Where the Tab key enters the table. Null: in another row. */
  readonly activeColumn: number | null
  readonly openedColumn: number | null
  /** Null: nothing can be selected. */
  readonly onToggle: ((key: string) => void) | null
}

/** One item with its cells. Drawn again only when something of it changes. */
export const MatrixLine = memo(function MatrixLine({
  row,
  index,
  columns,
  t,
  isSelected,
  activeColumn,
  openedColumn,
  onToggle,
}: MatrixLineProps) {
  const { collection, id, about, title, locale, direction, cells, standing } = row
  const at = (column: number) => ({
    'data-place': `${index}:${column}`,
    tabIndex: activeColumn === column ? 0 : -1,
  })
  return (
    <tr aria-selected={onToggle === null ? undefined : isSelected}>
      <th scope="row" className="em-grid-item">
        <div>
          {onToggle !== null && (
            <input
              {...at(0)}
              type="checkbox"
              className="em-box"
              aria-label={t('matrix.select.item', { title })}
              checked={isSelected}
              onChange={() => onToggle(`${collection}/${id}`)}
            />
          )}
          <div>
            <small>{about}</small>
            <a
              {...at(1)}
              href={`/admin/collections/${collection}/${id}?locale=${locale}`}
              lang={locale}
              dir={direction}
            >
              {title}
            </a>
          </div>
        </div>
      </th>
      {columns.map(({ locale: into, name }, column) => (
        <td key={into} className="em-grid-column">
          <Cell
            cell={cells[column] ?? null}
            href={`/admin/translation/${collection}/${id}/${into}`}
            language={name}
            isOpened={openedColumn === column + FIRST_CELL}
            place={at(column + FIRST_CELL)}
            t={t}
          />
        </td>
      ))}
      <td className="em-grid-standing">
        <StandingCell standing={standing} t={t} />
      </td>
    </tr>
  )
})

interface CellProps {
  readonly cell: RowCell | null
  readonly href: string
  readonly language: string
  readonly isOpened: boolean
  readonly place: { readonly 'data-place': string; readonly tabIndex: number }
  readonly t: TextReader
}

/** What a cell is called: `German: Outdated 3`. */
function cellName(language: string, { state, outdated }: RowCell, t: TextReader): string {
  const word = t(`state.${state}`)
  return t('matrix.cell', { language, state: state === 'outdated' ? `${word} ${outdated}` : word })
}

function Cell({ cell, href, language, isOpened, place, t }: CellProps) {
  if (cell === null) return <span {...place} className="em-cell" />
  const { mark, tone } = translationMark[cell.state]
  const inside = (
    <>
      <Mark name={mark} tone={tone} size={18} />
      {cell.state === 'outdated' && <b aria-hidden="true">{cell.outdated}</b>}
      <span className="em-sr">{cellName(language, cell, t)}</span>
    </>
  )
  if (cell.state === 'source')
    return (
      <span {...place} className="em-cell">
        {inside}
      </span>
    )
  return (
    <a {...place} href={href} className="em-cell" aria-haspopup="dialog" aria-expanded={isOpened}>
      {inside}
    </a>
  )
}

function StandingCell({ standing, t }: { readonly standing: Standing; readonly t: TextReader }) {
  if (standing.kind === 'none') return null
  if (standing.kind !== 'open')
    return <span className="em-quiet">{t(`matrix.standing.${standing.kind}`)}</span>
  const { owner, initials, others, due, isLate } = standing
  return (
    <div className="em-standing-of">
      {owner !== null && (
        <span className="em-initials" aria-hidden="true">
          {initials}
        </span>
      )}
      <div>
        {owner === null ? (
          <span className="em-quiet">{t('matrix.standing.noOwner')}</span>
        ) : (
          <bdi>{owner}</bdi>
        )}
        {others > 0 && (
          <>
            {' '}
            <span className="em-quiet">{t('matrix.standing.others', { count: others, number: others })}</span>
          </>
        )}
        <span className={isLate ? 'em-late' : 'em-quiet'}>{due ?? t('matrix.standing.noDeadline')}</span>
      </div>
    </div>
  )
}
