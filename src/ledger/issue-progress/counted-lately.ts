import type { Database } from '../../database/database.ts'

/** What counts faster is counted anew for everybody. */
const SLOW_MS = 50
/** Counting may take a tenth of a process's time at most. */
const TIMES_ITS_COST = 10

interface Count {
  readonly result: Promise<unknown>
  readonly startedAt: number
  /** Null: it is under way. */
  costMs: number | null
}

const lately = new WeakMap<Database, Map<string, Count>>()

/**
 * Counts of a large issue that many look at: slow ones are shared by all who ask meanwhile, and stay for ten times as long as
 * they took.
 * @param key says what is counted, of which issue.
 */
export function countedLately<Result>(
  key: string,
  database: Database,
  count: () => Promise<Result>,
): Promise<Result> {
  const counts = lately.get(database) ?? new Map<string, Count>()
  lately.set(database, counts)
  const known = counts.get(key)
  if (known !== undefined && isGood(known)) return known.result as Promise<Result>
  const startedAt = performance.now()
  const result = count()
  const entry: Count = { result, startedAt, costMs: null }
  counts.set(key, entry)
  const end = (): void => {
    entry.costMs = performance.now() - startedAt
  }
  const fail = (): void => {
    if (counts.get(key) === entry) counts.delete(key)
  }
  result.then(end, fail)
  return result
}

function isGood({ startedAt, costMs }: Count): boolean {
  const age = performance.now() - startedAt
  if (costMs === null) return age > SLOW_MS
  return costMs > SLOW_MS && age < costMs * (1 + TIMES_ITS_COST)
}

/** After something was decided: whoever did it wants to see it. */
export const countAnew = (database: Database): void => void lately.delete(database)
