import { type Database, sql } from '../../database/database.ts'
import {
  type ConditionFault,
  leavesOf,
  type ReadCondition,
  readCondition,
  type SegmentCondition,
} from './segment-condition.ts'

/** Reads a condition as `readCondition` does, and asks whether the vocabularies still hold what it names. */
export async function checkCondition(value: unknown, database: Database): Promise<ReadCondition> {
  const read = readCondition(value)
  if ('fault' in read) return read
  const fault = await findUnknownValue(read.condition, database)
  return fault === null ? read : { fault }
}

/** The first condition with an id that the vocabularies do not hold, as after a topic was deleted. Null: there is none. */
async function findUnknownValue(
  condition: SegmentCondition,
  database: Database,
): Promise<ConditionFault | null> {
  const leaves = leavesOf(condition)
  const values = leaves.flatMap(({ leaf }, at) =>
    'values' in leaf && hasIds(leaf.kind) ? leaf.values.map((id) => ({ at, kind: leaf.kind, id })) : [],
  )
  const { rows } = await database.execute<{ at: number }>(sql`
    select named.at from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as named (at int, kind text, id uuid)
    where not case named.kind
      when 'newsletter' then exists (select from newsletters where id = named.id)
      when 'topic' then exists (select from topics where id = named.id)
      when 'organisation' then exists (select from organisations where id = named.id)
      when 'country' then exists (select from terms where id = named.id and vocabulary = 'countries')
      when 'role' then exists (select from terms where id = named.id and vocabulary = 'audiences')
    end
    order by named.at limit 1
  `)
  const found = rows[0] === undefined ? undefined : leaves[rows[0].at]
  return found === undefined ? null : { path: [...found.path, 'values'], problem: 'unknown-value' }
}

const hasIds = (kind: string): boolean =>
  ['newsletter', 'topic', 'country', 'role', 'organisation'].includes(kind)
