import { type Database, sql } from '../../database/database.ts'

/** Takes one pair out of the memory. False: it was not there. */
export async function forgetPair(id: number, database: Database): Promise<boolean> {
  const { rowCount } = await database.execute(sql`delete from translation_memory where id = ${id}`)
  return rowCount === 1
}

/** Of somebody whose account is erased: the pairs stay, who approved them does not. */
export async function forgetAuthor(authorId: string, database: Database): Promise<void> {
  await database.execute(sql`
    update translation_memory set author_id = null where author_id = ${authorId}
  `)
}
