import { sql } from '../../database/database.ts'
import { type FacetCodes, facetsOf } from './facet-codes.ts'
import type { SegmentCondition, SegmentLeaf } from './segment-condition.ts'

type Fragment = ReturnType<typeof sql>

interface Meaning {
  readonly codes: FacetCodes
  /** From which the last days are counted. */
  readonly now: Date
}

const never = sql`false`

/**
 * A condition as one of SQL over `subscriber_facets` under the name `faceted`, never null. All values are parameters; they
 * are arrays rather than subqueries, so that the planner knows how many people they choose.
 */
export function segmentSql(condition: SegmentCondition, meaning: Meaning): Fragment {
  if (condition.kind === 'not') return sql`not (${segmentSql(condition.of, meaning)})`
  if ('of' in condition) {
    const parts = condition.of.map((each) => segmentSql(each, meaning))
    return sql`(${sql.join(parts, condition.kind === 'all' ? sql` and ` : sql` or `)})`
  }
  return leafSql(condition, meaning)
}

function leafSql(leaf: SegmentLeaf, { codes, now }: Meaning): Fragment {
  switch (leaf.kind) {
    case 'first-language':
      return sql`faceted.locale = any (${arrayOf(leaf.values)}::text[])`
    case 'confirmed-before':
      return sql`faceted.confirmed_on < ${leaf.day}::date`
    case 'confirmed-since':
      return sql`faceted.confirmed_on >= ${leaf.day}::date`
    case 'confirmed-within':
      return sql`faceted.confirmed_on >= ${daysBefore(now, leaf.days)}::date`
    default: {
      const wanted = codes.of(facetsOf(leaf))
      return wanted.length === 0 ? never : sql`faceted.facets && ${arrayOf(wanted)}::int[]`
    }
  }
}

/** A literal of Postgres. Locales and numbers hold nothing that would need quotes. */
const arrayOf = (values: readonly (string | number)[]): string => `{${values.join(',')}}`

/** A day in UTC, as people are counted by. */
export function daysBefore(now: Date, days: number): string {
  const day = new Date(now)
  day.setUTCDate(day.getUTCDate() - days)
  return day.toISOString().slice(0, 10)
}
