import type { ReactNode } from 'react'

import { type Shown, SMALLEST_CELL } from '../../../audience/numbers/small-cells.ts'
import type { NumbersContext } from './numbers-context.ts'

export interface PeopleRow {
  readonly key: string
  readonly label: ReactNode
  readonly people: Shown
}

interface PeopleBarsProps {
  readonly title: string
  /** What the first column names. */
  readonly of: string
  readonly rows: readonly PeopleRow[]
  readonly context: NumbersContext
}

/** Before the rest is folded away. */
const FIRST_ROWS = 10

/** Numbers of people as bars on one scale, each with its number beside it. */
export function PeopleBars({ title, of, rows, context }: PeopleBarsProps) {
  const { t } = context
  const scale = Math.max(...rows.map(({ people }) => people ?? 0), SMALLEST_CELL)
  const rest = rows.slice(FIRST_ROWS)
  const table = (some: readonly PeopleRow[]) => (
    <table className="em-bars em-audience-bars em-audience-drawn" aria-label={title}>
      <colgroup>
        <col className="em-audience-name" />
        <col />
        <col className="em-audience-number" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          <th scope="col" colSpan={2} className="em-end">
            {t('numbers.people')}
          </th>
        </tr>
      </thead>
      <tbody>
        {some.map((row) => (
          <Row key={row.key} row={row} scale={scale} context={context} />
        ))}
      </tbody>
    </table>
  )
  return (
    <section className="em-section">
      <h3>{title}</h3>
      {rows.length === 0 ? <p className="em-empty">{t('numbers.none')}</p> : table(rows.slice(0, FIRST_ROWS))}
      {rest.length > 0 && (
        <details className="em-audience-rest">
          <summary>{t('numbers.more', { number: context.number(rest.length) })}</summary>
          {table(rest)}
        </details>
      )}
    </section>
  )
}

interface RowProps {
  readonly row: PeopleRow
  readonly scale: number
  readonly context: NumbersContext
}

/** A bar whose number is kept back is hatched and always as long: its length tells nothing. */
function Row({ row: { label, people }, scale, context }: RowProps) {
  const share = ((people ?? SMALLEST_CELL / 2) / scale) * 100
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="em-audience-bar" aria-hidden="true">
        {people !== 0 && (
          <div className="em-bar" style={{ inlineSize: `${share}%` }}>
            <i className={people === null ? 'em-fill em-fill-moving' : 'em-fill'} style={{ flexGrow: 1 }} />
          </div>
        )}
      </td>
      <td className={people === 0 ? 'em-end em-quiet' : 'em-end'}>{context.people(people)}</td>
    </tr>
  )
}
