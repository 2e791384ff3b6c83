import type { ReactNode } from 'react'

import { type Results, resultColumns } from '../../../audience/numbers/issue-results.ts'
import { shownResults } from '../../../audience/numbers/shown-results.ts'
import { type Shown, SMALLEST_CELL } from '../../../audience/numbers/small-cells.ts'
import { ScrollArea } from '../../scroll-area.tsx'
import type { ViewContext } from '../../view-context.ts'

interface ResultRow extends Results {
  readonly key: string
  readonly label: ReactNode
}

interface ResultTableProps {
  readonly title: string
  /** What the first column names. */
  readonly of: string
  readonly rows: readonly ResultRow[]
  /** Whether numbers of very few people are shown too. */
  readonly seesAll: boolean
  /** Whether the view tells of all of them how many mails were accepted. */
  readonly areMailsKnown: boolean
  readonly note?: string
  readonly context: ViewContext
}

/** Results as bars of those accepted on one scale, and all numbers beside them. Of very few people no number is told. */
export function ResultTable({
  title,
  of,
  rows,
  seesAll,
  areMailsKnown,
  note,
  context: { t, number },
}: ResultTableProps) {
  const shown = shownResults(rows, { seesAll, areMailsKnown })
  const scale = Math.max(...shown.map(({ accepted }) => accepted ?? SMALLEST_CELL), 1)
  const told = (people: Shown): string => (people === null ? t('views.results.kept') : number(people))
  return (
    <section className="em-section" aria-label={title}>
      <h3>{title}</h3>
      {note !== undefined && <p className="em-quiet">{note}</p>}
      <ScrollArea label={title}>
        <table className="em-bars">
          <thead>
            <tr>
              <th scope="col">{of}</th>
              <td className="em-bars-bar" />
              {resultColumns.map((column) => (
                <th key={column} scope="col" className="em-end">
                  {t(column === 'accepted' ? 'views.results.accepted' : `views.send.returns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label }, index) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>
                  <Bar people={shown[index]?.accepted ?? null} scale={scale} />
                </td>
                {resultColumns.map((column) => {
                  const people = shown[index]?.[column] ?? null
                  return (
                    <td key={column} className={people === 0 ? 'em-end em-quiet' : 'em-end'}>
                      {told(people)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}

interface BarProps {
  readonly people: Shown
  readonly scale: number
}

/** Hatched where the number is not told. */
export function Bar({ people, scale }: BarProps) {
  const width = ((people ?? SMALLEST_CELL / 2) / scale) * 100
  return (
    <div className="em-bar" style={{ inlineSize: `${width}%` }} aria-hidden="true">
      {people !== 0 && (
        <i
          className={people === null ? 'em-fill em-fill-moving' : 'em-fill em-fill-reach'}
          style={{ flexGrow: 1 }}
        />
      )}
    </div>
  )
}
