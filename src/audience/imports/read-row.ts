import { addressKey } from '../../secrets/address-key.ts'
import { canonicalAddress } from '../canonical-address.ts'
import { withoutAddresses } from './evidence.ts'
import type { FileSource } from './file-format.ts'
import type { BarReason, ImportField, ImportMapping } from './import-fields.ts'
import type { Lookups } from './lookups.ts'
import type { FileRecord } from './read-records.ts'
import { type Cells, cellsOf } from './row-cells.ts'

/** Why a row cannot be used, whatever else is known of the person. */
export const rowFaults = [
  'no-address',
  'not-an-address',
  'no-language',
  'unknown-language',
  'no-newsletter',
  'unknown-newsletter',
  'unknown-topic',
  'unknown-country',
  'unknown-role',
  'unknown-organisation',
  'unknown-frequency',
  'unknown-date',
  'unknown-status',
  'wrong-attributes',
] as const
type RowFault = (typeof rowFaults)[number]

/** What the mapping makes of a row. Stored as it is; what was not said is left out. */
interface RowValues {
  readonly locale?: string
  readonly furtherLocales?: readonly string[]
  readonly newsletters?: readonly string[]
  readonly topics?: readonly string[]
  readonly countries?: readonly string[]
  readonly role?: string
  readonly organisation?: string
  readonly frequency?: string
  readonly confirmedAt?: string
  readonly consentText?: string
  readonly consentSource?: string
  /** The address must get no mail: for why, and from `global` or these newsletters. */
  readonly bars?: { readonly reason: BarReason; readonly scopes: readonly string[] }
  /** Of a row that is refused: what could not be understood. */
  readonly found?: string
}

export interface ReadRow {
  readonly line: number
  /** Null: there is none, or none that mail could be sent to. */
  readonly email: string | null
  readonly addressKey: string | null
  readonly values: RowValues
  readonly fault: RowFault | null
}

export interface RowTerms {
  readonly mapping: ImportMapping
  readonly source: FileSource
  /** `suppressions`: each row is an address that must get no mail. */
  readonly brings: 'people' | 'suppressions'
  readonly lookups: Lookups
  readonly now: Date
}

/** A cell that is not understood. */
class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood'
  readonly fault: RowFault
  readonly found: string

  constructor(fault: RowFault, found: string) {
    super(fault)
    this.fault = fault
    this.found = found
  }
}

/** Pure but for the keyed hash. Never throws for what stands in the file. */
export function readRow({ line, cells }: FileRecord, terms: RowTerms): ReadRow {
  const typed = addressIn(cells, terms.mapping)
  const address = typed === '' ? null : canonicalAddress(typed)
  if (address === null)
    return {
      line,
      email: null,
      addressKey: null,
      values: typed === '' ? {} : { found: shortened(typed) },
      fault: typed === '' ? 'no-address' : 'not-an-address',
    }
  const known = { line, email: address.address, addressKey: addressKey(address.canonical) }
  try {
    const said = cellsOf(cells, terms.mapping)
    const bars = barsOf(said, terms)
    return { ...known, values: bars === null ? personOf(said, terms) : { bars }, fault: null }
  } catch (error) {
    if (error instanceof SyntaxError) return { ...known, values: {}, fault: 'wrong-attributes' }
    if (!(error instanceof NotUnderstood)) throw error
    const found = shortened(error.found)
    return { ...known, values: found === '' ? {} : { found }, fault: error.fault }
  }
}

const addressIn = (cells: readonly string[], { columns }: ImportMapping): string =>
  cells[columns.indexOf('email')]?.trim() ?? ''

/** Enough to be found in the file. An address in the wrong column is not told. */
const shortened = (text: string): string => withoutAddresses(text).slice(0, 60)

