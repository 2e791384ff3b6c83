import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { ListedRequest } from './read-requests.ts'
import { openStates, type RequestState } from './request-state.ts'

/** What a person can do with a request. */
export const requestActions = ['accept', 'start', 'deliver', 'review', 'reject', 'cancel', 'retry'] as const

export type RequestAction = (typeof requestActions)[number]

export const isRequestAction = (value: unknown): value is RequestAction =>
  requestActions.some((action) => action === value)

interface Rule {
  readonly to: RequestState
  readonly from: readonly RequestState[]
  /** From where those may take it who only translate. Empty: it is for editors. */
  readonly byTranslators: readonly RequestState[]
  /** Whether it may be done to what an engine translates. */
  readonly onEngines: boolean
}

export const requestRules: Readonly<Record<RequestAction, Rule>> = {
  accept: { to: 'accepted', from: ['requested'], byTranslators: ['requested'], onEngines: false },
  start: {
    to: 'in-progress',
    from: ['requested', 'accepted'],
    byTranslators: ['requested', 'accepted'],
    onEngines: false,
  },
  deliver: {
    to: 'delivered',
    from: ['accepted', 'in-progress'],
    byTranslators: ['accepted', 'in-progress'],
    onEngines: false,
  },
  review: { to: 'in-review', from: ['delivered'], byTranslators: [], onEngines: false },
  // A translator declines what was asked, an editor refuses what was delivered.
  reject: {
    to: 'rejected',
    from: ['requested', 'accepted', 'delivered', 'in-review'],
    byTranslators: ['requested', 'accepted'],
    onEngines: true,
  },
  cancel: { to: 'cancelled', from: openStates, byTranslators: [], onEngines: true },
  retry: { to: 'requested', from: ['failed', 'unconfirmed', 'rejected'], byTranslators: [], onEngines: true },
}

/** What this person can do with a request as it stands. What they may is decided once more by the statement that does it. */
export const actionsFor = (
  { state, engine, assigneeId }: Pick<ListedRequest, 'state' | 'engine' | 'assigneeId'>,
  { id, locales }: Actor,
): RequestAction[] =>
  requestActions.filter((action) => {
    const { from, byTranslators, onEngines } = requestRules[action]
    const states = locales === null ? from : byTranslators
    const isTheirs = locales === null || assigneeId === null || assigneeId === id
    return states.includes(state) && (onEngines || engine === null) && isTheirs
  })

export interface Actor {
  readonly id: string
  /** Null: every locale, as editors have it. */
  readonly locales: readonly Locale[] | null
}

interface ChangeOptions {
  readonly actor: Actor
  /** In the actor's own words. Null: nothing to explain. */
  readonly reason: string | null
}

/**
 * `wrong-state`: it is somewhere from where this cannot be done, or not by this person. `not-theirs`: it belongs to another
 * locale or person. `another-open`: something newer was asked for since.
 */
export type ChangeOutcome =
  | { readonly outcome: 'done'; readonly state: RequestState; readonly engine: string | null }
  | { readonly outcome: 'unknown' | 'not-theirs' | 'another-open' }
  | { readonly outcome: 'wrong-state'; readonly state: RequestState }

/** One statement, guarded by what the request must be: two people who click at once cannot both be first. */
export async function changeRequest(
  id: string,
  action: RequestAction,
  { actor, reason }: ChangeOptions,
  database: Database,
): Promise<ChangeOutcome> {
  const { to, from, byTranslators, onEngines } = requestRules[action]
  const states = JSON.stringify(actor.locales === null ? from : byTranslators)
  const isRetry = action === 'retry'
  const { rows } = await database.execute<{ state: RequestState; engine: string | null }>(sql`
    with changed as (
      update translation_requests r set
        state = ${to},
        reason = ${reason}::text,
        assignee_id = case when ${action === 'accept' || action === 'start'} then coalesce(assignee_id, ${actor.id}::uuid) else assignee_id end,
        -- Asked anew, it is for what the source says now.
        source_revision = case when ${isRetry} then coalesce((
          select i.revision from translation_items i where i.collection = r.collection and i.item_id = r.item_id
        ), source_revision) else source_revision end,
        provider_reference = case when ${isRetry} then null else provider_reference end,
        attempts = case when ${isRetry} then 0 else attempts end,
        due_at = case when ${isRetry} then now() else due_at end,
        lease_token = null, lease_until = null, updated_at = now()
      where id = ${id} and state in (select jsonb_array_elements_text(${states}::jsonb))
        and (${onEngines} or engine is null)
        and (${actor.locales === null} or (${isTheirs(actor)}))
        and not (${isRetry} and ${hasNewer})
      returning id, state, engine
    ), logged as (
      insert into translation_request_log (request_id, state, reason, actor_id)
      select id, state, ${reason}::text, ${actor.id}::uuid from changed
    )
    select state, engine from changed
  `)
  const [changed] = rows
  if (changed !== undefined) return { outcome: 'done', ...changed }
  return whyNot(id, actor, isRetry, database)
}

const isTheirs = ({ id, locales }: Actor) => sql`
  locale in (select jsonb_array_elements_text(${JSON.stringify(locales ?? [])}::jsonb))
  and (assignee_id is null or assignee_id = ${id}::uuid)`

const open = sql.raw(openStates.map((state) => `'${state}'`).join(', '))

const hasNewer = sql`exists (
  select from translation_requests o
  where o.collection = r.collection and o.item_id = r.item_id and o.locale = r.locale and o.id <> r.id and o.state in (${open})
)`

async function whyNot(
  id: string,
  actor: Actor,
  isRetry: boolean,
  database: Database,
): Promise<ChangeOutcome> {
  const { rows } = await database.execute<{ state: RequestState; theirs: boolean; newer: boolean }>(sql`
    select state, ${actor.locales === null} or (${isTheirs(actor)}) as theirs, ${hasNewer} as newer
    from translation_requests r where id = ${id}
  `)
  const [request] = rows
  if (request === undefined) return { outcome: 'unknown' }
  if (!request.theirs) return { outcome: 'not-theirs' }
  if (isRetry && request.newer) return { outcome: 'another-open' }
  return { outcome: 'wrong-state', state: request.state }
}
