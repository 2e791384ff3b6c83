import type { TFunction } from 'i18next'

import { translator } from '../../i18n/translator.ts'
import { OfficerChoice, OfficerField } from '../audience/officer/officer-field.tsx'
import type { ViewContext } from '../view-context.ts'

interface ExportFormProps {
  /** `2026-12`: offered as the period. */
  readonly month: string
  readonly t: TFunction
  readonly language: ViewContext['language']
}

/** What became of items on channels in a period, as a file: for reports. No script: the browser saves it as it comes. */
export function ExportForm({ month, t, language }: ExportFormProps) {
  const words = translator(language, 'audience')
  return (
    <section className="em-export" aria-labelledby="em-export">
      <h2 className="em-sub em-rule" id="em-export">
        {t('views.calendar.export')}
      </h2>
      <form
        className="em-officer-form"
        method="get"
        action="/api/dissemination/deliveries"
        aria-label={t('views.calendar.export')}
      >
        <div className="em-officer-pair">
          <OfficerField name="from" type="date" label={words('officer.from')} value={`${month}-01`} />
          <OfficerField name="until" type="date" label={words('officer.until')} value={lastDayOf(month)} />
        </div>
        <OfficerChoice
          name="format"
          label={words('ledger.format')}
          value="csv"
          options={[
            ['csv', 'CSV'],
            ['json', 'JSON'],
          ]}
        />
        <div className="em-officer-do">
          <button type="submit" className="em-button">
            {words('ledger.save')}
          </button>
        </div>
      </form>
    </section>
  )
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
