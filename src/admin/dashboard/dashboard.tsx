import type { ServerProps } from 'payload'

import { isStaff } from '../../access/staff.ts'
import { viewContext } from '../view-context.ts'
import { ViewHead } from '../view-head.tsx'
import { LastChanges } from './last-changes.tsx'
import { NeedList } from './need-list.tsx'
import { needsOf } from './needs.ts'

/** Above Payload's own dashboard: what needs the person who signed in, and where the last changes went. */
export async function Dashboard({ payload, user, i18n }: ServerProps) {
  if (user === undefined || !isStaff(user)) return null
  const context = viewContext({ i18n: i18n as Parameters<typeof viewContext>[0]['i18n'] })
  const { t, number } = context
  const needs = await needsOf(payload, user, context)
  return (
    <section className="em-dashboard">
      <ViewHead
        title={
          needs.length === 0
            ? t('views.dashboard.none.title')
            : t('views.dashboard.title', { count: needs.length, number: number(needs.length) })
        }
        lead={t(needs.length === 0 ? 'views.dashboard.none.lead' : 'views.dashboard.lead')}
      />
      <div className="em-two em-two-wide">
        <NeedList needs={needs} context={context} />
        <LastChanges payload={payload} context={context} />
      </div>
    </section>
  )
}
