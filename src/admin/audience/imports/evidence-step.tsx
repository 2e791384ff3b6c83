import type { FormEvent } from 'react'

import type { Evidence } from '../../../audience/imports/evidence.ts'
import { OfficerChoice, OfficerField } from '../officer/officer-field.tsx'
import { isOpen, type StepProps } from './wizard.ts'

/** How it can be shown that the people of a list agreed. */
export function EvidenceStep({ used, offers, t, onNext }: StepProps) {
  const { list, isBusy, said, save } = used
  const { evidence, brings } = list
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    // The server says what is wrong with it.
    const given = Object.fromEntries(new FormData(event.currentTarget)) as unknown as Evidence
    if (await save({ evidence: given })) onNext()
  }
  if (brings === 'suppressions')
    return (
      <>
        <p className="em-lead">{t('imports.evidence.none')}</p>
        <button type="button" className="em-button em-button-first" onClick={onNext}>
          {t('imports.next')}
        </button>
      </>
    )
  return (
    <form aria-label={t('imports.step.evidence')} onSubmit={(event) => void send(event)} noValidate>
      <fieldset className="em-import-set" disabled={!isOpen(used)}>
        <legend className="em-sr">{t('imports.step.evidence')}</legend>
        <p className="em-lead">{t('imports.evidence.lead')}</p>
        <div className="em-import-evidence">
          <OfficerField name="place" label={t('imports.evidence.place')} value={evidence?.place ?? ''} />
          <div className="em-officer-pair">
            <OfficerField name="from" type="date" label={t('officer.from')} value={evidence?.from ?? ''} />
            <OfficerField name="until" type="date" label={t('officer.until')} value={evidence?.until ?? ''} />
          </div>
          <label className="em-officer-field">
            <span>{t('imports.evidence.text')}</span>
            <textarea name="text" rows={4} required maxLength={5000} defaultValue={evidence?.text ?? ''} />
          </label>
          <OfficerChoice
            name="locale"
            label={t('imports.evidence.locale')}
            value={evidence?.locale ?? offers.locales[0] ?? ''}
            options={offers.languages.map(({ locale, name }) => [locale, name])}
          />
          <OfficerField
            name="reference"
            label={t('imports.evidence.reference')}
            value={evidence?.reference ?? ''}
          />
        </div>
      </fieldset>
      <div className="em-officer-do">
        <button type="submit" className="em-button em-button-first" disabled={isBusy || !isOpen(used)}>
          {t('imports.next')}
        </button>
        <p role="status">{said}</p>
      </div>
    </form>
  )
}
