import { NavGroup } from '@payloadcms/ui'
import type { ServerProps } from 'payload'

import { hasRole } from '../../access/roles.ts'
import { NavLink } from '../nav-link.tsx'
import { viewContext } from '../view-context.ts'
import { MAIL_SET_UP } from './mail-set-up-place.ts'

/** A place in the navigation for those who set the product up. */
export function MailNav({ i18n, user }: ServerProps) {
  if (i18n === undefined || !hasRole(user ?? null, 'administrator')) return null
  const { t } = viewContext({ i18n })
  return (
    <NavGroup label={t('views.mailSetUp.nav')}>
      <NavLink href={MAIL_SET_UP} isExact={true}>
        {t('views.mailSetUp.title')}
      </NavLink>
    </NavGroup>
  )
}
