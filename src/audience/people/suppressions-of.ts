import { type Database, sql } from '../../database/database.ts'

/** Why an address gets no mail, or none of one newsletter. */
export interface PersonSuppression {
  /** `global` or a newsletter's id. */
  readonly scope: string
  readonly reason: string
  readonly note: string | null
  /** Id of the member of staff. Null: nobody of staff. */
  readonly actor: string | null
  readonly at: Date
}

/** The one of everything first. */
export async function suppressionsOf(addressKey: string, database: Database): Promise<PersonSuppression[]> {
  const { rows } = await database.execute<{
    scope: string
    reason: string
    note: string | null
    actor: string | null
    at: string
  }>(sql`
    select scope, reason, note, actor, at from suppressions where address_key = ${addressKey}
    order by scope <> 'global', at, scope
  `)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}
