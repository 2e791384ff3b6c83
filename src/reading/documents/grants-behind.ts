import { type Database, sql } from '../../database/database.ts'

/** A grant in words that are the same in every language. */
export interface GrantFacts {
  /** Null: not told in public. */
  readonly grantNumber: string | null
  /** Code of the programme. */
  readonly programme: string | null
  readonly website: string | null
  /** Row of the programme, whose code may change. */
  readonly programmeId: string | null
}

/** The grants of some projects, by acronym: everybody may read them. */
export async function grantsBehind(
  projectIds: readonly string[],
  database: Database,
): Promise<ReadonlyMap<string, GrantFacts>> {
  if (projectIds.length === 0) return new Map()
  const { rows } = await database.execute<Record<keyof GrantFacts | 'acronym', string | null>>(sql`
    select acronym, grant_number as "grantNumber", website, programme.code as programme, programme_id as "programmeId"
    from projects left join terms programme on programme.id = programme_id
    where projects.id::text in (select jsonb_array_elements_text(${JSON.stringify(projectIds)}::jsonb))
  `)
  return new Map(
    rows.flatMap(({ acronym, ...facts }) => (acronym === null ? [] : [[acronym, facts] as const])),
  )
}
