import { type Database, sql } from '../../database/database.ts'

type Statement = ReturnType<typeof sql>

/** Why a row that can be read is refused, or brings less than it says. */
export const standingReasons = [
  /** The same address stands in another row, which counts. */
  'twice',
  'erased',
  'moved-away',
  'suppressed-complaint',
  'suppressed-hard-bounce',
  'suppressed-manual',
  'suppressed-unsubscribed',
  /** Of all newsletters of the row. */
  'unsubscribed',
  /** Of some of them; the others are brought. */
  'partly-unsubscribed',
  /** The list says that they left what they have confirmed here themselves. */
  'subscribed-here',
] as const

/**
 * Decides what comes of rows, from what is known of each person at this moment: an address that was erased, moved away
 * from or suppressed stays out; a newsletter that somebody left stays left. Both the check and the import itself ask here.
 *
 * The ledger is asked beside the suppressions, since it is the proof and nobody can take anything from it.
 * @param rows a relation of line, address_key, vals (see `RowValues`), fault, and first_line, which is null where the
 * address stands in no other row that counts.
 * @returns the relation with subscriber_id (null: not known), outcome, reason and adds, the ids that the row brings. Never
 * joined with the relation itself: before its statistics are there, that is done row by row.
 */
export const standingOf = (rows: Statement): Statement => sql`
  select row.*, person.id as subscriber_id,
    case
      when row.fault is not null or row.first_line is not null then 'refused'
      when row.vals ? 'bars' then case
        when bars.open <> '[]' then 'barred' when bars.held > 0 then 'unchanged' else 'refused' end
      when barred.reason is not null or last.kind in ('erased', 'moved-away') then 'refused'
      when wanted.open <> '[]' then case when person.id is null then 'new' else 'added' end
      when wanted.ended > 0 then 'refused'
      else 'unchanged'
    end as outcome,
    case
      when row.fault is not null then row.fault
      when row.first_line is not null then 'twice'
      when row.vals ? 'bars' then case when bars.open = '[]' and bars.held = 0 then 'subscribed-here' end
      when last.kind = 'erased' or barred.reason = 'erased' then 'erased'
      when barred.reason is not null then 'suppressed-' || barred.reason
      when last.kind = 'moved-away' then 'moved-away'
      when wanted.ended > 0 then case when wanted.open = '[]' then 'unsubscribed' else 'partly-unsubscribed' end
    end as reason,
    case when row.vals ? 'bars' then bars.open else wanted.open end as adds
  from ${rows} as row
  left join subscribers person on person.address_key = row.address_key
  left join suppressions barred on barred.address_key = row.address_key and barred.scope = 'global'
  left join lateral (
    select event.kind from consent_events event
    where event.address_key = row.address_key and event.kind in ('erased', 'moved-away', 'confirmed', 'moved-here')
    order by event.id desc limit 1
  ) last on true
  left join lateral (
    select coalesce(jsonb_agg(list.id order by list.id) filter (where not list.ended and not list.has), '[]') as open,
      count(*) filter (where list.ended) as ended
    from (
      select newsletter.id, tie.state is not distinct from 'confirmed' as has,
        tie.state is distinct from 'confirmed' and (
          (tie.state is not distinct from 'ended' and tie.ended_how is distinct from 'import-undone')
          or exists (select from suppressions s where s.address_key = row.address_key and s.scope = newsletter.id)
          or coalesce((
            select event.kind = 'ended' from consent_events event
            where event.address_key = row.address_key and event.newsletter_ids @> to_jsonb(newsletter.id)
              and event.kind in ('confirmed', 'imported', 'moved-here', 'changed', 'ended', 'import-undone')
            order by event.id desc limit 1
          ), false)
        ) as ended
      from jsonb_array_elements_text(row.vals -> 'newsletters') as newsletter (id)
      left join subscriptions tie
        on tie.subscriber_id = person.id and tie.newsletter_id = newsletter.id::uuid
    ) list
  ) wanted on true
  left join lateral (
    select coalesce(jsonb_agg(bar.scope order by bar.scope) filter (where not bar.held and not bar.has), '[]') as open,
      count(*) filter (where bar.held) as held
    from (
      select scope.scope,
        exists (select from suppressions s
          where s.address_key = row.address_key and s.scope in (scope.scope, 'global')) as held,
        -- Who confirmed here did so with us; that they left another list later says nothing about ours.
        exists (select from subscriptions tie where tie.subscriber_id = person.id
          and tie.newsletter_id::text = scope.scope and tie.state = 'confirmed') as has
      from jsonb_array_elements_text(row.vals #> '{bars,scopes}') as scope (scope)
    ) bar
  ) bars on row.vals ? 'bars'`

/** Everything of an import that is under way happens under this lock, which a killed worker's session gives back. */
export async function holdsImport(importId: string, transaction: Database): Promise<boolean> {
  const { rows } = await transaction.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`audience-import:${importId}`}, 0)) as held`,
  )
  return rows[0]?.held === true
}
