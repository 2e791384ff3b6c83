'use client'

import { useRouter } from 'next/navigation'
import { type DragEvent, useState } from 'react'

import type { Locale } from '../../i18n/locales.ts'
import { type Texts, textReader } from '../client-texts.ts'
import { ImportFindings } from './import-findings.tsx'
import { type ImportRefusal, type ImportReport, sendImport } from './send-import.ts'

type Step =
  | { readonly name: 'rest' }
  | { readonly name: 'checking' | 'importing'; readonly file: File }
  | {
      readonly name: 'checked' | 'imported'
      readonly file: File
      readonly answer: ImportReport | ImportRefusal
    }

interface ImportFormProps {
  readonly texts: Texts
  readonly language: Locale
}

/** Takes a file, says what would come of it, and imports it when told to. */
export function ImportForm({ texts, language }: ImportFormProps) {
  const t = textReader(texts, language)
  const router = useRouter()
  const [step, setStep] = useState<Step>({ name: 'rest' })
  const [isOver, setIsOver] = useState(false)
  const isBusy = step.name === 'checking' || step.name === 'importing'

  const check = async (file: File | undefined): Promise<void> => {
    if (file === undefined || isBusy) return
    setStep({ name: 'checking', file })
    const answer = await sendImport(file, { dryRun: true, conflicts: null })
    setStep({ name: 'checked', file, answer })
  }
  const importFile = async (file: File, conflicts: 'keep' | 'overwrite' | null): Promise<void> => {
    setStep({ name: 'importing', file })
    const answer = await sendImport(file, { dryRun: false, conflicts })
    setStep({ name: 'imported', file, answer })
    router.refresh()
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    void check(event.dataTransfer.files[0])
  }

  return (
    <>
      <label
        className={isOver ? 'em-exchange-drop em-exchange-drop-over' : 'em-exchange-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <span>{t('exchange.view.drop')}</span>
        {/* The browser's own picker speaks the browser's language. */}
        <span className="em-button" aria-hidden="true">
          {t('exchange.view.choose')}
        </span>
        <input
          className="em-sr"
          type="file"
          accept=".xlf,.xliff,.mxliff,.sdlxliff,.xml"
          disabled={isBusy}
          onChange={({ target }) => {
            void check(target.files?.[0])
            // The same file, mended, can be chosen again.
            target.value = ''
          }}
        />
      </label>
      <p className="em-exchange-status" role="status">
        {step.name === 'checking' && t('exchange.view.checking', { name: step.file.name })}
        {step.name === 'importing' && t('exchange.view.importing', { name: step.file.name })}
      </p>
      {(step.name === 'checked' || step.name === 'imported') && (
        <ImportFindings
          fileName={step.file.name}
          answer={step.answer}
          isDone={step.name === 'imported'}
          onImport={(conflicts) => void importFile(step.file, conflicts)}
          texts={texts}
          language={language}
        />
      )}
    </>
  )
}
