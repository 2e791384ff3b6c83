import { type Database, sql } from '../../database/database.ts'
import { CALLBACK_WAIT_MS } from '../engines/next-try.ts'
import { AWAITING } from './request-state.ts'

/** A worker that dies so often over the same request is not sent after it again. */
const MAX_LOST = 3

/** Requests for an engine that are due and that nobody holds. */
export async function dueRequests(limit: number, database: Database): Promise<string[]> {
  const { rows } = await database.execute<{ id: string }>(sql`
    select id from translation_requests
    where engine is not null and due_at <= now() and lease_token is null
      and (state = 'requested' or (state = 'in-progress' and reason is distinct from ${AWAITING}))
    order by due_at limit ${limit}
  `)
  return rows.map(({ id }) => id)
}

/**
 * Requests whose worker vanished. Where text may have left, an engine that answers is asked again, which may be paid for a
 * second time and is counted a second time; one that calls back is waited for. The third time they are left to a person.
 * @param callingBack names of the engines that call back.
 */
export async function releaseLapsedRequests(
  callingBack: readonly string[],
  database: Database,
): Promise<void> {
  const waits = sql`(reason = ${AWAITING} and engine in (select jsonb_array_elements_text(${JSON.stringify(callingBack)}::jsonb)))`
  await database.execute(sql`
    with released as (
      update translation_requests set
        state = case when attempts >= ${MAX_LOST} and not coalesce(${waits}, false) then 'unconfirmed' else state end,
        reason = case when ${waits} then reason else 'worker-vanished' end,
        due_at = case when ${waits} then now() + ${`${CALLBACK_WAIT_MS} milliseconds`}::interval else now() end,
        lease_token = null, lease_until = null, updated_at = now()
      where state = 'in-progress' and lease_until < now()
      returning id, state
    )
    insert into translation_request_log (request_id, state, reason) select id, state, 'worker-vanished' from released
  `)
}

/** Engines that promised to call back and did not. What comes later is still taken. */
export async function giveUpWaiting(database: Database): Promise<void> {
  await database.execute(sql`
    with waited as (
      update translation_requests set state = 'unconfirmed', reason = 'no-answer', updated_at = now()
      where state = 'in-progress' and reason = ${AWAITING} and lease_token is null and due_at <= now()
      returning id, state, reason
    )
    insert into translation_request_log (request_id, state, reason) select id, state, reason from waited
  `)
}

/** Ends requests whose item is translated, reviewed and in step in their locale. */
export async function synchroniseRequests(database: Database): Promise<void> {
  await database.execute(sql`
    with finished as (
      update translation_requests r set state = 'synchronised', reason = null, updated_at = now()
      from translation_locales l
      where r.state in ('requested', 'accepted', 'in-progress', 'delivered', 'in-review') and r.lease_token is null
        and l.collection = r.collection and l.item_id = r.item_id and l.locale = r.locale
        and l.missing + l.machine + l.in_translation + l.needs_review + l.outdated = 0 and l.current > 0
      returning r.id, r.state
    )
    insert into translation_request_log (request_id, state) select id, state from finished
  `)
}
