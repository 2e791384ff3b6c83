import { type SubmitEvent, useId } from 'react'

import type { CellDesk } from './cell-desk.ts'
import { choiceOf, type Draft } from './draft.ts'
import { PictureChoice } from './picture-choice.tsx'

interface ChoiceFormProps {
  readonly desk: CellDesk
  readonly draft: Draft
  readonly isChanged: boolean
  readonly onChange: (draft: Draft) => void
}

/** What an editor chooses instead: whether, other words, another picture, when. One button saves it all. */
export function ChoiceForm({ desk, draft, isChanged, onChange }: ChoiceFormProps) {
  const id = useId()
  const { t, cell, channel, isBusy, refused, ask } = desk
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    void ask('choices', choiceOf(draft, channel.timeZone))
  }
  const fault = (field: string) =>
    refused?.field === field && (
      <small id={`${id}-${field}-fault`} className="em-bad">
        {refused.message}
      </small>
    )
  const marks = (field: string, help?: string) => ({
    'aria-invalid': refused?.field === field,
    'aria-describedby': [help, refused?.field === field && `${id}-${field}-fault`].filter(Boolean).join(' '),
  })
  return (
    <form className="em-cell-form" aria-label={t('views.item.choose')} onSubmit={submit}>
      <h3>{t('views.item.choose')}</h3>
      <label htmlFor={`${id}-wanted`}>
        {t('views.item.wanted')}
        <select
          id={`${id}-wanted`}
          className="em-select"
          value={draft.wanted}
          {...marks('wanted')}
          onChange={({ target }) => onChange({ ...draft, wanted: target.value as Draft['wanted'] })}
        >
          <option value="">{t('views.item.wanted.rule', { rule: cell.rule })}</option>
          <option value="yes">{t('views.item.wanted.yes')}</option>
          <option value="no">{t('views.item.wanted.no')}</option>
        </select>
        {fault('wanted')}
      </label>
      <div>
        <label htmlFor={`${id}-text`}>{t('views.item.text')}</label>
        <textarea
          id={`${id}-text`}
          className="em-input"
          rows={5}
          lang={cell.locale}
          dir={cell.direction}
          value={draft.text}
          {...marks('text', `${id}-text-help`)}
          onChange={({ target }) => onChange({ ...draft, text: target.value })}
        />
        <small id={`${id}-text-help`}>{t('views.item.text.help')}</small>
        {fault('text')}
        {draft.text !== '' && (
          <button
            type="button"
            className="em-button em-button-small"
            onClick={() => onChange({ ...draft, text: '' })}
          >
            {t('views.item.text.reset')}
          </button>
        )}
      </div>
      <PictureChoice desk={desk} draft={draft} onChange={onChange} />
      <label htmlFor={`${id}-at`}>
        {t('views.item.at')}
        <input
          id={`${id}-at`}
          className="em-input"
          type="datetime-local"
          value={draft.at}
          {...marks('scheduledFor', `${id}-at-help`)}
          onChange={({ target }) => onChange({ ...draft, at: target.value })}
        />
        <small id={`${id}-at-help`}>{t('views.item.at.help', { timeZone: channel.timeZone })}</small>
        {fault('scheduledFor')}
      </label>
      <div className="em-actions">
        <button type="submit" className="em-button" disabled={isBusy || !isChanged}>
          {t('views.item.save')}
        </button>
      </div>
    </form>
  )
}
