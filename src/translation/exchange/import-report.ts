/** Why a file inside the document was refused. */
export const fileProblems = [
  'unknown-item',
  'other-item',
  'file-twice',
  'other-source-locale',
  'no-locale',
  'foreign-locale',
  'other-locale',
  'not-your-locale',
] as const

/** Why a unit was refused. */
export const unitProblems = [
  'unknown-unit',
  'unit-twice',
  'altered-source',
  'source-changed',
  'markup-changed',
  'foreign-markup',
  'typed-mark',
  'missing-markup',
  'extra-markup',
  'misnested',
  'control-character',
  'line-break',
  'too-long',
] as const

/** What is worth knowing of a unit that was not refused. */
export const unitNotes = [
  'source-changed',
  'needs-approval',
  'overwritten',
  'empty',
  'partial',
  'changed-since',
] as const

export type FileProblem = (typeof fileProblems)[number]
export type UnitProblem = (typeof unitProblems)[number]
export type UnitNote = (typeof unitNotes)[number]

/**
 * What comes of one unit. skipped: the file holds no translation of it. conflict: somebody wrote a newer one, and
 * nobody has said which is to stay. kept: the newer one stays.
 */
export const outcomes = ['problem', 'conflict', 'imported', 'kept', 'skipped', 'unchanged'] as const
export type Outcome = (typeof outcomes)[number]

export interface UnitReport {
  /** `practices/<id>`, as the file says it; cut when it is longer than any name of ours. */
  readonly file: string
  /** Of the item. Empty: there is no such item. */
  readonly title: string
  /** As the file says it. */
  readonly locale: string
  /** Key of the segment. Null: it is about the file as a whole. */
  readonly unit: string | null
  /** Name of the field. Empty: there is no such unit. */
  readonly label: string
  /** Of the document that was handed in, from 1. */
  readonly line: number
  readonly outcome: Outcome
  readonly problem: FileProblem | UnitProblem | null
  readonly notes: readonly UnitNote[]
  /** What the problem's text mentions: marks, a character, a count and a limit. */
  readonly values: Readonly<Record<string, string | number>>
}
