import { getTranslation, type I18n } from '@payloadcms/translations'
import Link from 'next/link'
import type { StaticLabel } from 'payload'

import type { Asker } from '../../access/roles.ts'
import { translator } from '../../i18n/translator.ts'
import { translationPlaces } from '../translation-places.ts'
import type { ViewContext } from '../view-context.ts'

/** As Payload groups collections and globals for its navigation. */
export interface NavGroup {
  readonly label: string
  readonly entities: readonly {
    readonly slug: string
    readonly label: StaticLabel
    readonly type: string
  }[]
}

interface PlacesProps {
  readonly groups: readonly NavGroup[]
  readonly user: Asker
  readonly i18n: I18n
  readonly context: ViewContext
}

/** The ways into everything that this person may see. */
export function Places({ groups, user, i18n, context: { t, language } }: PlacesProps) {
  const texts = translator(language, 'translation')
  return (
    <nav className="em-places" aria-label={t('views.dashboard.places')}>
      <section>
        <h2 className="em-rule">{texts('matrix.nav')}</h2>
        <ul>
          {translationPlaces(user).map(({ name, href }) => (
            <li key={name}>
              <Link href={href} prefetch={false}>
                {texts(`matrix.nav.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {groups.map(({ label, entities }) => (
        <section key={label}>
          <h2 className="em-rule">{label}</h2>
          <ul>
            {entities.map(({ slug, label: name, type }) => (
              <li key={slug}>
                <Link href={`/admin/${type}/${slug}`} prefetch={false}>
                  {getTranslation(name, i18n)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
