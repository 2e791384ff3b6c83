import { type Database, sql } from '../database/database.ts'

/** Whether an edition that is kept shows a file whose name begins like one of these. See `edition-files.ts`. */
export async function isShownInEdition(beginnings: readonly string[], database: Database): Promise<boolean> {
  if (beginnings.length === 0) return false
  const { rows } = await database.execute(sql`
    select from edition_files file
    where (${sql.join(
      beginnings.map((beginning) => sql`file.name like ${startingWith(beginning)}`),
      sql` or `,
    )})
      and exists (select from editions where editions.id = file.edition_id)
    limit 1
  `)
  return rows.length > 0
}

/** A pattern for names as addresses have them. */
const startingWith = (name: string): string =>
  `${encodeURIComponent(name).replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
