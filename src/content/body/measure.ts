import { money, percent, wholeNumber } from '../../i18n/dates.ts'
import type { Locale } from '../../i18n/locales.ts'

export type Unit = 'people' | 'businesses' | 'percent' | 'months' | 'eur' | 'number'

/** A result in the words of a language: "41", "22 %", "€2,150", "6 months". What people and businesses are counted for, the indicator says. */
export function measure(value: number, unit: Unit, locale: Locale): string {
  switch (unit) {
    case 'percent':
      return percent(value, locale)
    case 'eur':
      return money(value, 'EUR', locale)
    case 'months':
      return new Intl.NumberFormat(`${locale}-u-nu-latn`, {
        style: 'unit',
        unit: 'month',
        unitDisplay: 'long',
        maximumFractionDigits: 1,
      }).format(value)
    case 'people':
    case 'businesses':
    case 'number':
      return wholeNumber(value, locale)
  }
}
