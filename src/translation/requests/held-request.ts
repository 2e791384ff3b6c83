import { randomUUID } from 'node:crypto'

import type { TranslatableCollection } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { EngineName } from '../engines/engine.ts'
import { ALL_ENGINES, type Refund, refunded, thisMonth } from './budget.ts'
import { AWAITING, type RequestState } from './request-state.ts'

/** A request that this worker, or this callback, holds. */
export interface HeldRequest {
  readonly id: string
  readonly leaseToken: string
  readonly collection: TranslatableCollection
  readonly itemId: string
  readonly locale: Locale
  /** Null: the item does not exist any more. */
  readonly sourceLocale: Locale | null
  readonly sourceRevision: number
  readonly engine: EngineName
  /** The one under way included; counted anew whenever something was translated. */
  readonly attempts: number
  readonly providerReference: string | null
}

/** Longer than any request to an engine may take, or two workers would pay for the same text. */
const LEASE = '5 minutes'

interface HeldRow extends Record<string, unknown> {
  id: string
  collection: TranslatableCollection
  item_id: string
  locale: Locale
  source_locale: Locale | null
  source_revision: number
  engine: EngineName
  attempts: number
  provider_reference: string | null
}

const heldOf = (rows: readonly HeldRow[], leaseToken: string): HeldRequest | null => {
  const [row] = rows
  return row === undefined
    ? null
    : {
        id: row.id,
        leaseToken,
        collection: row.collection,
        itemId: row.item_id,
        locale: row.locale,
        sourceLocale: row.source_locale,
        sourceRevision: row.source_revision,
        engine: row.engine,
        attempts: row.attempts,
        providerReference: row.provider_reference,
      }
}

const sourceOf = (r: ReturnType<typeof sql>) => sql`(
  select i.source_locale from translation_items i where i.collection = ${r}.collection and i.item_id = ${r}.item_id
) as source_locale`

/** Takes a request that is due, or answers null: it is done, not due yet, awaits an answer, or somebody else holds it. */
export async function claimRequest(id: string, database: Database): Promise<HeldRequest | null> {
  const leaseToken = randomUUID()
  const { rows } = await database.execute<HeldRow>(sql`
    with claimed as (
      update translation_requests
      set state = 'in-progress', reason = null, attempts = attempts + 1, lease_token = ${leaseToken},
          lease_until = now() + ${LEASE}::interval, updated_at = now()
      where id = (
        select id from translation_requests
        where id = ${id} and engine is not null and due_at <= now() and lease_token is null
          and (state = 'requested' or (state = 'in-progress' and reason is distinct from ${AWAITING}))
        for update skip locked
      )
      returning *
    ), logged as (
      insert into translation_request_log (request_id, state) select id, state from claimed
    )
    select claimed.*, ${sourceOf(sql`claimed`)} from claimed
  `)
  return heldOf(rows, leaseToken)
}

/**
 * Takes a request that an engine calls back for, whoever holds it: the worker that handed it over may not even have written
 * that down. Within a transaction, a second callback waits here and then finds nothing to take.
 * @param providerReference only if the engine's own name for the request is this one. Null: whichever it is.
 */
export async function takeForDelivery(
  id: string,
  { engine, providerReference }: { readonly engine: EngineName; readonly providerReference: string | null },
  database: Database,
): Promise<HeldRequest | null> {
  const leaseToken = randomUUID()
  const { rows } = await database.execute<HeldRow>(sql`
    with taken as (
      update translation_requests
      set state = 'in-progress', lease_token = ${leaseToken}, lease_until = now() + ${LEASE}::interval, updated_at = now()
      where id = ${id} and engine = ${engine} and state in ('in-progress', 'unconfirmed')
        and (${providerReference}::text is null or coalesce(provider_reference, ${providerReference}) = ${providerReference})
      returning *
    )
    select taken.*, ${sourceOf(sql`taken`)} from taken
  `)
  return heldOf(rows, leaseToken)
}

