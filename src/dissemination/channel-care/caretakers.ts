import { type Database, sql } from '../../database/database.ts'

/** Whom a channel's troubles concern: who takes care of it, or else every administrator. Ids of staff. */
export async function caretakersOf(channelId: string, database: Database): Promise<readonly string[]> {
  const { rows } = await database.execute<{ id: string }>(sql`
    with caretaker as (
      select u.id from channels c join users u on u.id = c.caretaker_id where c.id = ${channelId}
    )
    select id from caretaker
    union all
    select distinct r.parent_id from users_roles r
    where r.value = 'administrator' and not exists (select from caretaker)
  `)
  return rows.map(({ id }) => id)
}
