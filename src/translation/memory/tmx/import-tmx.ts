import type { Payload } from 'payload'

import { type Database, inTransaction, rehearse } from '../../../database/database.ts'
import type { MemoryPair } from '../memory-pair.ts'
import { rememberImported } from '../remember.ts'
import { pairsOfUnit, type TmxFile, type UnitProblem } from './pairs-of-unit.ts'
import { readTmx } from './read-tmx.ts'

/** What became of a file. */
export interface TmxImport {
  readonly units: number
  /** Pairs of a source and a target that could be read. */
  readonly pairs: number
  /** Of those, new or newer than what was remembered. */
  readonly changed: number
  /** Units, or languages of units, that were left out. */
  readonly problems: number
  /** The first of them. */
  readonly firstProblems: readonly UnitProblem[]
}

interface ImportOptions {
  /** Counts what would become of it, and takes all of it back. */
  readonly dryRun: boolean
}

const BATCH = 2000
const SHOWN_PROBLEMS = 50

/**
 * Remembers the pairs of a TMX file. Units that cannot be used are left out and reported; a file that cannot be read as a
 * whole is refused, and nothing of it stays.
 * @throws {TmxRefusal}
 */
export const importTmx = (
  payload: Payload,
  bytes: AsyncIterable<Uint8Array>,
  file: TmxFile,
  { dryRun }: ImportOptions,
): Promise<TmxImport> =>
  dryRun
    ? rehearse(payload, (database) => store(bytes, file, database))
    : inTransaction(payload, (database) => store(bytes, file, database))

async function store(
  bytes: AsyncIterable<Uint8Array>,
  file: TmxFile,
  database: Database,
): Promise<TmxImport> {
  let batch: MemoryPair[] = []
  let units = 0
  let pairs = 0
  let changed = 0
  let problems = 0
  const firstProblems: UnitProblem[] = []
  const flush = async (): Promise<void> => {
    changed += await rememberImported(batch, database)
    batch = []
  }
  for await (const unit of readTmx(bytes)) {
    const read = pairsOfUnit(unit, file)
    units++
    pairs += read.pairs.length
    problems += read.problems.length
    firstProblems.push(...read.problems.slice(0, SHOWN_PROBLEMS - firstProblems.length))
    batch.push(...read.pairs)
    if (batch.length >= BATCH) await flush()
  }
  await flush()
  return { units, pairs, changed, problems, firstProblems }
}
