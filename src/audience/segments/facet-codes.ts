import { type Database, sql } from '../../database/database.ts'
import { leavesOf, type SegmentCondition, type SegmentLeaf } from './segment-condition.ts'

/** The key under `topic` and `country` that people have who chose none of them: they want all. */
export const EVERYTHING = 'all'

/** What people can be chosen by, as `facets` names it. */
export interface FacetName {
  readonly kind: string
  readonly key: string
}

/** Numbers of facets. One that nobody ever had is not in it. */
export interface FacetCodes {
  of(facets: readonly FacetName[]): readonly number[]
}

/** The facets of which one is enough to meet a leaf. None where it is not about facets. */
export function facetsOf(leaf: SegmentLeaf): readonly FacetName[] {
  if (!('values' in leaf) || leaf.kind === 'first-language') return []
  const { kind, values } = leaf
  const keys = kind === 'topic' || kind === 'country' ? [...values, EVERYTHING] : values
  return keys.map((key) => ({ kind, key }))
}

/** Looks up everything that a condition speaks of, at once. */
export async function readFacetCodes(condition: SegmentCondition, database: Database): Promise<FacetCodes> {
  const named = leavesOf(condition).flatMap(({ leaf }) => facetsOf(leaf))
  const { rows } = await database.execute<FacetName & { code: number } & Record<string, unknown>>(sql`
    select f.kind, f.key, f.code from facets f
    join jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as named (kind text, key text)
      on named.kind = f.kind and named.key = f.key
  `)
  const codes = new Map(rows.map(({ kind, key, code }) => [`${kind} ${key}`, code]))
  return {
    of: (facets) => facets.flatMap(({ kind, key }) => codes.get(`${kind} ${key}`) ?? []),
  }
}
