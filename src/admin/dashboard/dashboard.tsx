import { Gutter } from '@payloadcms/ui'
import type { TFunction } from 'i18next'
import type { AdminViewServerProps } from 'payload'

import { type Asker, mayPublish } from '../../access/roles.ts'
import { isStaff } from '../../access/staff.ts'
import { networkContext } from '../view-context.ts'
import { ViewFoot } from '../view-foot.tsx'
import { ViewHead } from '../view-head.tsx'
import { LastChanges } from './last-changes.tsx'
import { LastReach } from './last-reach.tsx'
import type { Need } from './need.ts'
import { NeedList } from './need-list.tsx'
import { needsOf } from './needs.ts'
import { type NavGroup, Places } from './places.tsx'

interface DashboardProps extends AdminViewServerProps {
  /** The collections that this person may see, as Payload groups them. */
  readonly navGroups: readonly NavGroup[]
}

/** What needs the person who signed in, where the last changes went, and the ways into the collections. */
export async function Dashboard({ initPageResult, navGroups }: DashboardProps) {
  const { req } = initPageResult
  const { payload, user } = req
  if (!isStaff(user)) return null
  const context = await networkContext(req)
  const { t, number } = context
  const needs = await needsOf(req, context)
  return (
    <Gutter className="em-dashboard">
      <ViewHead
        level={1}
        title={
          needs.length === 0
            ? t('views.dashboard.none.title')
            : t('views.dashboard.title', { count: needs.length, number: number(needs.length) })
        }
        lead={leadOf(needs, user, t)}
      />
      <div className="em-two em-two-wide">
        <div>
          <NeedList needs={needs} context={context} />
          <LastReach payload={payload} user={user} context={context} />
        </div>
        <LastChanges payload={payload} context={context} />
      </div>
      <Places groups={navGroups} user={user} i18n={req.i18n} context={context} />
      <ViewFoot req={req} />
    </Gutter>
  )
}

/** That everything is in order can only be said to those who are told of everything. */
function leadOf(needs: readonly Need[], user: Asker, t: TFunction): string | undefined {
  if (needs.length > 0) return t('views.dashboard.lead')
  return mayPublish(user) ? t('views.dashboard.none.lead') : undefined
}
