import type { TFunction } from 'i18next'

import { OfficerField } from '../audience/officer/officer-field.tsx'
import { OfficerForm } from '../audience/officer/officer-form.tsx'

/** For data officers: what one person asked, to take away or to erase, when they ask for it by telephone or letter. */
export function OfficerPart({ t }: { readonly t: TFunction }) {
  const texts = { failed: t('officer.failed'), saved: t('officer.saved', { name: '{{name}}' }) }
  return (
    <div className="em-two em-section">
      {(['export', 'erase'] as const).map((step) => (
        <section key={step} aria-labelledby={`em-questions-${step}`}>
          <h2 className="em-sub em-rule" id={`em-questions-${step}`}>
            {t(`questions.${step}`)}
          </h2>
          <OfficerForm
            path={`/api/audience/questions/${step}`}
            label={t(`questions.${step}`)}
            submit={t(`questions.${step}`)}
            texts={texts}
          >
            <OfficerField name="email" type="email" label={t('officer.email')} />
            {step === 'export' && <OfficerField name="purpose" label={t('officer.purpose')} />}
          </OfficerForm>
        </section>
      ))}
    </div>
  )
}
