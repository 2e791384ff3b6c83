import { NavGroup } from '@payloadcms/ui'
import type { ServerProps } from 'payload'

import { translator } from '../../i18n/translator.ts'
import { NavLink } from '../nav-link.tsx'
import { viewContext } from '../view-context.ts'
import { audiencePlaces } from './audience-places.ts'

/** A group in the navigation for those who look after subscribers. */
export function AudienceNav({ i18n, user }: ServerProps) {
  const places = audiencePlaces(user ?? null)
  if (places.length === 0 || i18n === undefined) return null
  const { language } = viewContext({ i18n })
  const t = translator(language, 'audience')
  return (
    <NavGroup label={t('nav')}>
      {places.map(({ name, href }) => (
        <NavLink key={name} href={href} isExact={name === 'numbers'}>
          {t(`nav.${name}`)}
        </NavLink>
      ))}
    </NavGroup>
  )
}
