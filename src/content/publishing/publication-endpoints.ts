import { addDataAndFileToRequest, type Endpoint, type PayloadRequest, ValidationError } from 'payload'

import { mayPublish } from '../../access/roles.ts'
import { databaseOf } from '../../database/database.ts'
import { translationText } from '../../i18n/admin-text.ts'
import type { TranslatableReference } from '../translatable.ts'
import { type OrderFault, readOrder, readReference } from './publication-order.ts'
import { publishLocales } from './publish-locales.ts'
import { schedulePublication } from './schedule-publication.ts'
import { cancelScheduled, scheduledOf } from './scheduled-publications.ts'
import { publicLocalesOf } from './withdraw-locales.ts'

const answer = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

/** In the shape of Payload's own errors. */
const refusal = (req: PayloadRequest, status: number, key: string, field?: string): Response => {
  const message = translationText(req, key)
  const data = field === undefined ? undefined : { errors: [{ path: field, message }] }
  return answer(status, { errors: [{ name: 'APIError', message, ...(data && { data }) }] })
}

const faulty = (req: PayloadRequest, fault: OrderFault): Response =>
  refusal(req, 400, `publication.error.${fault}`, fault)

type Work = (item: TranslatableReference, req: PayloadRequest) => Promise<Response>

/** For those who decide what becomes public. */
const forEditors =
  (work: Work): Endpoint['handler'] =>
  async (req) => {
    if (!mayPublish(req.user))
      return refusal(req, req.user === null ? 401 : 403, 'publication.error.editorsOnly')
    const item = readReference(req.routeParams?.collection, req.routeParams?.id)
    if (item === null) return refusal(req, 404, 'publication.error.noSuchItem')
    try {
      return await work(item, req)
    } catch (error) {
      // Payload knows its errors by the names of their classes, which a build for production shortens.
      if (error instanceof ValidationError) return invalid(error)
      throw error
    }
  }

const invalid = ({ message, data }: ValidationError): Response =>
  answer(400, { errors: [{ name: 'ValidationError', message, data }] })

const show: Work = async (item, { payload }) =>
  answer(200, {
    publicLocales: await publicLocalesOf(item, databaseOf(payload)),
    scheduled: await scheduledOf(item, databaseOf(payload)),
  })

const change: Work = async (item, req) => {
  await addDataAndFileToRequest(req)
  const order = readOrder(req.data ?? {})
  if (typeof order === 'string') return faulty(req, order)
  return answer(200, await publishLocales(req.payload, { ...item, ...order }, req))
}

const schedule: Work = async (item, req) => {
  await addDataAndFileToRequest(req)
  const order = readOrder(req.data ?? {})
  if (typeof order === 'string') return faulty(req, order)
  const { at, timeZone } = req.data ?? {}
  const moment = { at: String(at ?? ''), timeZone: String(timeZone ?? '') }
  return answer(201, {
    scheduled: await schedulePublication(req.payload, { ...item, ...order, ...moment }, req),
  })
}

const cancel: Work = async (item, req) => {
  const database = databaseOf(req.payload)
  if (!(await cancelScheduled(item, String(req.routeParams?.scheduled), database)))
    return refusal(req, 409, 'publication.error.notPlanned')
  return answer(200, { scheduled: await scheduledOf(item, database) })
}

const path = '/publication/:collection/:id'

/** Below `/api/publication`: in which languages an item is public, and from when on. What reads is a GET. */
export const publicationEndpoints: Endpoint[] = [
  { path, method: 'get', handler: forEditors(show) },
  { path, method: 'post', handler: forEditors(change) },
  { path: `${path}/schedule`, method: 'post', handler: forEditors(schedule) },
  { path: `${path}/schedule/:scheduled/cancel`, method: 'post', handler: forEditors(cancel) },
]
