import { addDataAndFileToRequest, type Endpoint, type Payload, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseOf } from '../../database/database.ts'
import { adminLocaleOf } from '../../i18n/admin-languages.ts'
import { translator } from '../../i18n/translator.ts'
import { enqueue } from '../../queue/queue.ts'
import { answer } from '../answers.ts'
import type { EngineName, PairCapability } from '../engines/engine.ts'
import { EngineError } from '../engines/engine-error.ts'
import { budgetOf } from './budget.ts'
import { type Actor, changeRequest, isRequestAction, requestRules } from './change-request.ts'
import { type CreatedRequest, createRequests } from './create-requests.ts'
import { listFilter } from './list-filter.ts'
import { translationSettings } from './network-settings.ts'
import { type LeftOut, type PlannedRequest, planRequests, totalOf, type Wish } from './plan-requests.ts'
import { readLogs, readRequest, readRequests } from './read-requests.ts'
import { requestActorOf } from './request-actor.ts'
import { canTranslate, requestShape, wishShape } from './request-wish.ts'
import { translationTools } from './translation-tools.ts'

type Fault =
  | 'staff-only'
  | 'editors-only'
  | 'no-such-request'
  | 'unreadable'
  | 'engine-not-configured'
  | 'assignee-cannot'
  | 'deadline-past'
  | 'over-budget'
  | 'nothing-to-translate'
  | 'not-theirs'
  | 'another-open'
  | 'wrong-state'
  | 'reason-missing'

/** A refusal that names the field and says, in the asker's language, what to do about it. */
function refusal(
  status: number,
  req: PayloadRequest,
  error: Fault,
  more: { readonly field?: string } & Readonly<Record<string, unknown>> = {},
): Response {
  const t = translator(adminLocaleOf(req.i18n.language), 'translation')
  return answer(status, { error, message: t(`request.error.${error}`, more), ...more })
}

type Work = (actor: Actor, req: PayloadRequest) => Promise<Response>

const forTranslators =
  (work: Work): Endpoint['handler'] =>
  async (req) => {
    const actor = requestActorOf(req.user)
    return actor === null ? refusal(req.user === null ? 401 : 403, req, 'staff-only') : work(actor, req)
  }

const forEditors = (work: Work): Endpoint['handler'] =>
  forTranslators((actor, req) =>
    actor.locales === null ? work(actor, req) : Promise.resolve(refusal(403, req, 'editors-only')),
  )

async function bodyOf<Shape extends z.ZodType>(
  req: PayloadRequest,
  shape: Shape,
): Promise<z.output<Shape> | Response> {
  await addDataAndFileToRequest(req)
  const parsed = shape.safeParse(req.data ?? {})
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  return refusal(400, req, 'unreadable', { field: issue?.path.join('.') ?? '', detail: issue?.message ?? '' })
}

/** Null: it does not say at this moment, or nobody asked for an engine. */
async function capabilitiesOf(engine: EngineName | null): Promise<readonly PairCapability[] | null> {
  const opened = engine === null ? undefined : translationTools.engines.get(engine)
  if (opened === undefined) return null
  try {
    return await opened.capabilities({ signal: AbortSignal.timeout(5_000), now: new Date() })
  } catch (error) {
    if (error instanceof EngineError) return null
    throw error
  }
}

const isConfigured = (engine: EngineName | null): boolean =>
  engine === null || translationTools.engines.has(engine)

async function planned(payload: Payload, wish: Wish) {
  const database = databaseOf(payload)
  const { enabledLocales, charactersPerMonth } = await translationSettings(payload)
  const capabilities = await capabilitiesOf(wish.engine)
  const plan = await planRequests(wish, { enabledLocales, capabilities }, database)
  const isMetered = wish.engine !== null && translationTools.engines.get(wish.engine)?.isMetered === true
  const budget = await budgetOf(charactersPerMonth, database)
  const total = totalOf(plan)
  return { plan, total, budget, fits: !isMetered || total.characters <= budget.left }
}

const count: Work = async (_actor, req) => {
  const wish = await bodyOf(req, wishShape)
  if (wish instanceof Response) return wish
  if (!isConfigured(wish.engine)) return refusal(422, req, 'engine-not-configured', { field: 'engine' })
  const { plan, total, budget, fits } = await planned(req.payload, wish)
  return answer(200, { ...plan, total, budget, fits })
}

