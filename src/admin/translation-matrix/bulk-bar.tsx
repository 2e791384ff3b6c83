'use client'

import { useEffect, useRef, useState } from 'react'

import type { Locale } from '../../i18n/locales.ts'
import type { TranslationPerson } from '../../translation/matrix/people.ts'
import type { TextReader } from '../client-texts.ts'
import { Mark } from '../marks.tsx'
import { BulkOutcome, type Work } from './bulk-outcome.tsx'
import { BulkPanel, type PanelName, panels } from './bulk-panel.tsx'
import { runSteps, type Step } from './bulk-run.ts'
import { type BulkSelection, countWhere, isGap, oneStep } from './bulk-steps.ts'
import type { MatrixRights } from './matrix-context.ts'
import type { MatrixColumn, MatrixRow } from './matrix-rows.ts'

interface BulkBarProps {
  readonly rows: readonly MatrixRow[]
  readonly columns: readonly MatrixColumn[]
  readonly rights: MatrixRights
  readonly people: readonly TranslationPerson[]
  readonly language: Locale
  readonly t: TextReader
  readonly onClear: () => void
  readonly onChanged: () => void
}

/** What can be done with the selected items in the chosen languages. */
export function BulkBar({ rows, columns, rights, people, language, t, onClear, onChanged }: BulkBarProps) {
  const [chosen, setChosen] = useState<readonly Locale[] | null>(null)
  const [panel, setPanel] = useState<PanelName | null>(null)
  const [work, setWork] = useState<Work | null>(null)
  const stop = useRef<AbortController>(null)
  const opener = useRef<HTMLElement>(null)
  // Whoever leaves the page in the middle does not go on with it.
  useEffect(() => () => stop.current?.abort(), [])

  const offered =
    rights.kind === 'edit' ? columns : columns.filter(({ locale }) => rights.locales.includes(locale))
  const locales = offered.map(({ locale }) => locale).filter((locale) => chosen?.includes(locale) ?? true)
  const selection: BulkSelection = { rows, columns, locales }
  const gaps = countWhere(selection, isGap)

  const start = async (steps: readonly Step[]): Promise<void> => {
    const control = new AbortController()
    stop.current = control
    setPanel(null)
    const begin: Work = { total: steps.length, done: 0, failures: [], state: 'running' }
    setWork(begin)
    const progress = await runSteps(steps, control.signal, (made) => setWork({ ...begin, ...made }))
    setWork({ ...begin, ...progress, state: progress.done < steps.length ? 'stopped' : 'ended' })
    onChanged()
  }
  const closePanel = (): void => {
    setPanel(null)
    opener.current?.focus()
  }

  return (
    <section className="em-bulk" aria-label={t('matrix.bulk')}>
      {work !== null && (
        <BulkOutcome work={work} t={t} onStop={() => stop.current?.abort()} onClose={() => setWork(null)} />
      )}
      {work === null && panel !== null && (
        <BulkPanel
          name={panel}
          selection={selection}
          people={people}
          language={language}
          t={t}
          onStart={(steps) => void start(steps)}
          onClose={closePanel}
        />
      )}
      <div className="em-bulk-bar">
        <p aria-live="polite">
          <b>{t('matrix.bulk.items', { count: rows.length, number: rows.length })}</b>,{' '}
          {t('matrix.bulk.gaps', { count: gaps, number: gaps })}
        </p>
        <details className="em-drop em-drop-up">
          <summary>
            {t('matrix.bulk.languages')}{' '}
            {locales.length === offered.length
              ? t('matrix.bulk.languages.all', { number: offered.length })
              : t('matrix.bulk.languages.some', { shown: locales.length, number: offered.length })}
          </summary>
          <fieldset className="em-drop-sheet">
            <legend className="em-sr">{t('matrix.bulk.languages')}</legend>
            {offered.map(({ locale, name, endonym }) => (
              <label key={locale} className="em-check" title={endonym}>
                <input
                  type="checkbox"
                  checked={locales.includes(locale)}
                  onChange={({ target }) =>
                    setChosen(
                      target.checked ? [...locales, locale] : locales.filter((each) => each !== locale),
                    )
                  }
                />
                {name}
              </label>
            ))}
          </fieldset>
        </details>
        {rights.kind === 'take' ? (
          <button
            type="button"
            className="em-bulk-first"
            disabled={locales.length === 0 || work?.state === 'running'}
            onClick={() =>
              void start(oneStep('/api/translation/matrix/assign', selection, { ownerId: rights.userId }, t))
            }
          >
            {t('matrix.bulk.take')}
          </button>
        ) : (
          panels.map((name) => (
            <button
              key={name}
              type="button"
              className={name === 'request' ? 'em-bulk-first' : undefined}
              aria-expanded={panel === name}
              disabled={locales.length === 0 || work?.state === 'running'}
              onClick={({ currentTarget }) => {
                opener.current = currentTarget
                setWork(null)
                setPanel(panel === name ? null : name)
              }}
            >
              {t(`matrix.bulk.${name}`)}
            </button>
          ))
        )}
        <button type="button" aria-label={t('matrix.bulk.clear')} onClick={onClear}>
          <Mark name="failed" tone="plain" size={14} />
        </button>
      </div>
    </section>
  )
}
