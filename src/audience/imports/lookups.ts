import { type Database, sql } from '../../database/database.ts'
import { isLocale, type Locale, localeInfo, locales } from '../../i18n/locales.ts'
import { type Frequency, frequencies } from '../choices.ts'
import { plainWord } from './propose-mapping.ts'

/** Finds what a cell means. Undefined: nothing that we know, or several things at once. */
export interface Lookups {
  readonly newsletter: (text: string) => string | undefined
  readonly topic: (text: string) => string | undefined
  readonly country: (text: string) => string | undefined
  readonly role: (text: string) => string | undefined
  readonly organisation: (text: string) => string | undefined
  /** Those that the network has. */
  readonly newsletterIds: readonly string[]
  /** Only languages that the network speaks. */
  readonly locale: (text: string) => Locale | undefined
  readonly frequency: (text: string) => Frequency | undefined
}

interface Name extends Record<string, unknown> {
  readonly kind: 'newsletter' | 'topic' | 'country' | 'role' | 'organisation'
  readonly id: string
  readonly name: string | null
}

/** By id, code, slug, or label in any language. */
export async function loadLookups(enabled: readonly Locale[], database: Database): Promise<Lookups> {
  const { rows } = await database.execute<Name>(sql`
    select 'newsletter' as kind, n.id, unnest(array[n.id::text, n.slug]) as name from newsletters n
    union all select 'newsletter', named._parent_id, named.name from newsletters_locales named
    union all select 'topic', t.id, unnest(array[t.id::text, t.slug]) from topics t
    union all select 'topic', named._parent_id, named.label from topics_locales named
    union all select 'organisation', o.id, unnest(array[o.id::text, o.slug]) from organisations o
    union all select 'organisation', named._parent_id, named.name from organisations_locales named
    union all select case t.vocabulary when 'countries' then 'country' else 'role' end, t.id, name
      from terms t cross join lateral (
        select unnest(array[t.id::text, t.code]) as name
        union all select named.label from terms_locales named where named._parent_id = t.id
      ) as each
      where t.vocabulary in ('countries', 'audiences')
  `)
  const find = (kind: Name['kind']) => finder(rows.filter((row) => row.kind === kind))
  const languages = languageNames()
  return {
    newsletter: find('newsletter'),
    topic: find('topic'),
    country: find('country'),
    role: find('role'),
    organisation: find('organisation'),
    newsletterIds: [...new Set(rows.flatMap(({ kind, id }) => (kind === 'newsletter' ? [id] : [])))],
    locale: (text) => {
      const found = localeIn(text, languages)
      return found !== undefined && enabled.includes(found) ? found : undefined
    },
    frequency: (text) => frequencies.find((each) => plainWord(each) === plainWord(text)),
  }
}

function finder(names: readonly Name[]): (text: string) => string | undefined {
  const ids = new Map<string, string | null>()
  for (const { id, name } of names) {
    if (name === null) continue
    const word = plainWord(name)
    const known = ids.get(word)
    // A name that two things have says which one only to whoever wrote it.
    ids.set(word, known === undefined || known === id ? id : null)
  }
  return (text) => ids.get(plainWord(text)) ?? undefined
}

/** `el-GR`, `EL`, `Greek`, `Griechisch` and `Ελληνικά` are one language. */
function localeIn(text: string, names: ReadonlyMap<string, Locale>): Locale | undefined {
  const tag = text.replaceAll('_', '-')
  const exact = locales.find((locale) => locale.toLowerCase() === tag.toLowerCase())
  if (exact !== undefined) return exact
  const [primary = ''] = tag.toLowerCase().split('-')
  return isLocale(primary) ? primary : names.get(plainWord(text))
}

function languageNames(): ReadonlyMap<string, Locale> {
  const names = new Map<string, Locale>()
  for (const shown of locales) {
    const display = new Intl.DisplayNames([shown], { type: 'language', fallback: 'none' })
    for (const locale of locales) {
      const name = display.of(locale)
      if (name !== undefined && !names.has(plainWord(name))) names.set(plainWord(name), locale)
    }
  }
  for (const locale of locales) names.set(plainWord(localeInfo[locale].endonym), locale)
  return names
}
