import type { XliffVersion } from './exchange-file.ts'
import type { Inline } from './inline.ts'

/** How far the file says a unit is: not yet, translated, or signed off. */
export type Done = 'no' | 'yes' | 'final'

/** One unit as it stands in a file; what it says is not to be trusted before it is checked. */
export interface ReadUnit {
  readonly id: string
  readonly line: number
  readonly source: readonly Inline[]
  /** Null: none in the file. */
  readonly target: readonly Inline[] | null
  readonly done: Done
  /** A tool split the unit, and not every part is translated. */
  readonly isPartial: boolean
  /** Of the source to the letter, as it went out. Null: the tool dropped it. */
  readonly digest: string | null
  /** Of the source as translators must react to it. Null: the tool dropped it. */
  readonly hash: string | null
  /** Version of the target that went out. Null: the tool dropped it. */
  readonly base: number | null
  /** An element that no text of ours has. Null: there is none. */
  readonly foreignElement: string | null
}

export interface ReadFile {
  /** `practices/<id>`, or anything else. */
  readonly original: string
  readonly sourceLocale: string
  /** Empty: not stated. */
  readonly targetLocale: string
  /** Of the source when it went out. Null: the tool dropped it. */
  readonly revision: number | null
  readonly line: number
  readonly units: readonly ReadUnit[]
}

export interface ReadDocument {
  readonly version: XliffVersion
  readonly files: readonly ReadFile[]
}

/** Why a document as a whole was refused. */
export const documentFaults = [
  'empty',
  'too-large',
  'encoding',
  'not-xml',
  'doctype',
  'too-deep',
  'too-many',
  'not-xliff',
  'version',
  'no-units',
] as const

export interface DocumentFault {
  readonly reason: (typeof documentFaults)[number]
  /** From 1; 0 where no place is to blame. */
  readonly line: number
  readonly column: number
  /** What was found there, short. */
  readonly detail: string
}
