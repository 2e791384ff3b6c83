import type { TFunction } from 'i18next'

import type { Locale } from '../../../i18n/locales.ts'
import type { ViewContext } from '../../view-context.ts'
import { DownloadForm } from '../officer/download-form.tsx'
import { OfficerChoice, OfficerField } from '../officer/officer-field.tsx'

interface ExportFormProps {
  readonly newsletters: ReadonlyMap<string, string>
  readonly segments: readonly (readonly [id: string, name: string])[]
  readonly locales: readonly Locale[]
  readonly t: TFunction
  readonly context: ViewContext
}

/** Everybody whom the choices leave, as a file. */
export function ExportForm({ newsletters, segments, locales, t, context }: ExportFormProps) {
  const all = ['', t('people.filter.all')] as const
  return (
    <DownloadForm action="/api/audience/export" label={t('imports.export')} submit={t('imports.export.do')}>
      <div className="em-officer-pair">
        <OfficerChoice name="newsletterId" label={t('numbers.newsletter')} options={[all, ...newsletters]} />
        <OfficerChoice
          name="language"
          label={t('numbers.first-language')}
          options={[all, ...locales.map((locale) => [locale, context.languageName(locale)] as const)]}
        />
        <OfficerChoice name="segment" label={t('imports.export.segment')} options={[all, ...segments]} />
        <OfficerChoice
          name="format"
          label={t('ledger.format')}
          value="csv"
          options={[
            ['csv', 'CSV'],
            ['jsonl', 'JSON Lines'],
          ]}
        />
      </div>
      <OfficerField name="purpose" label={t('officer.purpose')} />
    </DownloadForm>
  )
}
