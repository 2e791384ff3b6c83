/** Why a whole file is refused. */
export const refusals = [
  'too-large',
  'encoding',
  'not-xml',
  'not-tmx',
  'version',
  'declarations',
  'too-deep',
] as const

export type Refusal = (typeof refusals)[number]

/** Nothing of the file is taken. */
export class TmxRefusal extends Error {
  override readonly name = 'TmxRefusal'
  readonly reason: Refusal
  /** Where in the file, from 1. Null: the file as such. */
  readonly line: number | null
  /** The last unit that began, by its own name or its place from 1. Null: none. */
  readonly unit: string | null

  constructor(reason: Refusal, line: number | null = null, unit: string | null = null) {
    super(`the file is refused: ${reason}${line === null ? '' : ` in line ${line}`}`)
    this.reason = reason
    this.line = line
    this.unit = unit
  }
}
