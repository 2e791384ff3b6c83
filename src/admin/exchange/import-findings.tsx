import { useEffect, useRef, useState } from 'react'

import type { Locale } from '../../i18n/locales.ts'
import { type TextReader, type Texts, textReader } from '../client-texts.ts'
import { FindingsTable } from './findings-table.tsx'
import type { ImportRefusal, ImportReport } from './send-import.ts'

interface ImportFindingsProps {
  readonly fileName: string
  readonly answer: ImportReport | ImportRefusal
  /** It was imported, or was to be; otherwise it was only looked at. */
  readonly isDone: boolean
  readonly onImport: (conflicts: 'keep' | 'overwrite' | null) => void
  readonly texts: Texts
  readonly language: Locale
}

type Decision = 'keep' | 'overwrite'

/** What was found in a file, and the button that imports it. */
export function ImportFindings({ fileName, answer, isDone, onImport, texts, language }: ImportFindingsProps) {
  const t = textReader(texts, language)
  const heading = useRef<HTMLHeadingElement>(null)
  const [decision, setDecision] = useState<Decision | null>(null)
  // Whoever waited for the answer is led to it.
  useEffect(() => heading.current?.focus(), [])

  if (answer.kind === 'refused')
    return (
      <section className="em-section" aria-label={fileName}>
        <h3 ref={heading} tabIndex={-1}>
          {t('exchange.view.refused', { name: fileName })}
        </h3>
        <p className="em-note em-note-bad">{answer.message ?? t('exchange.view.unreachable')}</p>
      </section>
    )

  const { counts } = answer
  const imports = counts.imported + (decision === 'overwrite' ? counts.conflict : 0)
  const isUndecided = counts.conflict > 0 && decision === null
  return (
    <section className="em-section" aria-label={fileName}>
      <h3 ref={heading} tabIndex={-1}>
        {headingOf(answer, isDone, t)}
      </h3>
      <p className="em-quiet">{leadOf(answer, fileName, isDone, t)}</p>
      <FindingsTable units={answer.units} texts={texts} language={language} />
      {!isDone && counts.problem === 0 && (
        <>
          {counts.conflict > 0 && <ConflictChoice count={counts.conflict} onChoose={setDecision} t={t} />}
          <div className="em-exchange-do">
            <button
              type="button"
              className="em-button em-button-first"
              disabled={isUndecided || imports === 0}
              onClick={() => onImport(decision)}
            >
              {t('exchange.view.do', { count: imports, number: imports })}
            </button>
            {isUndecided && <p>{t('exchange.view.decideFirst')}</p>}
          </div>
        </>
      )}
    </section>
  )
}

function headingOf({ counts, written }: ImportReport, isDone: boolean, t: TextReader): string {
  const { problem, conflict, imported } = counts
  if (problem > 0) return t('exchange.view.problems', { count: problem, number: problem })
  if (isDone && conflict === 0) return t('exchange.view.imported', { count: written, number: written })
  if (conflict > 0) return t('exchange.view.conflicts', { count: conflict, number: conflict })
  return imported === 0
    ? t('exchange.view.nothing')
    : t('exchange.view.ready', { count: imported, number: imported })
}

function leadOf({ counts }: ImportReport, name: string, isDone: boolean, t: TextReader): string {
  const same = counts.unchanged + counts.skipped + counts.kept
  const rest = t('exchange.view.same', { count: same, number: same })
  if (counts.problem > 0) return `${name}: ${t('exchange.view.problems.lead')}`
  if (isDone && counts.conflict > 0) return `${name}: ${t('exchange.view.overtaken')}`
  return `${name}: ${rest}`
}

interface ConflictChoiceProps {
  readonly count: number
  readonly onChoose: (decision: Decision) => void
  readonly t: TextReader
}

const ConflictChoice = ({ count, onChoose, t }: ConflictChoiceProps) => (
  <fieldset className="em-exchange-choices">
    <legend>{t('exchange.view.decide', { count, number: count })}</legend>
    {(['keep', 'overwrite'] as const).map((decision) => (
      <label key={decision} className="em-exchange-tick">
        <input type="radio" name="conflicts" value={decision} onChange={() => onChoose(decision)} />
        <span>{t(`exchange.view.decide.${decision}`)}</span>
      </label>
    ))}
  </fieldset>
)
