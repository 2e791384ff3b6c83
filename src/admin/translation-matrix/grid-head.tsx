import type { TextReader } from '../client-texts.ts'
import type { MatrixColumn } from './matrix-rows.ts'

interface GridHeadProps {
  readonly columns: readonly MatrixColumn[]
  readonly t: TextReader
  readonly isAllSelected: boolean
  /** Null: nothing can be selected. */
  readonly onSelectAll: ((isAll: boolean) => void) | null
}

/** Names the columns, and says how much of each language is in step. */
export const GridHead = ({ columns, t, isAllSelected, onSelectAll }: GridHeadProps) => (
  <thead>
    <tr>
      <th scope="col" className="em-grid-item">
        <div>
          {onSelectAll !== null && (
            <input
              type="checkbox"
              className="em-box"
              aria-label={t('matrix.select.all')}
              checked={isAllSelected}
              onChange={({ target }) => onSelectAll(target.checked)}
            />
          )}
          {t('matrix.head.item')}
        </div>
      </th>
      {columns.map(({ locale, name, endonym, percent }) => (
        <th key={locale} scope="col" className="em-grid-column" title={endonym}>
          <b aria-hidden="true">{locale}</b>
          <span className="em-sr">{name}</span>
          <small>{percent}</small>
        </th>
      ))}
      <th scope="col" className="em-grid-standing">
        {t('matrix.head.standing')}
      </th>
    </tr>
  </thead>
)
