import type { Locale } from '../../../i18n/locales.ts'

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const

/** A time span in its largest unit that fits: `2.5 hours`. Anything shorter is one second. */
export function duration(ms: number, language: Locale): string {
  const [unit, length] = units.find(([, each]) => ms >= each) ?? (['second', 1_000] as const)
  return new Intl.NumberFormat(`${language}-u-nu-latn`, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: unit === 'second' ? 0 : 1,
  }).format(Math.max(1, ms / length))
}
