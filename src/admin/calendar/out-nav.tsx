import { NavGroup } from '@payloadcms/ui'
import type { ServerProps } from 'payload'

import { mayPublish } from '../../access/roles.ts'
import { CORRECTIONS } from '../corrections/corrections-place.ts'
import { NavLink } from '../nav-link.tsx'
import { viewContext } from '../view-context.ts'
import { CALENDAR } from './calendar-place.ts'

/** Places in the navigation for those who decide what goes out. */
export function OutNav({ i18n, user }: ServerProps) {
  if (i18n === undefined || !mayPublish(user ?? null)) return null
  const { t } = viewContext({ i18n })
  return (
    <NavGroup label={t('views.out.nav')}>
      <NavLink href={CALENDAR} isExact={true}>
        {t('views.calendar.title')}
      </NavLink>
      <NavLink href={CORRECTIONS} isExact={true}>
        {t('views.correction.all')}
      </NavLink>
    </NavGroup>
  )
}
