import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import type { z } from 'zod'

import { mayPublish } from '../../access/roles.ts'
import { type StoredChannel, storedChannel } from './open-channel.ts'

/** What is done with a channel that exists, for somebody who may. */
export type ChannelWork = (channel: StoredChannel, req: PayloadRequest) => Promise<Response>

/** As JSON, never kept by anybody on the way. */
export const answer = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

/** For those who decide what becomes public. */
export const forEditors =
  (work: ChannelWork): Endpoint['handler'] =>
  async (req) => {
    if (!mayPublish(req.user)) return answer(req.user === null ? 401 : 403, { error: 'editors-only' })
    const channel = await storedChannel(req.payload, String(req.routeParams?.id))
    return channel === null ? answer(404, { error: 'no-such-channel' }) : work(channel, req)
  }

/** What was asked for, or an answer that names the field that cannot be read. */
export async function read<Shape extends z.ZodType>(
  req: PayloadRequest,
  shape: Shape,
): Promise<z.output<Shape> | Response> {
  await addDataAndFileToRequest(req)
  const asked = shape.safeParse(req.data ?? {})
  if (asked.success) return asked.data
  return answer(400, { error: 'invalid', field: asked.error.issues[0]?.path.join('.') ?? '' })
}
