import type { Locale } from './locales.ts'

const KILO = 1000

/** "840 kB" or "1.2 MB". */
export function fileSize(bytes: number, locale: Locale): string {
  const inMega = bytes >= KILO * KILO
  return new Intl.NumberFormat(`${locale}-u-nu-latn`, {
    style: 'unit',
    unit: inMega ? 'megabyte' : 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: inMega ? 1 : 0,
  }).format(inMega ? bytes / KILO / KILO : Math.max(1, bytes / KILO))
}
