import { sql } from '../database/database.ts'

/** Ids as an array of Postgres. They travel as JSON, so that none of them is ever part of the statement. */
export const uuids = (ids: readonly string[]) =>
  sql`(select coalesce(array_agg(each.id::uuid), '{}') from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as each (id))`
