'use client'

import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'

import type { Locale } from '../../i18n/locales.ts'
import type { TranslationPerson } from '../../translation/matrix/people.ts'
import type { TextReader } from '../client-texts.ts'
import type { Step } from './bulk-run.ts'
import { type BulkSelection, countWhere, isGap, oneStep, stepPerItem, translatedBy } from './bulk-steps.ts'
import { DeadlineField } from './deadline-field.tsx'
import type { RowCell } from './matrix-rows.ts'
import { PeopleChoice } from './people-choice.tsx'
import { RequestFields } from './request-fields.tsx'

/** In the order of the bar. */
export const panels = ['request', 'assign', 'deadline', 'wanted', 'approve', 'publish'] as const
export type PanelName = (typeof panels)[number]

interface BulkPanelProps {
  readonly name: PanelName
  readonly selection: BulkSelection
  readonly people: readonly TranslationPerson[]
  readonly language: Locale
  readonly t: TextReader
  readonly onStart: (steps: readonly Step[]) => void
  readonly onClose: () => void
}

/** Asks what an action needs to know, says what it will do, and begins it. */
export function BulkPanel({ name, selection, people, language, t, onStart, onClose }: BulkPanelProps) {
  const form = useRef<HTMLFormElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another panel is another form to begin with.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, input, button')?.focus()
  }, [name])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose()
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    onStart(stepsOf(name, selection, new FormData(event.currentTarget, submitter), t))
  }
  const holds = concerned[name]
  const number = holds === null ? null : countWhere(selection, holds)
  return (
    <form
      ref={form}
      className="em-bulk-panel"
      aria-label={t(`matrix.bulk.${name}`)}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
    >
      {name === 'request' && (
        <RequestFields selection={selection} people={people} language={language} t={t} />
      )}
      <div className="em-bulk-line">
        {name === 'assign' && (
          <PeopleChoice
            name="ownerId"
            label={t('matrix.bulk.owner')}
            people={people}
            locales={selection.locales}
          >
            <option value="">{t('matrix.bulk.nobody')}</option>
          </PeopleChoice>
        )}
        {name === 'deadline' && <DeadlineField t={t} isRequired />}
        {(name === 'wanted' || name === 'approve' || name === 'publish') && (
          <p>
            {t(`matrix.bulk.${name}.ask`)}
            {number !== null && ` ${t('matrix.bulk.concerned', { count: number, number })}`}
          </p>
        )}
        {name === 'wanted' ? (
          <>
            <Submit name="wanted" value="true" label={t('matrix.bulk.wanted.yes')} />
            <Submit name="wanted" value="false" label={t('matrix.bulk.wanted.no')} />
          </>
        ) : (
          <button type="submit" className="em-button em-button-first" disabled={number === 0}>
            {t(`matrix.bulk.${name}.send`)}
          </button>
        )}
        {name === 'deadline' && (
          <button type="submit" className="em-button" name="none" value="yes" formNoValidate>
            {t('matrix.bulk.deadline.none')}
          </button>
        )}
        <button type="button" className="em-button em-button-plain" onClick={onClose}>
          {t('matrix.bulk.cancel')}
        </button>
      </div>
    </form>
  )
}

/** The cells that an action is about, where that can be told. Null: all that are selected. */
const concerned: Readonly<Record<PanelName, ((cell: RowCell) => boolean) | null>> = {
  request: isGap,
  assign: null,
  deadline: null,
  wanted: null,
  approve: ({ isToReview }) => isToReview,
  publish: ({ isUnpublished }) => isUnpublished,
}

const Submit = ({ name, value, label }: Readonly<Record<'name' | 'value' | 'label', string>>) => (
  <button type="submit" className="em-button" name={name} value={value}>
    {label}
  </button>
)

const text = (data: FormData, name: string): string => String(data.get(name) ?? '')

const endOfDay = (day: string): string | null => (day === '' ? null : `${day}T23:59:59.000Z`)

function stepsOf(name: PanelName, selection: BulkSelection, data: FormData, t: TextReader): Step[] {
  const own = (what: string, body: object) => oneStep(`/api/translation/matrix/${what}`, selection, body, t)
  switch (name) {
    case 'request':
      return oneStep(
        '/api/translation/requests',
        selection,
        { ...translatedBy(text(data, 'by')), deadline: endOfDay(text(data, 'deadline')) },
        t,
      )
    case 'assign':
      return own('assign', { ownerId: text(data, 'ownerId') || null })
    case 'deadline':
      return own('deadline', { deadline: data.has('none') ? null : endOfDay(text(data, 'deadline')) })
    case 'wanted':
      return own('wanted', { wanted: text(data, 'wanted') === 'true' })
    case 'approve':
      return stepPerItem(
        selection,
        ({ isToReview }) => isToReview,
        ({ collection, id }, locales) => ({
          path: '/api/translation/approve',
          body: { items: [{ collection, id }], locales },
        }),
        t,
      )
    case 'publish':
      return stepPerItem(
        selection,
        ({ isUnpublished }) => isUnpublished,
        ({ collection, id }, locales) => ({
          path: `/api/publication/${collection}/${id}`,
          body: { action: 'publish', locales },
        }),
        t,
      )
  }
}
