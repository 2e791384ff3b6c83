import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { hasRole } from '../../access/roles.ts'
import { databaseOf } from '../../database/database.ts'
import { adminText } from '../../i18n/admin-text.ts'
import { endKey, issueKey } from './keys.ts'

const wanted = z.object({
  /** Last day on which it opens. */
  lastDay: z.iso
    .date()
    .or(z.literal('').transform(() => null))
    .nullish(),
})
const which = z.object({ keyId: z.uuid() })

const answer = (status: number, body: object): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

/** The consumer that an administrator is at. A refusal for anybody else. */
async function consumerIn(req: PayloadRequest): Promise<string | Response> {
  if (!hasRole(req.user, 'administrator'))
    return answer(403, { message: adminText(req, 'views.readerKeys.forbidden') })
  const id = z.uuid().safeParse(req.routeParams?.id)
  const found = id.success
    ? await req.payload.findByID({ collection: 'api-consumers', id: id.data, depth: 0, disableErrors: true })
    : null
  return found === null ? answer(404, { message: adminText(req, 'views.readerKeys.missing') }) : found.id
}

async function bodyOf<Body>(req: PayloadRequest, schema: z.ZodType<Body>): Promise<Body | null> {
  const read = schema.safeParse(await req.json?.().catch(() => null))
  return read.success ? read.data : null
}

const DAY_MS = 86_400_000

/** `POST /api/api-consumers/:id/keys`: makes a key. The answer is the only one that ever holds it. */
const make: Endpoint = {
  path: '/:id/keys',
  method: 'post',
  async handler(req) {
    const consumerId = await consumerIn(req)
    if (consumerId instanceof Response) return consumerId
    const body = await bodyOf(req, wanted)
    const lastDay = body?.lastDay ? new Date(body.lastDay).getTime() : null
    const endsAt = lastDay === null ? null : new Date(lastDay + DAY_MS)
    if (body === null || (endsAt !== null && endsAt.getTime() <= Date.now()))
      return answer(400, { field: 'lastDay', message: adminText(req, 'views.readerKeys.lastDay.invalid') })
    return answer(201, { key: await issueKey({ consumerId, endsAt }, databaseOf(req.payload)) })
  },
}

/** `POST /api/api-consumers/:id/end-key`: ends one at once. */
const end: Endpoint = {
  path: '/:id/end-key',
  method: 'post',
  async handler(req) {
    const consumerId = await consumerIn(req)
    if (consumerId instanceof Response) return consumerId
    const body = await bodyOf(req, which)
    const isEnded =
      body !== null && (await endKey({ consumerId, keyId: body.keyId }, databaseOf(req.payload)))
    return isEnded
      ? answer(200, { message: adminText(req, 'views.readerKeys.ended') })
      : answer(404, { message: adminText(req, 'views.readerKeys.missing') })
  },
}

export const keyEndpoints: readonly Endpoint[] = [make, end]
