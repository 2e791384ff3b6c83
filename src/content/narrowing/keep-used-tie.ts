import { APIError, type CollectionBeforeDeleteHook, type PayloadRequest } from 'payload'

import { type Database, sql, transactionOf } from '../../database/database.ts'
import { adminText } from '../../i18n/admin-text.ts'
import { sourceLocale } from '../../i18n/locales.ts'
import { type NarrowedBy, type NarrowingLists, narrowingLists, tieTableOf } from './narrowing-lists.ts'

const CONFLICT = 409

/** What a rule is narrowed by cannot be deleted: its last tie gone, the rule would be for everything. Says which rules. */
export const keepUsedTie =
  (tie: NarrowedBy): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const transaction = await transactionOf(req)
    // Who is just about to name it in a rule waits for us, or we for them.
    await transaction.execute(
      sql`select from ${sql.identifier(tie)} where id = ${String(id)}::uuid for update`,
    )
    const places: string[] = []
    for (const list of narrowingLists.filter(({ ties }) => ties.includes(tie))) {
      const names = await namesOf(list, tie, String(id), transaction, req)
      if (names.length > 0) places.push(`${adminText(req, `${list.owner}.many`)}: ${names.join(', ')}`)
    }
    if (places.length === 0) return
    throw new APIError(adminText(req, 'narrowing.inUse', { places: places.join('; ') }), CONFLICT, null, true)
  }

async function namesOf(
  list: NarrowingLists,
  tie: NarrowedBy,
  id: string,
  transaction: Database,
  { locale }: PayloadRequest,
): Promise<readonly string[]> {
  const named = sql.identifier(list.owner.replaceAll('-', '_'))
  const name =
    list.owner === 'newsletters'
      ? sql`(select words.name from newsletters_locales words where words._parent_id = owner.id and words.name is not null
          order by words._locale::text = ${locale ?? sourceLocale} desc, words._locale limit 1)`
      : sql`owner.name`
  const { rows } = await transaction.execute<{ name: string | null }>(sql`
    select ${name} as name from ${named} owner
    where exists (
      select from ${sql.identifier(tieTableOf(list))} tie
      where tie.parent_id = owner.id and tie.${sql.identifier(`${tie}_id`)} = ${id}::uuid
    )
    order by 1
  `)
  return rows.map((row) => `“${row.name ?? ''}”`)
}
