import { chooseLocale } from '../../i18n/choose-locale.ts'
import { type Locale, locales } from '../../i18n/locales.ts'

/** What of a change says who can read its item. */
interface ReadableChange {
  readonly item: { readonly id: string }
  readonly locale: Locale
  readonly kind: string
  readonly publicLocales: readonly Locale[]
}

interface Served {
  readonly item: string
  readonly reader: Locale
  /** In which language the reader reads the item now. Null: in none. */
  readonly shown: Locale | null
  /** The same before what these changes withdrew. */
  readonly was: Locale | null
}

/** For each item and each language that a person can choose, what they read, as everywhere else (`chooseLocale`). */
export function served(changes: readonly ReadableChange[], spoken: readonly Locale[]): Served[] {
  const items = new Map(changes.map(({ item, publicLocales }) => [item.id, publicLocales]))
  return [...items].flatMap(([item, publicLocales]) => {
    const now = spoken.filter((locale) => publicLocales.includes(locale))
    const gone = new Set(
      changes.flatMap((change) =>
        change.item.id === item && change.kind === 'withdrawn' ? change.locale : [],
      ),
    )
    const before = spoken.filter((locale) => now.includes(locale) || gone.has(locale))
    return locales.flatMap((reader) => {
      const was = readBy(reader, before)
      return was === null ? [] : [{ item, reader, shown: readBy(reader, now), was }]
    })
  })
}

const readBy = (reader: Locale, available: readonly Locale[]): Locale | null =>
  chooseLocale([reader], available, { whenNone: 'skip' }).locale

/** The same for what exists in all of the network's languages, as its mails do. */
export const readIn = (spoken: readonly Locale[]): { reader: Locale; shown: Locale }[] =>
  locales.flatMap((reader) => {
    const shown = readBy(reader, spoken)
    return shown === null ? [] : [{ reader, shown }]
  })
