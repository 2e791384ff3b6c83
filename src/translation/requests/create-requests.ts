import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { type Database, inTransaction, sql } from '../../database/database.ts'
import { enqueue } from '../../queue/queue.ts'
import type { EngineName } from '../engines/engine.ts'
import type { PlannedRequest } from './plan-requests.ts'
import { openStates } from './request-state.ts'

interface Asked {
  readonly engine: EngineName | null
  /** Who translates, or answers for what an engine did. */
  readonly assigneeId: string | null
  readonly deadline: Date | null
  readonly requestedBy: string | null
}

export interface CreatedRequest {
  readonly id: string
  readonly collection: string
  readonly itemId: string
  readonly locale: string
  readonly segments: number
  readonly characters: number
}

const open = sql.raw(openStates.map((state) => `'${state}'`).join(', '))

/**
 * Asks for translations. What was asked before for the same item and locale is superseded: what comes of it late is
 * dropped. A statement for each step, however many there are, and all of them or none.
 */
export async function createRequests(
  payload: Payload,
  planned: readonly PlannedRequest[],
  asked: Asked,
): Promise<CreatedRequest[]> {
  if (planned.length === 0) return []
  const rows = JSON.stringify(planned.map((request) => ({ ...request, id: randomUUID() })))
  return inTransaction(payload, async (transaction) => {
    await supersede(rows, asked, transaction)
    const created = await insert(rows, asked, transaction)
    await appoint(rows, asked, transaction)
    if (asked.engine !== null)
      await enqueue(
        payload,
        'run-translation',
        created.map(({ id }) => ({ requestId: id })),
        transaction,
      )
    return created
  })
}

async function supersede(rows: string, { requestedBy }: Asked, database: Database): Promise<void> {
  await database.execute(sql`
    with superseded as (
      update translation_requests r
      set state = 'superseded', reason = null, lease_token = null, lease_until = null, updated_at = now()
      from jsonb_to_recordset(${rows}::jsonb) as n (collection text, "itemId" uuid, locale text)
      where r.collection = n.collection and r.item_id = n."itemId" and r.locale = n.locale and r.state in (${open})
      returning r.id
    )
    insert into translation_request_log (request_id, state, actor_id)
    select id, 'superseded', ${requestedBy}::uuid from superseded
  `)
}

/** Somebody else who asks at the same moment was first: theirs stands. */
async function insert(rows: string, asked: Asked, database: Database): Promise<CreatedRequest[]> {
  const { engine, assigneeId, deadline, requestedBy } = asked
  const { rows: created } = await database.execute<{
    id: string
    collection: string
    item_id: string
    locale: string
    segments: number
    characters: number
  }>(sql`
    with created as (
      insert into translation_requests
        (id, collection, item_id, locale, source_revision, state, engine, assignee_id, requested_by, deadline, segments, characters)
      select id, collection, "itemId", locale, "sourceRevision", 'requested', ${engine}::text, ${assigneeId}::uuid,
        ${requestedBy}::uuid, ${deadline?.toISOString() ?? null}::timestamptz, segments, characters
      from jsonb_to_recordset(${rows}::jsonb) as n (
        id uuid, collection text, "itemId" uuid, locale text, "sourceRevision" int, segments int, characters int
      )
      on conflict (collection, item_id, locale) where state in (${open}) do nothing
      returning id, collection, item_id, locale, segments, characters
    ), logged as (
      insert into translation_request_log (request_id, state, actor_id)
      select id, 'requested', ${requestedBy}::uuid from created
    )
    select * from created order by collection, item_id, locale
  `)
  return created.map(({ item_id: itemId, ...rest }) => ({ ...rest, itemId }))
}

/** Writes who translates and until when where everybody looks for it. What is not said now stays as it was. */
async function appoint(rows: string, { assigneeId, deadline }: Asked, database: Database): Promise<void> {
  if (assigneeId === null && deadline === null) return
  await database.execute(sql`
    update translation_locales l
    set owner_id = coalesce(${assigneeId}::uuid, l.owner_id),
        deadline = coalesce(${deadline?.toISOString() ?? null}::timestamptz, l.deadline), updated_at = now()
    from jsonb_to_recordset(${rows}::jsonb) as n (collection text, "itemId" uuid, locale text)
    where l.collection = n.collection and l.item_id = n."itemId" and l.locale = n.locale
  `)
}
