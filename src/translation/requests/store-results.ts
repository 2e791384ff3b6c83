import { type Database, sql } from '../../database/database.ts'
import type { HeldRequest } from './held-request.ts'
import { isMachineDraft, isMissing } from './open-segments.ts'
import type { Refused, Translated } from './pieces.ts'
import { PIECE_REFUSED, type RequestState } from './request-state.ts'

/**
 * Writes an engine's texts as machine drafts, and why others were not taken. A text goes only where nothing stands or an
 * engine's own draft, and only if the source still says what was sent; any other is dropped, which the log tells.
 * False: the request was cancelled or superseded meanwhile, and nothing is written.
 */
export async function storeResults(
  held: HeldRequest,
  {
    translated,
    refused,
  }: { readonly translated: readonly Translated[]; readonly refused: readonly Refused[] },
  database: Database,
): Promise<boolean> {
  const { id, leaseToken, engine } = held
  const { rows } = await database.execute<{ id: string }>(sql`
    with held as (
      select * from translation_requests
      where id = ${id} and lease_token = ${leaseToken} and state = 'in-progress' for update
    ), given as (
      select * from jsonb_to_recordset(${JSON.stringify(translated)}::jsonb) as g (key text, hash text, text text)
    ), written as (
      insert into translation_targets as t (
        collection, item_id, locale, key, text, state, source_hash, source_text, source_revision, origin, engine
      )
      select h.collection, h.item_id, h.locale, g.key, g.text, 'machine', s.hash, s.text, h.source_revision, 'engine', ${engine}
      from held h cross join given g
      join translation_segments s
        on s.collection = h.collection and s.item_id = h.item_id and s.key = g.key and s.hash = g.hash
      on conflict (collection, item_id, locale, key) do update set
        text = excluded.text, state = excluded.state, source_hash = excluded.source_hash,
        source_text = excluded.source_text, source_revision = excluded.source_revision, origin = excluded.origin,
        engine = excluded.engine, author_id = null, version = t.version + 1, updated_at = now()
      where ${isMissing} or ${isMachineDraft}
      returning key
    ), dropped as (
      select g.key, 'overtaken' as fault from given g where g.key not in (select key from written)
    ), refusals as (
      select key, fault from jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as r (key text, fault text)
      union all select key, fault from dropped
    ), logged as (
      insert into translation_request_log (request_id, state, reason)
      select h.id, h.state, ${PIECE_REFUSED} || '|' || fault || '|' || key from held h cross join refusals
    ), noted as (
      update translation_requests set reason = null, attempts = 1, updated_at = now() where id in (select id from held)
    )
    select id from held
  `)
  return rows.length > 0
}

export interface Finished {
  readonly state: RequestState
  readonly reason: string | null
}

/**
 * Ends an engine's part: what it wrote is in review, unless nothing of it could be taken. Null: somebody else decided about
 * the request meanwhile.
 */
export async function finishRequest(
  { id, leaseToken }: HeldRequest,
  database: Database,
): Promise<Finished | null> {
  const { rows } = await database.execute<{ state: RequestState; reason: string | null }>(sql`
    with tally as (
      select count(*) as refused from translation_request_log l
      where l.request_id = ${id} and l.reason like ${`${PIECE_REFUSED}|%`}
        and l.id > (select max(a.id) from translation_request_log a where a.request_id = ${id} and a.state = 'requested')
    ), done as (
      update translation_requests r set
        state = case when refused >= r.segments and refused > 0 then 'failed' else 'in-review' end,
        reason = case when refused = 0 then null when refused >= r.segments then 'all-refused' else 'some-refused' end,
        lease_token = null, lease_until = null, updated_at = now()
      from tally
      where id = ${id} and lease_token = ${leaseToken} and state = 'in-progress'
      returning id, state, reason
    ), logged as (
      insert into translation_request_log (request_id, state, reason)
      select id, 'delivered', null from done where state = 'in-review'
      union all select id, state, reason from done
    )
    select state, reason from done
  `)
  return rows[0] ?? null
}
