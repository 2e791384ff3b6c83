import { directionOf, endonymOf, type Locale } from '../i18n/locales.ts'

/** A language under its own name, in its own letters and direction. */
export function LanguageName({ locale }: { readonly locale: Locale }) {
  return (
    <bdi lang={locale} dir={directionOf(locale)}>
      {endonymOf(locale)}
    </bdi>
  )
}
