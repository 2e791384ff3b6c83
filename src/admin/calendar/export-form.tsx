import type { TFunction } from 'i18next'

import { translator } from '../../i18n/translator.ts'
import { DownloadForm } from '../audience/officer/download-form.tsx'
import { OfficerChoice, OfficerPeriod } from '../audience/officer/officer-field.tsx'
import type { ViewContext } from '../view-context.ts'

interface ExportFormProps {
  /** `2026-12`: offered as the period. */
  readonly month: string
  readonly t: TFunction
  readonly language: ViewContext['language']
}

/** What became of items on channels in a period, as a file: for reports. */
export function ExportForm({ month, t, language }: ExportFormProps) {
  const words = translator(language, 'audience')
  return (
    <section className="em-export" aria-labelledby="em-export">
      <h2 className="em-sub em-rule" id="em-export">
        {t('views.calendar.export')}
      </h2>
      <DownloadForm
        method="get"
        action="/api/dissemination/deliveries"
        label={t('views.calendar.export')}
        submit={words('ledger.save')}
        isFirst={false}
      >
        <OfficerPeriod t={words} from={`${month}-01`} until={lastDayOf(month)} />
        <OfficerChoice
          name="format"
          label={words('ledger.format')}
          value="csv"
          options={[
            ['csv', 'CSV'],
            ['json', 'JSON'],
          ]}
        />
      </DownloadForm>
    </section>
  )
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
