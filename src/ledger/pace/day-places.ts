import { type Database, sql } from '../../database/database.ts'
import { type Day, today } from './sending-days.ts'

/**
 * Places of a day that somebody holds mails for: they count as taken. Whoever hands a mail over uses its place in the very
 * statement that begins it, and no mail is begun without one; so a place that was returned is never used as well.
 *
 * Longer than the mails themselves are held: see `hold-mails.ts`.
 */
const HELD_FOR = '2 minutes'

export interface Reserved {
  /** Of the mails, how many may leave. */
  readonly granted: number
  /** On which day of the network, as `2026-11-29`. */
  readonly day: string
}

/** Takes places for mails that this lease holds, as many as the day still has. Once for each lease. */
export async function reservePlaces(
  mails: number,
  leaseToken: string,
  { senderDomain, atMost }: Day,
  database: Database,
): Promise<Reserved> {
  await database.execute(sql`
    insert into sending_days (day, sender_domain, mails) values (${today}, ${senderDomain}, 0) on conflict do nothing
  `)
  const { rows } = await database.execute<{ granted: number; day: string }>(sql`
    with locked as (
      select day, mails from sending_days where day = ${today} and sender_domain = ${senderDomain} for update
    ), granted as (
      select day, least(${mails}, greatest(0, coalesce(${atMost}::integer - mails, ${mails})))::integer as places, mails
      from locked
    ), reserved as (
      insert into day_places (lease_token, day, sender_domain, places, held_until)
      select ${leaseToken}::uuid, day, ${senderDomain}, places, now() + ${HELD_FOR}::interval from granted where places > 0
    )
    update sending_days d set mails = granted.mails + granted.places
    from granted where d.day = granted.day and d.sender_domain = ${senderDomain}
    returning granted.places as granted, d.day::text as day
  `)
  return rows[0] ?? { granted: 0, day: '' }
}

/** Parts of a statement that begins mails: `place` is to be asked for `hasPlaces`, and what `begun` returns is used up. */
export const placesOf = (leaseToken: string) => ({
  place: sql`place as materialized (
    select places from day_places where lease_token = ${leaseToken}::uuid for update
  )`,
  hasPlaces: (mails: number) => sql`(select places from place) >= ${mails}::integer`,
  used: sql`used as (
    update day_places set places = places - (select count(*) from begun) where lease_token = ${leaseToken}::uuid
  )`,
})

/** Returns places of mails that this lease gives up. Those that lapsed meanwhile are returned already. */
export async function returnPlaces(mails: number, leaseToken: string, database: Database): Promise<void> {
  if (mails === 0) return
  await database.execute(sql`
    with place as materialized (
      select lease_token, day, sender_domain, least(places, ${mails}::integer) as returned
      from day_places where lease_token = ${leaseToken}::uuid for update
    ), kept as (
      update day_places held set places = held.places - place.returned from place
      where held.lease_token = place.lease_token
    )
    update sending_days d set mails = greatest(0, d.mails - place.returned)
    from place where d.day = place.day and d.sender_domain = place.sender_domain
  `)
}

/** Returns the places of whoever vanished with them. */
export async function returnLapsedPlaces(database: Database): Promise<void> {
  await database.execute(sql`
    with lapsed as (
      delete from day_places where lease_token in (
        select lease_token from day_places where held_until < now() for update skip locked
      )
      returning day, sender_domain, places
    ), returned as (
      select day, sender_domain, sum(places)::integer as places from lapsed group by 1, 2
    )
    update sending_days d set mails = greatest(0, d.mails - returned.places)
    from returned where d.day = returned.day and d.sender_domain = returned.sender_domain and returned.places > 0
  `)
}
