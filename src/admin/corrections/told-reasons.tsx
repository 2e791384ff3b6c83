import { directionOf, isLocale } from '../../i18n/locales.ts'
import type { StoredCorrection } from '../../ledger/item-corrections.ts'

/** What readers are told of a correction, each word in its own language. */
export function ToldReasons({ correction: { reasons } }: { readonly correction: StoredCorrection }) {
  return (
    <ul className="em-told">
      {Object.entries(reasons)
        .filter(([locale]) => isLocale(locale))
        .map(([locale, reason]) => (
          <li key={locale} lang={locale} dir={isLocale(locale) ? directionOf(locale) : 'auto'}>
            {reason}
          </li>
        ))}
    </ul>
  )
}
