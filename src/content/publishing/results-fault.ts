type Row = Readonly<Record<string, unknown>>

/**
 * Whether a practice claims more than it shows: one that was monitored, evaluated or replicated has results. One that is
 * only described has nothing to count yet, and figures must not be made up for it.
 */
export const lacksResults = ({ evidenceLevel, results }: Row): boolean => {
  const claims = typeof evidenceLevel === 'string' && evidenceLevel !== 'described'
  return claims && (!Array.isArray(results) || results.length === 0)
}
