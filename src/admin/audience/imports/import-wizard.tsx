'use client'

import { useEffect, useRef, useState } from 'react'

import type { OpenedImport } from '../../../audience/imports/shown-import.ts'
import type { Locale } from '../../../i18n/locales.ts'
import { type Texts, textReader } from '../../client-texts.ts'
import { ApplyStep } from './apply-step.tsx'
import { AskButton } from './ask-button.tsx'
import { CheckStep } from './check-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { EvidenceStep } from './evidence-step.tsx'
import { FileStep } from './file-step.tsx'
import { useImport } from './use-import.ts'
import { type ImportOffers, isOpen, type WizardStep, wizardSteps } from './wizard.ts'

interface ImportWizardProps {
  readonly first: OpenedImport
  readonly offers: ImportOffers
  readonly texts: Texts
  readonly language: Locale
}

const panels = {
  file: FileStep,
  columns: ColumnsStep,
  evidence: EvidenceStep,
  check: CheckStep,
  apply: ApplyStep,
} as const

/** Where somebody goes on who comes back to a list. */
function stepOf({ state }: OpenedImport): WizardStep {
  if (state === 'uploaded') return 'file'
  return state === 'checking' || state === 'checked' ? 'check' : 'apply'
}

/** Leads a list from its file to the people, a step at a time and back at will. */
export function ImportWizard({ first, offers, texts, language }: ImportWizardProps) {
  const t = textReader(texts, language)
  const used = useImport(first, { failed: t('officer.failed') })
  const [step, setStep] = useState(() => stepOf(first))
  const heading = useRef<HTMLHeadingElement>(null)
  const isFirstSight = useRef(true)
  // Whoever goes to another step is led to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the step alone
  useEffect(() => {
    if (!isFirstSight.current) heading.current?.focus()
    isFirstSight.current = false
  }, [step])

  const goTo = (next: WizardStep): void => {
    used.hush()
    setStep(next)
  }
  const numbers = new Intl.NumberFormat(`${language === 'en' ? 'en-GB' : language}-u-nu-latn`)
  const Panel = panels[step]
  const { problem } = used.list
  const after = wizardSteps[wizardSteps.indexOf(step) + 1] ?? step
  return (
    <div className="em-import">
      <nav aria-label={t('imports.steps')}>
        <ol className="em-import-steps">
          {wizardSteps.map((each) => (
            <li key={each}>
              <button
                type="button"
                aria-current={each === step ? 'step' : undefined}
                onClick={() => goTo(each)}
              >
                {t(`imports.step.${each}`)}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <section className="em-import-panel" aria-labelledby="import-step">
        <h2 id="import-step" className="em-sub em-rule" ref={heading} tabIndex={-1}>
          {t(`imports.step.${step}`)}
        </h2>
        {problem !== null && (
          <p className="em-note em-note-bad" role="alert">
            {problem.message}
          </p>
        )}
        <Panel
          key={step}
          used={used}
          offers={offers}
          t={t}
          number={(value) => numbers.format(value)}
          onNext={() => goTo(after)}
        />
      </section>
      {isOpen(used) && (
        <AskButton
          label={t('imports.discard')}
          question={t('imports.discard.ask')}
          keep={t('officer.keep')}
          isBusy={used.isBusy}
          onSure={() => void used.move('discard')}
        />
      )}
    </div>
  )
}
