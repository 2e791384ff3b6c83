/** Why a file cannot be read any further. */
export const fileFaults = [
  'empty',
  'too-large',
  'too-many-rows',
  'too-many-columns',
  'line-too-long',
  'quote-open',
  'quote-stray',
  'nul',
  'no-address-column',
  'gone',
] as const
export type FileFaultReason = (typeof fileFaults)[number]

/** A file that a person must mend. Ends whatever was reading it. */
export class FileFault extends Error {
  override readonly name = 'FileFault'

  readonly reason: FileFaultReason
  /** From 1. Null: it is about the file as a whole. */
  readonly line: number | null

  constructor(reason: FileFaultReason, line: number | null) {
    super(`the file is refused: ${reason}${line === null ? '' : ` in line ${line}`}`)
    this.reason = reason
    this.line = line
  }
}
