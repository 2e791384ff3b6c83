import type { Endpoint } from 'payload'

import { mayPublish } from '../../access/roles.ts'
import { databaseOf } from '../../database/database.ts'
import { reachOfChannels } from '../../fediverse/counts.ts'
import { endingChannels } from '../../ledger/channel-checks.ts'
import { lastFollowers } from '../../ledger/channel-followers.ts'
import { channelHealth } from '../../ledger/channel-health.ts'
import { answer } from './channel-work.ts'

/** `GET /api/dissemination/health`: how channels do, for those who decide what becomes public and for what watches us. */
export const healthEndpoint: Endpoint = {
  path: '/dissemination/health',
  method: 'get',
  handler: async ({ payload, user }) => {
    if (!mayPublish(user)) return answer(user === null ? 401 : 403, { error: 'editors-only' })
    const database = databaseOf(payload)
    const channels = await channelHealth(database)
    const reach = new Map((await reachOfChannels(database)).map(({ channelId, ...of }) => [channelId, of]))
    const audience = await lastFollowers(database)
    const ending = await endingChannels(database)
    return answer(200, {
      due: channels.reduce((due, channel) => due + channel.due, 0),
      oldestDue: earliest(channels.map(({ oldestDue }) => oldestDue)),
      blockedSince: earliest(channels.map(({ blockedSince }) => blockedSince)),
      ending: ending.map(({ channelId, name, end }) => ({ channelId, name, end: end.toISOString() })),
      // `reach`: of a channel whose followers we tell ourselves. `audience`: how many followed the account, as its service
      // counted last. Null for all others.
      channels: channels.map((channel) => ({
        ...channel,
        reach: reach.get(channel.channelId) ?? null,
        audience: audience.get(channel.channelId) ?? null,
      })),
    })
  },
}

const earliest = (moments: readonly (string | null)[]): string | null =>
  moments.filter((moment) => moment !== null).toSorted()[0] ?? null
