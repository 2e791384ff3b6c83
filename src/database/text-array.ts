import { sql } from './database.ts'

/** Spelled out, so that Postgres sees how many there are when it plans. */
export const textArray = (values: readonly string[]) =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`
