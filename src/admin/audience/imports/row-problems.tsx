import { useEffect, useState } from 'react'

import type { ShownRow } from '../../../audience/imports/import-rows.ts'
import type { OpenedImport } from '../../../audience/imports/shown-import.ts'
import type { TextReader } from '../../client-texts.ts'
import { ScrollArea } from '../../scroll-area.tsx'
import { ChoiceField } from './choice-field.tsx'
import { findRows, reportPath } from './import-api.ts'

interface RowProblemsProps {
  readonly list: OpenedImport
  readonly number: (value: number) => string
  readonly t: TextReader
}

/** Rows about which there is something to say: where each is, and what helps. */
export function RowProblems({ list: { id, counts }, number, t }: RowProblemsProps) {
  const [reason, setReason] = useState('')
  const [rows, setRows] = useState<readonly ShownRow[]>([])
  const [next, setNext] = useState<number | null>(null)
  const [isFailed, setFailed] = useState(false)

  useEffect(() => {
    let isCurrent = true
    void findRows(id, { outcome: '', reason, after: '0' }).then((answer) => {
      if (!isCurrent) return
      setRows(answer.isDone ? answer.body.rows : [])
      setNext(answer.isDone ? answer.body.next : null)
      setFailed(!answer.isDone)
    })
    return () => {
      isCurrent = false
    }
  }, [id, reason])

  const showMore = async (after: number): Promise<void> => {
    const answer = await findRows(id, { outcome: '', reason, after: String(after) })
    if (answer.isDone) {
      setRows([...rows, ...answer.body.rows])
      setNext(answer.body.next)
    }
    setFailed(!answer.isDone)
  }

  const reasons = Object.entries(counts.reasons)
  const title = t('imports.problems')
  return (
    <div className="em-section">
      <h3>{title}</h3>
      {reasons.length === 0 ? (
        <p className="em-empty">{t('imports.problems.none')}</p>
      ) : (
        <>
          <div className="em-import-filter">
            <ChoiceField
              label={t('people.filter')}
              value={reason}
              options={[
                ['', t('people.filter.all')],
                ...reasons.map(
                  ([each, rowsOf]) => [each, `${t(`imports.reason.${each}`)} (${number(rowsOf)})`] as const,
                ),
              ]}
              onChoose={setReason}
            />
            <a className="em-button" href={reportPath(id)} download>
              {t('imports.report')}
            </a>
          </div>
          <ScrollArea label={title}>
            <table className="em-officer-table em-import-rows">
              <caption className="em-sr">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('imports.line')}</th>
                  <th scope="col">{t('people.address')}</th>
                  <th scope="col">{t('imports.reason')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.line}>
                    <th scope="row">{number(row.line)}</th>
                    <td>
                      <bdi dir="ltr">{row.maskedAddress ?? '–'}</bdi>
                    </td>
                    <td>
                      {row.reason !== null && t(`imports.reason.${row.reason}`)}
                      {row.found !== null && (
                        <small>
                          {row.reason === 'twice' && `${t('imports.line')} `}
                          <bdi>{row.found}</bdi>
                        </small>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollArea>
          {next !== null && (
            <button type="button" className="em-button" onClick={() => void showMore(next)}>
              {t('imports.problems.more')}
            </button>
          )}
        </>
      )}
      <p role="status">{isFailed && t('officer.failed')}</p>
    </div>
  )
}