const create: Work = async (actor, req) => {
  const asked = await bodyOf(req, requestShape)
  if (asked instanceof Response) return asked
  const { assigneeId, engine, locales } = asked
  const deadline = asked.deadline === null ? null : new Date(asked.deadline)
  if (!isConfigured(engine)) return refusal(422, req, 'engine-not-configured', { field: 'engine' })
  if (deadline !== null && deadline <= new Date())
    return refusal(422, req, 'deadline-past', { field: 'deadline' })
  if (assigneeId !== null && !(await canTranslate(req.payload, assigneeId, locales)))
    return refusal(422, req, 'assignee-cannot', { field: 'assigneeId' })
  const { plan, total, budget, fits } = await planned(req.payload, asked)
  if (total.requests === 0)
    return refusal(422, req, 'nothing-to-translate', { field: 'items', leftOut: plan.leftOut })
  if (!fits)
    return refusal(422, req, 'over-budget', {
      field: 'engine',
      characters: total.characters,
      left: budget.left,
    })
  const by = { engine, assigneeId, deadline, requestedBy: actor.id }
  const created = await createRequests(req.payload, plan.requests, by)
  return answer(201, { created, leftOut: [...plan.leftOut, ...notCreated(plan.requests, created)] })
}

/** Somebody else asked for the same at the same moment, and theirs stands. */
function notCreated(requests: readonly PlannedRequest[], created: readonly CreatedRequest[]): LeftOut[] {
  const nameOf = ({ itemId, locale }: { readonly itemId: string; readonly locale: string }) =>
    `${itemId} ${locale}`
  const names = new Set(created.map(nameOf))
  return requests
    .filter((request) => !names.has(nameOf(request)))
    .map(({ collection, itemId, locale }) => ({ collection, itemId, locale, reason: 'asked-meanwhile' }))
}

const list: Work = async (actor, req) => {
  const filter = listFilter(req.query, actor.locales)
  if ('field' in filter) return refusal(400, req, 'unreadable', { field: filter.field, detail: '' })
  return answer(200, await readRequests(filter, databaseOf(req.payload)))
}

const isId = (value: unknown): value is string => z.uuid().safeParse(value).success

const one: Work = async (actor, req) => {
  const { payload, routeParams } = req
  const id = routeParams?.id
  const database = databaseOf(payload)
  const request = isId(id) ? await readRequest(id, actor.locales, database) : null
  if (request === null) return refusal(404, req, 'no-such-request')
  const logs = await readLogs([request.id], database)
  return answer(200, { ...request, log: logs.get(request.id) ?? [] })
}

const MAX_REASON = 500
const actionShape = z.object({ reason: z.string().trim().max(MAX_REASON).nullable().default(null) })

const change: Work = async (actor, req) => {
  const { id, action } = req.routeParams ?? {}
  if (!isId(id) || !isRequestAction(action)) return refusal(404, req, 'no-such-request')
  if (actor.locales !== null && requestRules[action].byTranslators.length === 0)
    return refusal(403, req, 'editors-only')
  const body = await bodyOf(req, actionShape)
  if (body instanceof Response) return body
  if (action === 'reject' && !body.reason) return refusal(422, req, 'reason-missing', { field: 'reason' })
  const { payload } = req
  const changed = await changeRequest(id, action, { actor, reason: body.reason }, databaseOf(payload))
  switch (changed.outcome) {
    case 'done':
      if (action === 'retry' && changed.engine !== null)
        await enqueue(payload, 'run-translation', [{ requestId: id }])
      return answer(200, { id, state: changed.state })
    case 'unknown':
      return refusal(404, req, 'no-such-request')
    case 'not-theirs':
      return refusal(403, req, 'not-theirs')
    case 'another-open':
      return refusal(409, req, 'another-open')
    case 'wrong-state':
      return refusal(409, req, 'wrong-state', { state: changed.state })
  }
}

const engines: Work = async (_actor, { payload }) => {
  const { charactersPerMonth } = await translationSettings(payload)
  const offered = []
  for (const { name, mode, isMetered } of translationTools.engines.values())
    offered.push({ name, mode, isMetered, pairs: await capabilitiesOf(name) })
  return answer(200, { engines: offered, budget: await budgetOf(charactersPerMonth, databaseOf(payload)) })
}

/** Below `/api`. What reads is a GET and changes nothing. */
export const requestEndpoints: Endpoint[] = [
  { path: '/translation/engines', method: 'get', handler: forTranslators(engines) },
  { path: '/translation/requests', method: 'get', handler: forTranslators(list) },
  { path: '/translation/requests', method: 'post', handler: forEditors(create) },
  { path: '/translation/requests/count', method: 'post', handler: forEditors(count) },
  { path: '/translation/requests/:id', method: 'get', handler: forTranslators(one) },
  { path: '/translation/requests/:id/:action', method: 'post', handler: forTranslators(change) },
]
