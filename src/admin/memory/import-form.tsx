'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import type { Locale } from '../../i18n/locales.ts'
import { type Texts, textReader } from '../client-texts.ts'
import { type ImportAnswer, sendTmx } from './send-tmx.ts'

interface ImportFormProps {
  readonly texts: Texts
  readonly language: Locale
}

type Step =
  | { readonly name: 'rest' }
  | { readonly name: 'checking' | 'importing'; readonly file: File }
  | { readonly name: 'checked' | 'imported'; readonly file: File; readonly answer: ImportAnswer }

/** Takes a TMX file, says what is new in it, and remembers that when told to. */
export function ImportForm({ texts, language }: ImportFormProps) {
  const t = textReader(texts, language)
  const router = useRouter()
  const [step, setStep] = useState<Step>({ name: 'rest' })
  const news = step.name === 'checked' ? newsIn(step.answer) : 0
  const isBusy = step.name === 'checking' || step.name === 'importing'

  const check = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    setStep({ name: 'checking', file })
    setStep({ name: 'checked', file, answer: await sendTmx(file, { dryRun: true }) })
  }
  const importFile = async (file: File): Promise<void> => {
    setStep({ name: 'importing', file })
    setStep({ name: 'imported', file, answer: await sendTmx(file, { dryRun: false }) })
    router.refresh()
  }

  return (
    <div className="em-memory-import">
      <label>
        <span>{t('memory.import.file')}</span>
        <input
          type="file"
          accept=".tmx,.xml"
          disabled={isBusy}
          onChange={({ target }) => {
            void check(target.files?.[0])
            // The same file, mended, can be chosen again.
            target.value = ''
          }}
        />
      </label>
      <div role="status">
        {step.name === 'checking' && <p>{t('memory.import.checking')}</p>}
        {step.name === 'importing' && <p>{t('memory.import.importing')}</p>}
        {(step.name === 'checked' || step.name === 'imported') && (
          <Outcome
            fileName={step.file.name}
            answer={step.answer}
            isDone={step.name === 'imported'}
            texts={texts}
            language={language}
          />
        )}
      </div>
      {news > 0 && step.name === 'checked' && (
        <button
          type="button"
          className="em-button em-button-first"
          onClick={() => void importFile(step.file)}
        >
          {t('memory.import.start', { count: news, number: format(news, language) })}
        </button>
      )}
    </div>
  )
}

interface OutcomeProps extends ImportFormProps {
  readonly fileName: string
  readonly answer: ImportAnswer
  readonly isDone: boolean
}

function Outcome({ fileName, answer, isDone, texts, language }: OutcomeProps) {
  const t = textReader(texts, language)
  if (answer === null) return <p className="em-note em-note-bad">{t('memory.import.unreachable')}</p>
  if ('message' in answer)
    return (
      <p className="em-note em-note-bad">
        <bdi>{fileName}</bdi>: {answer.message}
      </p>
    )
  const counts = { changed: format(answer.changed, language), pairs: format(answer.pairs, language) }
  const said = isDone ? t('memory.import.done', counts) : t('memory.import.changed', counts)
  return (
    <>
      <p>
        <bdi>{fileName}</bdi>: {answer.changed === 0 ? t('memory.import.nothing') : said}
      </p>
      {answer.problems > 0 && (
        <>
          <p>{t('memory.import.left', { problems: format(answer.problems, language) })}</p>
          <ul className="em-memory-problems">
            {answer.firstProblems.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const newsIn = (answer: ImportAnswer): number => (answer !== null && 'changed' in answer ? answer.changed : 0)

const format = (value: number, language: Locale): string =>
  new Intl.NumberFormat(`${language}-u-nu-latn`).format(value)
