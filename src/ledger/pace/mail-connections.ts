import { type Database, sql } from '../../database/database.ts'

/** Which of the places at a mail server, and whose. */
interface Sought {
  /** The first and the one after the last. */
  readonly from: number
  readonly to: number
  /** A UUID of the process. */
  readonly holder: string
  /** Somebody waits for the mail: what is free is theirs, and who holds the rest is asked to let go of it. */
  readonly isUrgent: boolean
}

/** Renewed long before: a process that stands still for longer than this may have its place taken. */
const HELD = '60 seconds'
/** Asked anew several times a second by whoever still waits. */
const WANTED = '1 second'

/** Takes a free place, by the database's clock. Null: there is none, or it is wanted by a mail that is more urgent. */
export async function takePlace(
  { from, to, holder, isUrgent }: Sought,
  database: Database,
): Promise<number | null> {
  await database.execute(sql`
    insert into mail_connections (place) select generate_series(${from}::integer, ${to}::integer - 1)
    on conflict do nothing
  `)
  const { rows } = await database.execute<{ place: number }>(sql`
    update mail_connections set holder = ${holder}::uuid, held_until = clock_timestamp() + ${HELD}::interval,
      wanted_until = case when ${isUrgent} then null else wanted_until end
    where place = (
      select place from mail_connections
      where place >= ${from} and place < ${to} and coalesce(held_until < clock_timestamp(), true)
        and (${isUrgent} or coalesce(wanted_until < clock_timestamp(), true))
      order by place limit 1 for update skip locked
    )
    returning place
  `)
  const [taken] = rows
  if (taken !== undefined) return taken.place
  if (isUrgent)
    await database.execute(sql`
      update mail_connections set wanted_until = clock_timestamp() + ${WANTED}::interval
      where place >= ${from} and place < ${to}
    `)
  return null
}

/** Whether somebody more urgent waits for it, or it is another's by now. */
export async function isPlaceWanted(place: number, holder: string, database: Database): Promise<boolean> {
  const { rows } = await database.execute<{ mine: boolean }>(sql`
    select holder = ${holder}::uuid and coalesce(wanted_until < clock_timestamp(), true) as mine
    from mail_connections where place = ${place}
  `)
  return rows[0]?.mine !== true
}

/** Says that the process is still there, and so are its connections. */
export async function keepPlaces(holder: string, database: Database): Promise<void> {
  await database.execute(sql`
    update mail_connections set held_until = clock_timestamp() + ${HELD}::interval where holder = ${holder}::uuid
  `)
}

export async function leavePlace(place: number, holder: string, database: Database): Promise<void> {
  await database.execute(sql`
    update mail_connections set holder = null, held_until = null where place = ${place} and holder = ${holder}::uuid
  `)
}
