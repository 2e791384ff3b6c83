import type { Endpoint } from 'payload'
import { z } from 'zod'

import { databaseOf } from '../../database/database.ts'
import { channelLog } from '../../ledger/channel-log.ts'
import { answer, forEditors } from './channel-work.ts'

const AT_ONCE = 20

const query = z.object({
  before: z.coerce.number().int().positive().nullable().default(null),
  failed: z.enum(['0', '1']).default('0'),
})

/** What was tried on a channel, latest first; `?failed=1`: only what did not arrive; `?before=`: the page after. */
export const logEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/log',
  method: 'get',
  handler: forEditors(async ({ id: channelId }, req) => {
    const asked = query.safeParse(Object.fromEntries(req.searchParams ?? []))
    if (!asked.success)
      return answer(400, { error: 'invalid', field: asked.error.issues[0]?.path.join('.') ?? '' })
    const { before, failed } = asked.data
    const attempts = await channelLog(
      { channelId, before, failedOnly: failed === '1', limit: AT_ONCE + 1 },
      databaseOf(req.payload),
    )
    const page = attempts.slice(0, AT_ONCE)
    return answer(200, {
      attempts: page,
      before: attempts.length > AT_ONCE ? (page.at(-1)?.attemptId ?? null) : null,
    })
  }),
}
