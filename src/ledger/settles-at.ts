import { sql } from '../database/database.ts'

type Expression = ReturnType<typeof sql>

/**
 * When what is planned now has settled: at the end of the window after this one, so that all that is planned within one
 * window is due together, and none before a whole window has passed.
 * @param windowMs its length in milliseconds, as SQL. Zero: now.
 */
export const settlesAt = (windowMs: Expression): Expression => sql`coalesce(
  to_timestamp((ceil(extract(epoch from now()) * 1000 / nullif(${windowMs}, 0)) + 1) * ${windowMs} / 1000), now())`
