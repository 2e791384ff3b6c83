import { isLocale, type Locale, locales } from '../../../i18n/locales.ts'
import type { MemoryPair } from '../memory-pair.ts'
import type { TmxUnit, TmxVariant } from './read-tmx.ts'
import { fromTmxMoment } from './tmx-moment.ts'

/** Why a unit, or one language of it, is left out. */
export const unitProblems = ['no-source', 'no-target', 'unknown-language', 'too-long'] as const

export interface UnitProblem {
  /** Its `tuid`, or its place in the file from 1. */
  readonly unit: string
  readonly reason: (typeof unitProblems)[number]
  /** The language as the file writes it. Null: the unit as such. */
  readonly language: string | null
}

export interface PairsOfUnit {
  readonly pairs: readonly MemoryPair[]
  readonly problems: readonly UnitProblem[]
}

/** In characters, of one text: as much as a long article. */
const LONGEST = 20_000
const LONGEST_PROP = 500
const LONGEST_NAME = 60

export interface TmxFile {
  readonly name: string
  /** For units that do not say when they changed. */
  readonly readAt: Date
}

/**
 * One pair for each language but the source's. Where any language may be the source, the first is. A region that we do not
 * have is left out: `en-GB` is `en`.
 */
export function pairsOfUnit(unit: TmxUnit, file: TmxFile): PairsOfUnit {
  const name = unit.name.slice(0, LONGEST_NAME)
  const problem = (reason: UnitProblem['reason'], language: string | null = null): UnitProblem => ({
    unit: name,
    reason,
    language: language?.slice(0, LONGEST_NAME) ?? null,
  })
  const source = sourceOf(unit)
  if (source === null || source.text.trim() === '') return { pairs: [], problems: [problem('no-source')] }
  const sourceLocale = localeOf(source.language)
  if (sourceLocale === null) return { pairs: [], problems: [problem('unknown-language', source.language)] }
  if (source.text.length > LONGEST) return { pairs: [], problems: [problem('too-long', source.language)] }

  const pairs: MemoryPair[] = []
  const problems: UnitProblem[] = []
  for (const target of unit.variants.filter((variant) => variant !== source)) {
    const targetLocale = localeOf(target.language)
    if (targetLocale === null) problems.push(problem('unknown-language', target.language))
    else if (target.text.length > LONGEST) problems.push(problem('too-long', target.language))
    else if (target.text.trim() !== '' && targetLocale !== sourceLocale)
      pairs.push({
        sourceLocale,
        targetLocale,
        sourceText: source.text,
        targetText: target.text,
        context: propOf(unit, 'x-context'),
        field: propOf(unit, 'x-field'),
        provenance: propOf(unit, 'x-provenance') || file.name,
        authorId: null,
        at: changedAt(unit, target) ?? file.readAt,
      })
  }
  return pairs.length + problems.length === 0
    ? { pairs, problems: [problem('no-target')] }
    : { pairs, problems }
}

function sourceOf({ sourceLanguage, variants }: TmxUnit): TmxVariant | null {
  if (sourceLanguage === '*all*') return variants[0] ?? null
  const wanted = sourceLanguage.toLowerCase()
  const same = variants.find(({ language }) => language.toLowerCase() === wanted)
  const similar = variants.find(({ language }) => localeOf(language) === localeOf(sourceLanguage))
  return same ?? (localeOf(sourceLanguage) === null ? null : (similar ?? null))
}

/** RFC 4647, lookup: subtags are left out from the end until a locale of ours remains. */
function localeOf(language: string): Locale | null {
  const subtags = language.replaceAll('_', '-').toLowerCase().split('-')
  for (let count = subtags.length; count > 0; count--) {
    const tag = subtags.slice(0, count).join('-')
    const found = locales.find((locale) => locale.toLowerCase() === tag)
    if (isLocale(found)) return found
  }
  return null
}

function propOf({ props }: TmxUnit, type: string): string {
  const value = props.get(type) ?? ''
  return value.length > LONGEST_PROP ? '' : value
}

const changedAt = (unit: TmxUnit, target: TmxVariant): Date | null =>
  [...target.moments, ...unit.moments].map(fromTmxMoment).find((at) => at !== null) ?? null
