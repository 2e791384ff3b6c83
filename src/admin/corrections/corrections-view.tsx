import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

import { mayPublish } from '../../access/roles.ts'
import { databaseOf } from '../../database/database.ts'
import {
  type CorrectionTarget,
  correctionTargets,
} from '../../dissemination/corrections/correction-targets.ts'
import { latestCorrections, type StoredCorrection } from '../../ledger/item-corrections.ts'
import { networkContext, type ViewContext } from '../view-context.ts'
import { ViewFrame } from '../view-frame.tsx'
import { ViewHead } from '../view-head.tsx'
import { CORRECTIONS } from './corrections-place.ts'
import { TargetList } from './target-list.tsx'
import { ToldReasons } from './told-reasons.tsx'

/** Older ones are on their items, unless they are open. */
const SHOWN = 30

interface ToldCorrection {
  readonly correction: StoredCorrection
  readonly targets: readonly CorrectionTarget[]
}

/** The latest corrections of all items: where each has arrived, and what stays wrong and whom to tell. For editors. */
export async function CorrectionsView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { payload, user } = req
  if (user === null) redirect(`/admin/login?redirect=${encodeURIComponent(CORRECTIONS)}`)
  const context = await networkContext(req)
  const { t } = context
  const steps = [{ label: t('views.correction.all') }]
  if (!mayPublish(user))
    return (
      <ViewFrame view={view} steps={steps}>
        <ViewHead level={1} title={t('views.correction.all')} lead={t('views.correction.closed')} />
      </ViewFrame>
    )
  const told: ToldCorrection[] = []
  for (const correction of await latestCorrections(SHOWN, databaseOf(payload)))
    told.push({ correction, targets: await correctionTargets(payload, correction, context.language) })
  const open = told.flatMap(({ targets }) =>
    targets.filter(({ state }) => state === 'open' || state === 'impossible'),
  )
  return (
    <ViewFrame view={view} steps={steps}>
      <ViewHead
        level={1}
        over={t('views.correction.all')}
        title={
          told.length === 0 ? t('views.correction.none') : t('views.correction.stays', { count: open.length })
        }
        lead={t('views.correction.allLead')}
      />
      {told.map((each) => (
        <OneCorrection key={each.correction.id} {...each} context={context} />
      ))}
    </ViewFrame>
  )
}

function OneCorrection({ correction, targets, context }: ToldCorrection & { readonly context: ViewContext }) {
  const { t, shortMoment } = context
  const { item, titles, kind, at, locales } = correction
  const [first] = locales
  const rest = targets.filter(({ state }) => state !== 'done')
  return (
    <section className="em-section" aria-labelledby={`em-${correction.id}`}>
      <h2 id={`em-${correction.id}`} className="em-rule em-corrected">
        <Link
          href={`/admin/collections/${item.collection}/${item.id}/corrections`}
          prefetch={false}
          lang={first}
          dir="auto"
        >
          {(first && titles[first]) || item.id}
        </Link>{' '}
        <small>{t(`views.correction.kind.${kind}`, { when: shortMoment(at) })}</small>
      </h2>
      <ToldReasons correction={correction} />
      <p className="em-quiet">
        {t('views.correction.arrived', { count: targets.length - rest.length, of: targets.length })}
      </p>
      {rest.length > 0 && <TargetList targets={rest} context={context} />}
    </section>
  )
}
