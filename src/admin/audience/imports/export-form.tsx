import type { TFunction } from 'i18next'

import type { Locale } from '../../../i18n/locales.ts'
import type { ViewContext } from '../../view-context.ts'
import { OfficerChoice, OfficerField } from '../officer/officer-field.tsx'

interface ExportFormProps {
  readonly newsletters: ReadonlyMap<string, string>
  readonly segments: readonly (readonly [id: string, name: string])[]
  readonly locales: readonly Locale[]
  readonly t: TFunction
  readonly context: ViewContext
}

/** No script: the browser writes what may be a million people to the disk as it comes. */
export function ExportForm({ newsletters, segments, locales, t, context }: ExportFormProps) {
  const all = ['', t('people.filter.all')] as const
  return (
    <form
      className="em-officer-form"
      method="post"
      action="/api/audience/export"
      aria-label={t('imports.export')}
    >
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
      <div className="em-officer-do">
        <button type="submit" className="em-button em-button-first">
          {t('imports.export.do')}
        </button>
      </div>
    </form>
  )
}
