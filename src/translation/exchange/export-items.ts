import type { Asker } from '../../access/roles.ts'
import { mayTranslateInto } from '../../access/translators.ts'
import { isTranslatable } from '../../content/translatable.ts'
import type { Database } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { type ExchangeFile, isOpen, type XliffVersion, xliffVersions } from './exchange-file.ts'
import type { FieldLabels } from './field-labels.ts'
import { type ExchangeKey, exchangeName } from './plan-import.ts'
import { readExchanges } from './read-exchange.ts'

/** Of one document. */
const MAX_ITEMS = 500

export const exportFaults = [
  'locale',
  'not-your-locale',
  'version',
  'scope',
  'items',
  'too-many-items',
  'no-such-item',
  'mixed-sources',
  'nothing-open',
] as const

/** Why nothing was exported, and what is to blame. */
export interface ExportFault {
  readonly fault: (typeof exportFaults)[number]
  /** Parameter of the address. */
  readonly field: 'items' | 'locale' | 'version' | 'scope'
  /** Item that is to blame. Empty: none in particular. */
  readonly item: string
}

interface ExportWish {
  readonly keys: readonly ExchangeKey[]
  readonly locale: Locale
  readonly version: XliffVersion
  readonly scope: 'open' | 'all'
}

const faulty = (fault: ExportFault['fault'], field: ExportFault['field'], item = ''): ExportFault => ({
  fault,
  field,
  item: item.slice(0, 80),
})

/** What an address asks for: `items=practices/<id>,news/<id>&locale=el&version=2.1&scope=open`. */
export function exportWish(
  query: URLSearchParams,
  user: Asker,
  enabled: readonly Locale[],
): ExportWish | ExportFault {
  const locale = query.get('locale')
  const version = query.get('version') ?? '2.1'
  const scope = query.get('scope') ?? 'open'
  if (!isLocale(locale) || !enabled.includes(locale)) return faulty('locale', 'locale')
  if (!mayTranslateInto(user, locale)) return faulty('not-your-locale', 'locale')
  if (!isVersion(version)) return faulty('version', 'version')
  if (scope !== 'open' && scope !== 'all') return faulty('scope', 'scope')
  const names = [...new Set(query.getAll('items').flatMap((value) => value.split(',')))].filter(
    (name) => name !== '',
  )
  if (names.length === 0) return faulty('items', 'items')
  if (names.length > MAX_ITEMS) return faulty('too-many-items', 'items')
  const keys = names.map((name) => keyNamed(name, locale))
  const unknown = keys.indexOf(null)
  return unknown >= 0
    ? faulty('no-such-item', 'items', names[unknown])
    : { keys: keys.filter((key) => key !== null), locale, version, scope }
}

const isVersion = (value: string): value is XliffVersion => xliffVersions.some((version) => version === value)

function keyNamed(name: string, locale: Locale): ExchangeKey | null {
  const [collection, id, ...more] = name.split('/')
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id ?? '')
  return isTranslatable(collection) && id !== undefined && isId && more.length === 0
    ? { collection, id, locale }
    : null
}

/** The files of a document as they would go out: with what is open, or with everything. */
export async function filesToExport(
  { keys, locale, version, scope }: ExportWish,
  labels: FieldLabels,
  database: Database,
): Promise<readonly ExchangeFile[] | ExportFault> {
  const found = await readExchanges(keys, labels, database)
  const missing = keys.find(({ collection, id }) => !found.has(exchangeName(collection, id, locale)))
  if (missing !== undefined) return faulty('no-such-item', 'items', `${missing.collection}/${missing.id}`)
  const files = [...found.values()]
    .map((file) => (scope === 'all' ? file : { ...file, segments: file.segments.filter(isOpen) }))
    .filter(({ segments }) => segments.length > 0)
  if (files.length === 0) return faulty('nothing-open', 'scope')
  const sources = new Set(files.map(({ sourceLocale }) => sourceLocale))
  return version === '2.1' && sources.size > 1 ? faulty('mixed-sources', 'version') : files
}
