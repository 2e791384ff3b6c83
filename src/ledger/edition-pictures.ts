import { type Database, sql } from '../database/database.ts'

/** Where letters and web editions find uploaded files. */
const FILES = '/api/media/file/'

/**
 * Whether an edition that is kept shows a file whose name begins like one of these. Reads all of them: for the few times that
 * somebody replaces or deletes a file.
 */
export async function isShownInEdition(beginnings: readonly string[], database: Database): Promise<boolean> {
  if (beginnings.length === 0) return false
  const { rows } = await database.execute(sql`
    select from editions edition
    where exists (
      select from jsonb_array_elements_text(${JSON.stringify(beginnings.flatMap(inMarkup))}::jsonb) as file (address)
      where position(file.address in edition.html) > 0
    )
    limit 1
  `)
  return rows.length > 0
}

/** As an attribute has it, whether apostrophes were escaped or not. */
function inMarkup(name: string): readonly string[] {
  const address = `${FILES}${encodeURIComponent(name)}`
  return [address, address.replaceAll("'", '&#39;')]
}
