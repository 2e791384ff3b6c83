import { NavGroup } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import { translator } from '../i18n/translator.ts'
import { NavLink } from './nav-link.tsx'
import { translationPlaces, waitingFor } from './translation-places.ts'
import { viewContext } from './view-context.ts'

/** A group in the navigation for translating, with the number of texts that wait for whoever looks. */
export async function TranslationNav({ i18n, payload, user }: ServerProps) {
  const places = translationPlaces(user ?? null)
  if (places.length === 0 || i18n === undefined) return null
  const { language, number } = viewContext({ i18n })
  const t = translator(language, 'translation')
  const waiting = await waitingFor(user ?? null, payload)
  return (
    <NavGroup label={t('matrix.nav')}>
      {places.map(({ name, href }) => (
        <NavLink key={name} href={href} isExact={name === 'translations'}>
          {t(`matrix.nav.${name}`)}
          {name === 'translations' && waiting > 0 && (
            <>
              <span className="em-nav-count" aria-hidden="true">
                {number(waiting)}
              </span>
              <span className="em-sr">
                {t('matrix.nav.waiting', { count: waiting, number: number(waiting) })}
              </span>
            </>
          )}
        </NavLink>
      ))}
    </NavGroup>
  )
}
