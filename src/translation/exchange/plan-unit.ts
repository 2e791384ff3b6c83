import type { TranslatableCollection } from '../../content/translatable.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { ExchangeFile, ExchangeSegment, ExchangeState } from './exchange-file.ts'
import type { Outcome, UnitNote, UnitProblem } from './import-report.ts'
import type { ImportTerms } from './import-terms.ts'
import { codedOf, plainOf } from './inline.ts'
import type { Done, ReadUnit } from './read-document.ts'
import { type SourceStanding, sourceStanding } from './source-standing.ts'
import { targetProblem } from './target-problem.ts'
import { writable } from './xml-text.ts'

/** What a target becomes. */
export interface PlannedTarget {
  readonly collection: TranslatableCollection
  readonly itemId: string
  readonly locale: Locale
  readonly key: string
  /** Coded text. */
  readonly text: string
  readonly state: 'needs-review' | 'approved'
  readonly sourceHash: string
  readonly sourceText: string
  readonly sourceRevision: number
  /** Of the target that it replaces. 0: there is none. */
  readonly version: number
}

interface UnitInQuestion {
  readonly unit: ReadUnit
  readonly file: ExchangeFile
  /** Of the source when the file went out. */
  readonly fileRevision: number | null
  /** Null: the item has no such segment. */
  readonly segment: ExchangeSegment | null
  readonly isRepeated: boolean
}

export interface UnitPlan {
  readonly outcome: Outcome
  readonly problem: UnitProblem | null
  readonly notes: readonly UnitNote[]
  readonly values: Readonly<Record<string, string | number>>
  readonly write: PlannedTarget | null
}

/** Decides what comes of one unit. Nothing that a file says is taken on trust. */
export function planUnit(question: UnitInQuestion, terms: ImportTerms): UnitPlan {
  const { unit, segment, isRepeated } = question
  if (segment === null) return refused('unknown-unit')
  if (isRepeated) return refused('unit-twice')
  if (unit.foreignElement !== null)
    return refused('foreign-markup', { element: unit.foreignElement.slice(0, 40) })
  const standing = sourceStanding(unit, segment)
  if (standing === 'altered') return refused('altered-source')

  const { target } = unit
  if (target === null) return passed('skipped')
  const text = codedOf(target)
  const isSame = segment.version > 0 && text === writable(segment.target)
  if (isSame && !isRaised(unit.done, segment, standing, terms)) return passed('unchanged')
  if (unit.isPartial) return passed('skipped', 'partial')
  // Tools confirm what they find empty; a text is left out on purpose in the editor, not by a file.
  if (plainOf(target).trim() === '') return passed('skipped', 'empty')

  const problem = targetProblem(target, unit.source, segment, standing)
  if (problem !== null) return refused(problem.reason, problem.values)
  if (!standing.isCurrent && terms.oldSource === 'refuse') return refused('source-changed')
  return accepted(question, segment, standing, { isSame, text }, terms)
}

function accepted(
  { unit, file, fileRevision }: UnitInQuestion,
  segment: ExchangeSegment,
  standing: SourceStanding,
  { isSame, text }: { readonly isSame: boolean; readonly text: string },
  terms: ImportTerms,
): UnitPlan {
  const isConflict = !isSame && isNewer(segment, unit.base)
  if (isConflict && terms.conflicts === 'refuse') return passed('conflict', 'changed-since')
  if (isConflict && terms.conflicts === 'keep') return passed('kept', 'changed-since')
  const notes: UnitNote[] = []
  if (!standing.isCurrent) notes.push('source-changed')
  if (unit.done === 'final' && !terms.mayPublish) notes.push('needs-approval')
  if (isConflict) notes.push('overwritten')
  const { collection, itemId, targetLocale, sourceRevision } = file
  const write: PlannedTarget = {
    collection,
    itemId,
    locale: targetLocale,
    key: segment.key,
    text: isSame ? segment.target : text,
    state: stateAfter(unit.done, terms),
    sourceHash: standing.hash,
    sourceText: standing.text,
    sourceRevision: standing.isCurrent
      ? sourceRevision
      : Math.max(1, Math.min(fileRevision ?? 1, sourceRevision)),
    version: segment.version,
  }
  return { outcome: 'imported', problem: null, notes, values: {}, write }
}

const stateAfter = (done: Done, { mayPublish }: ImportTerms): PlannedTarget['state'] =>
  done === 'final' && mayPublish ? 'approved' : 'needs-review'

const ranks: Readonly<Record<ExchangeState, number>> = {
  missing: 0,
  machine: 0,
  'in-translation': 0,
  'needs-review': 1,
  approved: 2,
}

/** Whether a translation whose words stay as they are gets further by this file: confirmed, signed off, or still right. */
function isRaised(
  done: Done,
  { state, outdated }: ExchangeSegment,
  { isCurrent }: SourceStanding,
  terms: ImportTerms,
): boolean {
  if (done === 'no' || !isCurrent) return false
  return outdated || ranks[stateAfter(done, terms)] > ranks[state]
}

/**
 * Whether a person wrote it after the file went out. Where the tool lost the version, whatever is approved counts as
 * newer: to ask once too often costs less than a lost text.
 */
function isNewer({ state, version }: ExchangeSegment, base: number | null): boolean {
  if (state === 'missing' || state === 'machine') return false
  return base === null ? state === 'approved' : version !== base
}

const refused = (problem: UnitProblem, values: Readonly<Record<string, string | number>> = {}): UnitPlan => ({
  outcome: 'problem',
  problem,
  notes: [],
  values,
  write: null,
})

const passed = (outcome: Outcome, ...notes: readonly UnitNote[]): UnitPlan => ({
  outcome,
  problem: null,
  notes,
  values: {},
  write: null,
})
