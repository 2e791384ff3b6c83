import type { AdminViewServerProps } from 'payload'

import { ViewHead } from '../../view-head.tsx'
import { DownloadForm } from '../officer/download-form.tsx'
import { OfficerAction } from '../officer/officer-action.tsx'
import { OfficerChoice, OfficerField, OfficerPeriod } from '../officer/officer-field.tsx'
import { OfficerForm } from '../officer/officer-form.tsx'
import { type OfficerView, officerView } from '../officer/officer-view.tsx'

const PATH = '/admin/audience/proof'

/** Proof of what people agreed to: whether it holds, and ways to take it along. */
export const ProofView = (view: AdminViewServerProps) =>
  officerView(view, { path: PATH, title: 'nav.proof' }, async (officer) => <Proof view={officer} />)

function Proof({ view: { t, texts } }: { readonly view: OfficerView }) {
  return (
    <>
      <ViewHead
        level={1}
        title={t('nav.proof')}
        lead={t('ledger.lead')}
        action={
          <OfficerAction path="/api/audience/ledger/check" label={t('ledger.check')} texts={texts} isFirst />
        }
      />
      <div className="em-two">
        <section aria-labelledby="ledger-person">
          <h2 className="em-sub em-rule" id="ledger-person">
            {t('ledger.person')}
          </h2>
          <OfficerForm
            path="/api/audience/ledger/person"
            label={t('ledger.person')}
            submit={t('ledger.save')}
            texts={texts}
          >
            <OfficerField name="email" type="email" label={t('officer.email')} />
            <OfficerField name="purpose" label={t('officer.purpose')} />
          </OfficerForm>
        </section>
        <section aria-labelledby="ledger-period">
          <h2 className="em-sub em-rule" id="ledger-period">
            {t('ledger.period')}
          </h2>
          <DownloadForm
            action="/api/audience/ledger/export"
            label={t('ledger.period')}
            submit={t('ledger.save')}
          >
            <OfficerPeriod t={t} />
            <OfficerChoice
              name="format"
              label={t('ledger.format')}
              value="jsonl"
              options={[
                ['jsonl', 'JSON Lines'],
                ['csv', 'CSV'],
              ]}
            />
            <OfficerField name="purpose" label={t('officer.purpose')} />
          </DownloadForm>
        </section>
      </div>
    </>
  )
}
