import type { Endpoint } from 'payload'
import { z } from 'zod'

import { contentCollections } from '../../content/published-item.ts'
import { databaseOf } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { cancelBackfill } from '../../ledger/backfill-deliveries.ts'
import { backfill } from './backfill.ts'
import { answer, type ChannelWork, forEditors, read } from './channel-work.ts'
import { dryRun } from './dry-run.ts'
import { logEndpoint } from './log-endpoint.ts'
import { replayEndpoint } from './replay-endpoint.ts'
import { rotateEndpoint } from './rotate-endpoint.ts'
import { verifyChannel } from './verify-channel.ts'

const test: ChannelWork = async (channel, { payload }) => {
  const verdict = await verifyChannel(payload, channel)
  if (!verdict.ok) return answer(200, verdict)
  const { name, url, expiresAt = null } = verdict.account
  return answer(200, { ok: true, account: { name, url, expiresAt: expiresAt?.toISOString() ?? null } })
}

const backfillWish = z.object({
  cancel: z.boolean().default(false),
  dryRun: z.boolean().default(true),
  collections: z.array(z.enum(contentCollections)).nullable().default(null),
  since: z.coerce.date().nullable().default(null),
})

const fill: ChannelWork = async (channel, req) => {
  const wish = await read(req, backfillWish)
  if (wish instanceof Response) return wish
  if (wish.cancel)
    return answer(200, { cancelled: await cancelBackfill(channel.id, databaseOf(req.payload)) })
  if (channel.mode === 'off') return answer(409, { error: 'channel-off', field: 'mode' })
  return answer(200, await backfill(req.payload, channel, wish))
}

const dryRunWish = z.object({
  collection: z.enum(contentCollections),
  id: z.uuid(),
  locale: z.custom<Locale>(isLocale),
})

const tryOut: ChannelWork = async (channel, req) => {
  const wish = await read(req, dryRunWish)
  if (wish instanceof Response) return wish
  const { collection, id, locale } = wish
  const shown = await dryRun(req.payload, channel, { item: { collection, id }, locale })
  return 'error' in shown ? answer(404, shown) : answer(200, shown)
}

/** Below `/api/channels/:id`. */
export const channelEndpoints: Endpoint[] = [
  { path: '/:id/test', method: 'post', handler: forEditors(test) },
  { path: '/:id/backfill', method: 'post', handler: forEditors(fill) },
  { path: '/:id/dry-run', method: 'post', handler: forEditors(tryOut) },
  logEndpoint,
  replayEndpoint,
  rotateEndpoint,
]
