import { sql } from '../../database/database.ts'
import { type FacetCodes, facetsOf } from './facet-codes.ts'
import type { SegmentCondition, SegmentGroup, SegmentLeaf } from './segment-condition.ts'

type Fragment = ReturnType<typeof sql>

interface Meaning {
  readonly codes: FacetCodes
  /** From which the last days are counted. */
  readonly now: Date
}

/**
 * A condition as one of SQL over `subscriber_facets` under the name `faceted`, never null. All values are parameters; they
 * are arrays rather than subqueries, so that the planner knows how many people they choose.
 */
export function segmentSql(condition: SegmentCondition, meaning: Meaning): Fragment {
  if (condition.kind === 'not') return sql`not (${segmentSql(condition.of, meaning)})`
  if ('of' in condition) return groupSql(condition, meaning)
  return leafSql(condition, meaning)
}

/** What is cheap to ask comes first: of a million people, most are then decided by it. */
function groupSql({ kind, of }: SegmentGroup, meaning: Meaning): Fragment {
  const parts = of.toSorted((one, other) => costOf(one) - costOf(other))
  if (kind === 'all')
    return sql`(${sql.join(
      parts.map((part) => segmentSql(part, meaning)),
      sql` and `,
    )})`
  // One comparison for all that are about facets.
  const leaves = parts.filter(isAboutFacets)
  const facets = leaves.length === 0 ? [] : [overlap(leaves, meaning)]
  const others = parts.filter((part) => !isAboutFacets(part)).map((part) => segmentSql(part, meaning))
  return sql`(${sql.join([...facets, ...others], sql` or `)})`
}

function leafSql(leaf: SegmentLeaf, meaning: Meaning): Fragment {
  switch (leaf.kind) {
    case 'first-language':
      return sql`faceted.locale = any (${arrayOf(leaf.values)}::text[])`
    case 'confirmed-before':
      return sql`faceted.confirmed_on < ${leaf.day}::date`
    case 'confirmed-since':
      return sql`faceted.confirmed_on >= ${leaf.day}::date`
    case 'confirmed-within':
      return sql`faceted.confirmed_on >= ${daysBefore(meaning.now, leaf.days)}::date`
    default:
      return overlap([leaf], meaning)
  }
}

const overlap = (leaves: readonly SegmentLeaf[], { codes }: Meaning): Fragment => {
  const wanted = codes.of(leaves.flatMap(facetsOf))
  // Nobody ever had any of them.
  return wanted.length === 0 ? sql`false` : sql`faceted.facets && ${arrayOf(wanted)}::int[]`
}

const isAboutFacets = (condition: SegmentCondition): condition is SegmentLeaf =>
  !('of' in condition) && facetsOf(condition).length > 0

/** About how many comparisons are made for one person: what stands first decides for most, so the rest counts for less. */
function costOf(condition: SegmentCondition): number {
  if (condition.kind === 'not') return costOf(condition.of)
  if (!('of' in condition)) return 1 + facetsOf(condition).length
  const costs = condition.of.map(costOf).sort((one, other) => one - other)
  return costs.reduce((sum, cost, at) => sum + cost / DECIDED_BY_EACH ** at, 0)
}

const DECIDED_BY_EACH = 4

/** A literal of Postgres. Locales and numbers hold nothing that would need quotes. */
const arrayOf = (values: readonly (string | number)[]): string => `{${values.join(',')}}`

/** A day in UTC, as people are counted by. */
export function daysBefore(now: Date, days: number): string {
  const day = new Date(now)
  day.setUTCDate(day.getUTCDate() - days)
  return day.toISOString().slice(0, 10)
}
