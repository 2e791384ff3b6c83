const sorted = (values: readonly number[]): number[] => values.toSorted((one, other) => one - other)

/** Nearest rank. `values` must not be empty. */
export function percentile(values: readonly number[], percent: number): number {
  const ranked = sorted(values)
  const value = ranked[Math.max(0, Math.ceil((percent / 100) * ranked.length) - 1)]
  if (value === undefined) throw new RangeError('no values')
  return Number(value.toFixed(1))
}

export const median = (values: readonly number[]): number => percentile(values, 50)