function personOf(said: Cells, { mapping: { defaults }, lookups, now }: RowTerms): RowValues {
  const all = (field: ImportField, find: (text: string) => string | undefined, fault: RowFault): string[] => [
    ...new Set(said.list(field).map((text) => understood(find(text), fault, text))),
  ]
  const one = (field: ImportField, find: (text: string) => string | undefined, fault: RowFault) => {
    const text = said.text(field)
    return text === '' ? undefined : understood(find(text), fault, text)
  }
  const locale = one('locale', lookups.locale, 'unknown-language') ?? defaults.locale
  if (locale === null) throw new NotUnderstood('no-language', '')
  const listed = all('newsletters', lookups.newsletter, 'unknown-newsletter')
  const newsletters = listed.length === 0 ? defaults.newsletterIds : listed
  if (newsletters.length === 0) throw new NotUnderstood('no-newsletter', '')
  const values: RowValues = {
    locale,
    newsletters,
    furtherLocales: all('furtherLocales', lookups.locale, 'unknown-language').filter(
      (each) => each !== locale,
    ),
    topics: all('topics', lookups.topic, 'unknown-topic'),
    countries: all('countries', lookups.country, 'unknown-country'),
    frequency: one('frequency', lookups.frequency, 'unknown-frequency') ?? defaults.frequency,
    ...defined('role', one('role', lookups.role, 'unknown-role')),
    ...defined('organisation', one('organisation', lookups.organisation, 'unknown-organisation')),
    ...defined(
      'confirmedAt',
      one('confirmedAt', (text) => momentIn(text, now), 'unknown-date'),
    ),
    ...defined('consentText', withoutAddresses(said.text('consentText')) || undefined),
    ...defined('consentSource', withoutAddresses(said.text('consentSource')).slice(0, 300) || undefined),
  }
  return values
}

const defined = <Name extends string>(name: Name, value: string | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: string }

function understood(value: string | undefined, fault: RowFault, text: string): string {
  if (value === undefined) throw new NotUnderstood(fault, text)
  return value
}

/** Words of the programs that lists come from: https://listmonk.app/docs/concepts/#subscriber */
const statuses: Readonly<Record<string, BarReason | null>> = {
  enabled: null,
  subscribed: null,
  confirmed: null,
  active: null,
  disabled: 'unsubscribed',
  unsubscribed: 'unsubscribed',
  blocklisted: 'manual',
  cleaned: 'hard-bounce',
  bounced: 'hard-bounce',
}

/** Null: a person who is to get mail. */
function barsOf(said: Cells, { mapping: { defaults }, brings, lookups }: RowTerms): RowValues['bars'] | null {
  const status = said.text('status').toLowerCase()
  const told = status === '' ? null : statuses[status]
  if (told === undefined) throw new NotUnderstood('unknown-status', status)
  const reason = told ?? (brings === 'suppressions' ? defaults.barReason : null)
  if (reason === null) return null
  // Who left a list left what it is here; who must get nothing gets nothing.
  const lists = defaults.newsletterIds.length === 0 ? lookups.newsletterIds : defaults.newsletterIds
  return { reason, scopes: reason === 'unsubscribed' ? lists : ['global'] }
}

const dated =
  /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/u

/** ISO 8601 as programs write it; without a zone it is UTC. `03/04/2024` could be two days and is none. */
function momentIn(text: string, now: Date): string | undefined {
  const [, day, time = '00:00', zone = 'Z'] = dated.exec(text) ?? []
  if (day === undefined) return undefined
  const offset =
    zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})?$/u, (_, h, m) => `${h}:${m ?? '00'}`)
  const moment = new Date(`${day}T${time.replace(/(\.\d{3})\d+$/u, '$1')}${offset}`)
  // `2024-02-31` becomes 2 March: no day that anybody agreed on.
  const isReal = !Number.isNaN(moment.getTime()) && new Date(`${day}T00:00Z`).toISOString().startsWith(day)
  return isReal && moment <= now && moment.getUTCFullYear() >= 1990 ? moment.toISOString() : undefined
}
