import { isTranslatable, type TranslatableReference } from '../../content/translatable.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { type ExchangeFile, originalOf } from './exchange-file.ts'
import type { FileProblem, UnitReport } from './import-report.ts'
import type { ImportTerms } from './import-terms.ts'
import { type PlannedTarget, planUnit } from './plan-unit.ts'
import type { ReadDocument, ReadFile } from './read-document.ts'
import { keyOf } from './unit-id.ts'

export interface ImportPlan {
  readonly units: readonly UnitReport[]
  /** Empty as soon as one unit is refused or in conflict: a document is imported as a whole. */
  readonly writes: readonly PlannedTarget[]
}

export interface ExchangeKey extends TranslatableReference {
  readonly locale: Locale
}

/** The item and locale that a file names. Null: none that can be. */
export function exchangeKeyOf({ original, targetLocale }: ReadFile): ExchangeKey | null {
  const [, collection, id] = /^([a-z]+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u.exec(original) ?? []
  const locale = localeOf(targetLocale)
  return isTranslatable(collection) && id !== undefined && locale !== null ? { collection, id, locale } : null
}

/** Tags are the same in any case: RFC 5646, section 2.1.1. */
const localeOf = (tag: string): Locale | null => {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    return isLocale(canonical) ? canonical : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

export const exchangeName = (collection: string, id: string, locale: string): string =>
  `${collection}/${id}/${locale}`

/** Decides for each unit what comes of it. @param current by `exchangeName`: what stands in the database now. */
export function planImport(
  document: ReadDocument,
  current: ReadonlyMap<string, ExchangeFile>,
  terms: ImportTerms,
): ImportPlan {
  const seen = new Set<string>()
  const planned = document.files.flatMap((file) => {
    const found = currentOf(file, current)
    const problem = fileProblemOf(file, found, seen, terms)
    return problem !== null || found === null
      ? [{ report: fileReport(file, found, problem ?? 'unknown-item'), write: null }]
      : planUnits(file, found, terms)
  })
  const units = planned.map(({ report }) => report)
  const isRefused = units.some(({ outcome }) => outcome === 'problem' || outcome === 'conflict')
  return {
    units,
    writes: isRefused ? [] : planned.flatMap(({ write }) => (write === null ? [] : [write])),
  }
}

function currentOf(file: ReadFile, current: ReadonlyMap<string, ExchangeFile>): ExchangeFile | null {
  const key = exchangeKeyOf(file)
  return key === null ? null : (current.get(exchangeName(key.collection, key.id, key.locale)) ?? null)
}

/** @param seen gains the file's name. */
function fileProblemOf(
  file: ReadFile,
  found: ExchangeFile | null,
  seen: Set<string>,
  { locales, onlyLocale, onlyItems }: ImportTerms,
): FileProblem | null {
  const locale = localeOf(file.targetLocale)
  if (file.targetLocale === '') return 'no-locale'
  if (locale === null) return 'foreign-locale'
  if (onlyLocale !== null && locale !== onlyLocale) return 'other-locale'
  if (!locales.includes(locale)) return 'not-your-locale'
  if (onlyItems !== null && !onlyItems.includes(file.original)) return 'other-item'
  if (found === null) return 'unknown-item'
  if (localeOf(file.sourceLocale) !== found.sourceLocale) return 'other-source-locale'
  const name = `${originalOf(found)} ${locale}`
  if (seen.has(name)) return 'file-twice'
  seen.add(name)
  return null
}

function planUnits(file: ReadFile, found: ExchangeFile, terms: ImportTerms) {
  const segments = new Map(found.segments.map((segment) => [segment.key, segment]))
  const seen = new Set<string>()
  return file.units.map((unit) => {
    const key = keyOf(unit.id)
    const isRepeated = seen.has(key)
    seen.add(key)
    const { outcome, write, ...said } = planUnit(
      { unit, file: found, fileRevision: file.revision, segment: segments.get(key) ?? null, isRepeated },
      terms,
    )
    const report: UnitReport = {
      ...namesOf(file, found),
      unit: shortened(key),
      label: segments.get(key)?.label ?? '',
      line: unit.line,
      outcome,
      ...said,
    }
    return { report, write }
  })
}

const MAX_NAME = 120

const shortened = (name: string): string => Array.from(name).slice(0, MAX_NAME).join('')

const namesOf = (file: ReadFile, found: ExchangeFile | null) => ({
  file: shortened(file.original),
  title: found?.title ?? '',
  locale: shortened(file.targetLocale),
})

const fileReport = (file: ReadFile, found: ExchangeFile | null, problem: FileProblem): UnitReport => ({
  ...namesOf(file, found),
  unit: null,
  label: '',
  line: file.line,
  outcome: 'problem',
  problem,
  notes: [],
  values: {},
})
