import { databaseOf } from '../../database/database.ts'
import { type IssueFeedback, issueFeedback } from '../../ledger/issue-feedback.ts'
import { countedLately } from '../../ledger/issue-progress/counted-lately.ts'
import type { SendingProps } from './before-sending.tsx'

const told = [
  'delivered',
  'hard',
  'soft',
  'policy',
  'complained',
] as const satisfies readonly (keyof IssueFeedback)[]

/** What mail servers and readers told since. Nothing where nobody tells us. */
export async function Returns({ issue, payload, context: { t, number } }: SendingProps) {
  const database = databaseOf(payload)
  const feedback = await countedLately(`feedback ${issue.id}`, database, () =>
    issueFeedback(issue.id, database),
  )
  if (told.every((what) => feedback[what] === 0)) return null
  return (
    <section className="em-section" aria-labelledby="em-returns">
      <h3 id="em-returns" className="em-rule">
        {t('views.send.returns')}
      </h3>
      <dl className="em-strip">
        {told.map((what) => (
          <div key={what}>
            <dt>{t(`views.send.returns.${what}`)}</dt>
            <dd>{number(feedback[what])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
