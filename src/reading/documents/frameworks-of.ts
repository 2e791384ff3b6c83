import type { Framework } from '../../payload-types.ts'
import type { PlainValue, ReadableCollection } from '../contract/document.ts'

/** Collections whose documents are scored on frameworks. */
export const isScored = (collection: ReadableCollection): boolean =>
  collection === 'practices' || collection === 'peer-reviews'

/**
 * The frameworks that a practice or what its peers reviewed was scored on, whole: a score says only which dimension of which framework it is on, and
 * whoever draws them needs the scale and the names. What has no name in the language is called by its code.
 */
export function frameworksOf(row: Readonly<Record<string, unknown>>): { readonly frameworks: PlainValue } {
  const { benchmark } = row as { readonly benchmark?: { readonly scores?: unknown } | null }
  const scores = [row.scores, benchmark?.scores].flatMap((each) =>
    Array.isArray(each) ? (each as readonly { readonly framework?: unknown }[]) : [],
  )
  const frameworks = scores.flatMap(({ framework }) =>
    typeof framework === 'object' && framework !== null ? [framework as Framework] : [],
  )
  const distinct = new Map(frameworks.map((each) => [each.id, each]))
  return {
    frameworks: [...distinct.values()].map(({ id, code, name, version, scaleMin, scaleMax, dimensions }) => ({
      id,
      code,
      name: name || code,
      version,
      scaleMin,
      scaleMax,
      dimensions: dimensions.map((each) => ({ code: each.code, label: each.label || each.code })),
    })),
  }
}
