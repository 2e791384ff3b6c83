import { type Database, sql } from '../../database/database.ts'

type Fragment = ReturnType<typeof sql>

/** Long enough to travel or to rearrange a day. */
const AHEAD = '24 hours'

/** Longer than `AHEAD`, so that the sweep finds in time what nobody told the planner. */
const NEAR = '25 hours'

/** What a reminder is planned under: an event that moves is another thing to be reminded of. */
export const reminderKey = (eventId: string, start: Date): string => `${eventId}:${start.toISOString()}`

/** A person has just followed something: plans the reminders that they asked for. */
export const planRemindersOf = (subscriberId: string, database: Database): Promise<void> =>
  enter(sql`f.subscriber_id = ${subscriberId}::uuid`, database)

/** Reminders that became due without anybody saying so, as when somebody changes their settings. For the sweep. */
export const planNearReminders = (database: Database): Promise<void> =>
  enter(sql`event.start < now() + ${NEAR}::interval`, database)

/**
 * Events have changed: reminders of a time that no longer holds are dropped, those of the new one are planned. An event
 * that is postponed has no time, until it is given one. What may have left already is for its sender to settle.
 */
export async function replanReminders(eventIds: readonly string[], transaction: Database): Promise<void> {
  if (eventIds.length === 0) return
  const ids = sql`(select jsonb_array_elements_text(${JSON.stringify(eventIds)}::jsonb)::uuid)`
  await transaction.execute(sql`
    update personal_mails mail set state = 'skipped', updated_at = now(), lease_token = null, lease_until = null,
      reason = case when event.id is null or event.status = 'cancelled' or not ${isPublic} then 'event-cancelled'
        else 'event-moved' end
    from ${ids} as changed (id) left join events event on event.id = changed.id
    where mail.kind = 'reminder' and mail.state = 'planned' and mail.attempts = 0 and left(mail.key, 36) = changed.id::text
      and (event.id is null or event.status in ('cancelled', 'postponed') or not ${isPublic}
        or mail.key <> ${keyOfEvent})
  `)
  await enter(sql`event.id in ${ids}`, transaction)
}

const isPublic = sql`exists (
  select from events_locales named where named._parent_id = event.id and named._status = 'published'
)`

/** The same as `reminderKey`. */
const keyOfEvent = sql`event.id || ':' || to_char(event.start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Due a day before, or at once where that has passed and the event has not begun. What was dropped comes back to life. */
async function enter(which: Fragment, database: Database): Promise<void> {
  await database.execute(sql`
    insert into personal_mails as known (id, subscriber_id, kind, key, items, state, due_at)
    select gen_random_uuid(), f.subscriber_id, 'reminder', ${keyOfEvent},
      jsonb_build_array(jsonb_build_object('collection', 'events', 'id', event.id, 'locale', person.locale, 'why', 'reminder')),
      'planned', greatest(event.start - ${AHEAD}::interval, now())
    from follows f
    join events event on event.id = f.target_id
    join subscribers person on person.id = f.subscriber_id and person.status = 'active'
    where f.target = 'events' and f.reminder and event.start > now()
      and event.status not in ('cancelled', 'postponed') and ${isPublic} and ${which}
    on conflict (subscriber_id, kind, key) do update set
      state = 'planned', reason = null, due_at = excluded.due_at, updated_at = now()
    where known.state = 'skipped' and known.reason in ('event-moved', 'event-cancelled', 'unsubscribed')
  `)
}
