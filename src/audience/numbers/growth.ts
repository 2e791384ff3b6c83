import { type Database, sql } from '../../database/database.ts'

/** By which way somebody came who had agreed to nothing before. */
export type CameBy = 'sign-up' | 'follow' | 'import'

/** By which way somebody left who agrees to nothing since. */
export const leftBy = [
  'one-click',
  'page',
  'preferences',
  'complaint',
  'bounce',
  'officer',
  'import-undone',
  'erased',
] as const
export type LeftBy = (typeof leftBy)[number]

/** How many people came or left in one way on one day. */
export interface Turn {
  /** `YYYY-MM-DD`, in the time zone that was asked for. */
  readonly day: string
  /** Exactly one of the two is not null. */
  readonly came: CameBy | null
  readonly left: LeftBy | null
  readonly people: number
}

export interface GrowthAsked {
  readonly since: Date
  /** IANA name: where a day begins. */
  readonly timeZone: string
}

/**
 * Who came and who left since then, by day, oldest first, as the ledger tells: somebody comes when they agree to something
 * and agreed to nothing before, and leaves when nothing is left of it, so who comes again counts again, and who adds a
 * newsletter does not. A change of address is neither. Erased people are still in it, under their keyed hash.
 *
 * Only addresses of which something happened since are replayed. One with a single entry needs no replay.
 */
export async function growth({ since, timeZone }: GrowthAsked, database: Database): Promise<Turn[]> {
  const { rows } = await database.execute<{
    day: string
    came: CameBy | null
    left_by: LeftBy | null
    people: number
  }>(sql`
    with asked as materialized (
      select address_key, count(*) as entries, max(id) as last from consent_events
      where ${names} group by address_key
      having max(at) >= ${since.toISOString()}::timestamptz
    ), ledger as materialized (
      select entry.address_key collate "C" as address_key, entry.id, entry.kind, entry.newsletter_ids, entry.follows,
        count(*) filter (where entry.kind in ${clearing})
          over (partition by entry.address_key collate "C" order by entry.id) as epoch
      from consent_events entry join asked on asked.address_key = entry.address_key and asked.entries > 1
      where ${names}
    ), turns as (
      select last as id, true as comes from asked where entries = 1
      union all
      select turned.id, turned.held > 0 from (${replayed}) as turned
      where (turned.held > 0) <> (turned.held_before > 0)
    )
    select to_char(entry.at at time zone ${timeZone}, 'YYYY-MM-DD') as day,
      case
        when not turns.comes then null
        when entry.kind = 'imported' then 'import'
        when entry.newsletter_ids = '[]'::jsonb then 'follow'
        else 'sign-up'
      end as came,
      case
        when turns.comes then null
        when entry.kind = 'ended' then coalesce(entry.detail->>'how', 'page')
        else entry.kind
      end as left_by,
      count(*)::int as people
    from turns join consent_events entry on entry.id = turns.id
    where entry.at >= ${since.toISOString()}::timestamptz and entry.kind not in ('moved-here', 'moved-away')
      and (not turns.comes or entry.kind in ${adding})
    group by 1, 2, 3 order by 1, 2, 3
  `)
  return rows.map(({ day, came, left_by: left, people }) => ({ day, came, left, people }))
}

const adding = sql`('confirmed', 'imported', 'moved-here', 'changed')`
const clearing = sql`('erased', 'moved-away')`
/** They say nothing about what an address agrees to. */
const silent = sql`('suppressed', 'released', 'asked')`
/** Most entries of somebody who stays name nothing: their settings changed, and no agreement did. */
const names = sql`(
  kind in ${clearing}
  or (kind not in ${silent} and (newsletter_ids <> '[]'::jsonb or follows <> '[]'::jsonb))
)`

/**
 * What `replay.ts` does, for many addresses at once: after each entry, to how many things its address agrees, and before.
 * `erased` and `moved-away` begin a new epoch, in which nothing is agreed to; within one, naming a thing counts only where
 * it changes whether it is agreed to.
 */
const replayed = sql`
  select id, held, coalesce(lag(held) over (partition by address_key order by id), 0) as held_before
  from (
    select entry.address_key, entry.id,
      sum(coalesce(step.change, 0)) over (partition by entry.address_key, entry.epoch order by entry.id) as held
    from ledger as entry
    left join (
      select id, sum(adds - before)::int as change from (
        select id, adds, coalesce(lag(adds) over (partition by address_key, epoch, thing order by id), 0) as before
        from (
          select address_key, id, epoch, thing, (kind in ${adding})::int as adds
          from ledger cross join lateral (
            select jsonb_array_elements_text(newsletter_ids) collate "C" as thing
            union
            select concat(f->>'target', '/', f->>'targetId') from jsonb_array_elements(follows) as f
          ) as things
          where kind not in ${clearing}
        ) as named
      ) as said
      group by id
    ) as step on step.id = entry.id
  ) as counted
`
