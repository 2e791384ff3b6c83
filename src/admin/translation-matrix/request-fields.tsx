'use client'

import { useEffect, useState } from 'react'

import type { Locale } from '../../i18n/locales.ts'
import type { TranslationPerson } from '../../translation/matrix/people.ts'
import { getJson, postJson } from '../ask-json.ts'
import type { TextReader } from '../client-texts.ts'
import { type BulkSelection, itemsOf, translatedBy } from './bulk-steps.ts'
import { DeadlineField } from './deadline-field.tsx'
import { able } from './people-choice.tsx'

interface RequestFieldsProps {
  readonly selection: BulkSelection
  readonly people: readonly TranslationPerson[]
  readonly language: Locale
  readonly t: TextReader
}

/** Who translates and until when, and before it is sent how much that is. */
export function RequestFields({ selection, people, language, t }: RequestFieldsProps) {
  const [by, setBy] = useState('')
  const counted = useCount(selection, by)
  const engines = useEngines()
  const number = (value: number): string => new Intl.NumberFormat(`${language}-u-nu-latn`).format(value)
  const isMetered = engines.some(({ name, isMetered: counts }) => counts && by === `engine:${name}`)
  const who = able(people, selection.locales)
  return (
    <>
      <div className="em-bulk-line">
        <label className="em-field">
          <span>{t('matrix.bulk.by')}</span>
          <select name="by" className="em-select" value={by} onChange={({ target }) => setBy(target.value)}>
            <option value="">{t('matrix.bulk.by.open')}</option>
            {who.length > 0 && (
              <optgroup label={t('matrix.bulk.by.people')}>
                {who.map(({ id, name }) => (
                  <option key={id} value={`person:${id}`}>
                    {name}
                  </option>
                ))}
              </optgroup>
            )}
            {engines.length > 0 && (
              <optgroup label={t('matrix.bulk.by.engines')}>
                {engines.map(({ name }) => (
                  <option key={name} value={`engine:${name}`}>
                    {t(`matrix.bulk.engine.${name}`)}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        </label>
        <DeadlineField t={t} />
      </div>
      <p role="status">{countText(counted, isMetered, t, number)}</p>
    </>
  )
}

interface Count {
  readonly segments: number
  readonly characters: number
  /** Characters that engines may still translate this month, and of how many. */
  readonly left: number
  readonly perMonth: number
  /** False: more than is left, and the engine counts. */
  readonly fits: boolean
}

type Counted = Count | 'counting' | 'unreachable'

function countText(counted: Counted, isMetered: boolean, t: TextReader, number: (value: number) => string) {
  if (counted === 'counting') return t('matrix.bulk.count')
  if (counted === 'unreachable') return t('matrix.bulk.count.unreachable')
  const { segments, characters, left, perMonth, fits } = counted
  if (segments === 0) return t('matrix.bulk.counted.none')
  return [
    t('matrix.bulk.counted', { count: segments, number: number(segments), characters: number(characters) }),
    ...(isMetered ? [t('matrix.bulk.budget', { left: number(left), all: number(perMonth) })] : []),
    ...(fits ? [] : [t('matrix.bulk.overBudget')]),
  ].join(' ')
}

/** Asks the server how much it would be, again for each other choice. */
function useCount(selection: BulkSelection, by: string): Counted {
  const [counted, setCounted] = useState<Counted>('counting')
  const { engine } = translatedBy(by)
  const body = JSON.stringify({ items: itemsOf(selection), locales: selection.locales, engine })
  useEffect(() => {
    let isLatest = true
    setCounted('counting')
    void postJson('/api/translation/requests/count', JSON.parse(body)).then((answer) => {
      if (isLatest) setCounted(answer?.status === 200 ? countOf(answer.body) : 'unreachable')
    })
    return () => {
      isLatest = false
    }
  }, [body])
  return counted
}

/** The server's answer, as far as it is shown. */
function countOf(body: Readonly<Record<string, unknown>>): Count {
  const { total, budget, fits } = body as {
    readonly total: { readonly segments: number; readonly characters: number }
    readonly budget: { readonly left: number; readonly charactersPerMonth: number }
    readonly fits: boolean
  }
  const { segments, characters } = total
  return { segments, characters, left: budget.left, perMonth: budget.charactersPerMonth, fits }
}

interface Engine {
  readonly name: string
  readonly isMetered: boolean
}

/** Those that are configured; none when the server does not say. */
function useEngines(): readonly Engine[] {
  const [engines, setEngines] = useState<readonly Engine[]>([])
  useEffect(() => {
    const stop = new AbortController()
    void getJson<{ readonly engines: readonly Engine[] }>('/api/translation/engines', stop.signal).then(
      (answer) => stop.signal.aborted || setEngines(answer?.engines ?? []),
    )
    return () => stop.abort()
  }, [])
  return engines
}