interface Reserve {
  readonly characters: number
  /** Of all engines together. */
  readonly charactersPerMonth: number
}

/** `lost`: the request was cancelled or superseded, or this worker was taken for dead. */
export type Reserved =
  | { readonly outcome: 'reserved'; readonly refund: Refund }
  | { readonly outcome: 'over-budget' }
  | { readonly outcome: 'lost' }

/**
 * Counts characters against the month and notes that they are about to leave, in one statement: two workers cannot both take
 * the last ones, and whoever finds the note after a crash knows that they may have left.
 */
export async function reserve(
  { id, leaseToken, engine }: HeldRequest,
  { characters, charactersPerMonth }: Reserve,
  database: Database,
): Promise<Reserved> {
  const { rows } = await database.execute<{ held: boolean; month: string | null }>(sql`
    with held as (
      select id from translation_requests
      where id = ${id} and lease_token = ${leaseToken} and state = 'in-progress' for update
    ), counted as (
      insert into translation_usage as u (engine, month, characters)
      select ${ALL_ENGINES}, ${thisMonth}, ${characters}::int from held
      where ${characters}::bigint <= ${charactersPerMonth}::bigint
      on conflict (engine, month) do update set characters = u.characters + excluded.characters
      where u.characters + excluded.characters <= ${charactersPerMonth}::bigint
      returning month
    ), of_engine as (
      insert into translation_usage as u (engine, month, characters)
      select ${engine}, month, ${characters}::int from counted
      on conflict (engine, month) do update set characters = u.characters + excluded.characters
    ), noted as (
      update translation_requests
      set reason = ${AWAITING}, lease_until = now() + ${LEASE}::interval, updated_at = now()
      where id in (select id from held) and exists (select from counted)
    )
    select exists (select from held) as held, (select month from counted) as month
  `)
  const [row] = rows
  if (!row?.held) return { outcome: 'lost' }
  if (row.month === null) return { outcome: 'over-budget' }
  return { outcome: 'reserved', refund: { engine, month: row.month, characters } }
}

interface PutBack {
  readonly reason: string
  readonly dueAt: Date
  /** Unset: as it was. */
  readonly providerReference?: string
  readonly refund?: Refund | null
}

/** Lets a request go until it is due again, or until the engine calls back. False: somebody else decides about it by now. */
export async function putBack(
  { id, leaseToken }: HeldRequest,
  { reason, dueAt, providerReference, refund = null }: PutBack,
  database: Database,
): Promise<boolean> {
  const { rows } = await database.execute<{ id: string }>(sql`
    with put as (
      update translation_requests
      set reason = ${reason}, due_at = ${dueAt.toISOString()}::timestamptz,
          provider_reference = coalesce(${providerReference ?? null}::text, provider_reference),
          lease_token = null, lease_until = null, updated_at = now()
      where id = ${id} and lease_token = ${leaseToken} and state = 'in-progress'
      returning id, state
    ), logged as (
      insert into translation_request_log (request_id, state, reason) select id, state, ${reason} from put
    ), given_back as (${refunded(refund)})
    select id from put
  `)
  return rows.length > 0
}

interface GiveUp {
  readonly state: Extract<RequestState, 'failed' | 'unconfirmed'>
  readonly reason: string
  readonly refund?: Refund | null
}

/** Leaves a request to a person. What was never sent is given back even when somebody else decided about it meanwhile. */
export async function giveUp(
  { id, leaseToken }: HeldRequest,
  { state, reason, refund = null }: GiveUp,
  database: Database,
): Promise<boolean> {
  const { rows } = await database.execute<{ id: string }>(sql`
    with given as (
      update translation_requests
      set state = ${state}, reason = ${reason}, lease_token = null, lease_until = null, updated_at = now()
      where id = ${id} and lease_token = ${leaseToken} and state = 'in-progress'
      returning id, state
    ), logged as (
      insert into translation_request_log (request_id, state, reason) select id, state, ${reason} from given
    ), given_back as (${refunded(refund)})
    select id from given
  `)
  return rows.length > 0
}
