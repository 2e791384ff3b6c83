import type { Locale } from '../../../i18n/locales.ts'
import { LanguageName } from '../../language-name.tsx'
import type { ViewContext } from '../../view-context.ts'

interface EditionChoiceProps {
  readonly locales: readonly Locale[]
  readonly shown: Locale
  readonly context: ViewContext
}

/** The languages in which the issue has an edition. */
export function EditionChoice({ locales, shown, context: { t } }: EditionChoiceProps) {
  return (
    <nav className="em-choice" aria-label={t('views.preview.editions')}>
      <ul>
        {locales.map((locale) => (
          <li key={locale}>
            <a href={`?edition=${locale}`} aria-current={locale === shown ? 'page' : undefined}>
              <LanguageName locale={locale} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
