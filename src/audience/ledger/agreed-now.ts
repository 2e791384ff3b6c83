import { sql } from '../../database/database.ts'

/**
 * `replay` for all addresses at once, as a query of `(address_key, target, thing)`: what each agrees to now by the ledger.
 * A newsletter's target is `newsletter`. What was added stands if nothing took it away later, by its name or with everything.
 */
export const agreedNow = sql`(
  select named.address_key, named.target, named.thing
  from (
    select event.address_key, event.id, 'newsletter' as target, jsonb_array_elements_text(event.newsletter_ids) as thing,
      event.kind in ('confirmed', 'imported', 'moved-here', 'changed') as adds
    from consent_events event
    where event.kind in ('confirmed', 'imported', 'moved-here', 'changed', 'ended', 'import-undone')
    union all
    select event.address_key, event.id, follow.target, follow."targetId",
      event.kind in ('confirmed', 'imported', 'moved-here', 'changed')
    from consent_events event, jsonb_to_recordset(event.follows) as follow (target text, "targetId" text)
    where event.kind in ('confirmed', 'imported', 'moved-here', 'changed', 'ended', 'import-undone')
      and event.follows <> '[]'::jsonb
  ) named
  left join (
    select address_key, max(id) as id from consent_events where kind in ('erased', 'moved-away') group by address_key
  ) emptied on emptied.address_key = named.address_key
  group by named.address_key, named.target, named.thing
  having coalesce(max(named.id) filter (where named.adds), 0)
    > greatest(max(named.id) filter (where not named.adds), max(emptied.id), 0)
)`
