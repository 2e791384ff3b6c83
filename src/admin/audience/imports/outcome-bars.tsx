import type { ImportCounts, RowOutcome } from '../../../audience/imports/import-store.ts'
import type { TextReader } from '../../client-texts.ts'

interface OutcomeBarsProps {
  readonly counts: ImportCounts
  readonly title: string
  readonly number: (value: number) => string
  readonly t: TextReader
}

const outcomes = ['new', 'added', 'barred', 'unchanged', 'refused'] as const satisfies RowOutcome[]

/** Rows by what comes of them, as bars on one scale. */
export const OutcomeBars = ({ counts, title, number, t }: OutcomeBarsProps) => (
  <table className="em-bars em-audience-bars em-audience-drawn em-import-outcomes" aria-label={title}>
    <colgroup>
      <col className="em-audience-name" />
      <col />
      <col className="em-audience-number" />
    </colgroup>
    <thead>
      <tr>
        <th scope="col">{title}</th>
        <th scope="col" colSpan={2} className="em-end">
          {t('imports.rows')}
        </th>
      </tr>
    </thead>
    <tbody>
      {outcomes.map((outcome) => {
        const rows = counts.outcomes[outcome] ?? 0
        return (
          <tr key={outcome}>
            <th scope="row">{t(`imports.outcome.${outcome}`)}</th>
            <td className="em-audience-bar" aria-hidden="true">
              {rows > 0 && (
                <div className="em-bar" style={{ inlineSize: `${(rows / counts.rows) * 100}%` }}>
                  <i className="em-fill" style={{ flexGrow: 1 }} />
                </div>
              )}
            </td>
            <td className={rows === 0 ? 'em-end em-quiet' : 'em-end'}>{number(rows)}</td>
          </tr>
        )
      })}
    </tbody>
  </table>
)
