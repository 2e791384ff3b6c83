import { type FormEvent, useState } from 'react'

import type { ImportField, ImportMapping } from '../../../audience/imports/import-fields.ts'
import { ColumnRows } from './column-rows.tsx'
import { DefaultFields } from './default-fields.tsx'
import { isOpen, type StepProps } from './wizard.ts'

const nothing: ImportMapping = {
  columns: [],
  defaults: { locale: null, newsletterIds: [], frequency: 'every-issue', barReason: 'unsubscribed' },
}

/** What each column holds, and what holds where a row does not say. */
export function ColumnsStep({ used, offers, t, onNext }: StepProps) {
  const { list, isBusy, said, save } = used
  const [mapping, setMapping] = useState(list.mapping ?? nothing)
  const choose = (column: number, field: ImportField | null): void =>
    setMapping({
      ...mapping,
      columns: mapping.columns.map((each, place) => (place === column ? field : each)),
    })
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (await save({ mapping })) onNext()
  }
  return (
    <form aria-label={t('imports.step.columns')} onSubmit={(event) => void send(event)}>
      <fieldset className="em-import-set" disabled={!isOpen(used)}>
        <legend className="em-sr">{t('imports.step.columns')}</legend>
        <p className="em-lead">{t('imports.columns.lead')}</p>
        <ColumnRows
          columns={mapping.columns}
          preview={list.preview}
          fields={offers.fields}
          onChoose={choose}
          t={t}
        />
      </fieldset>
      <DefaultFields
        defaults={mapping.defaults}
        brings={list.brings}
        offers={offers}
        onChange={(defaults) => setMapping({ ...mapping, defaults })}
        t={t}
      />
      <div className="em-officer-do">
        <button type="submit" className="em-button em-button-first" disabled={isBusy || !isOpen(used)}>
          {t('imports.next')}
        </button>
        <p role="status">{said}</p>
      </div>
    </form>
  )
}
