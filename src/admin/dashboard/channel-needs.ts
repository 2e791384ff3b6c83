import type { Payload } from 'payload'

import { type Database, databaseOf, sql } from '../../database/database.ts'
import { endingChannels } from '../../ledger/channel-checks.ts'
import { changedThere } from '../../ledger/channel-probes.ts'
import { reasonText } from '../reasons.ts'
import type { ViewContext } from '../view-context.ts'
import type { Need } from './need.ts'

interface OpenPosts extends Record<string, unknown> {
  state: 'unconfirmed' | 'failed'
  reason: string | null
  channel: string
  posts: number
  collection: string
  item_id: string
  since: string | Date
}

/** Posts that a person must look at, by channel and reason. The item is the one that has waited longest. */
async function openPosts(database: Database): Promise<OpenPosts[]> {
  const { rows } = await database.execute<OpenPosts>(sql`
    select d.state, d.reason, c.name as channel, count(*)::int as posts, min(d.updated_at) as since,
      (array_agg(d.collection order by d.updated_at))[1] as collection,
      (array_agg(d.item_id order by d.updated_at))[1] as item_id
    from channel_deliveries d join channels c on c.id = d.channel_id
    where d.state in ('unconfirmed', 'failed')
    group by d.state, d.reason, c.id, c.name order by since
  `)
  return rows
}

/** Channels that stand still or soon will, posts that failed or are in doubt, and posts that a person changed there. */
export async function channelNeeds(payload: Payload, context: ViewContext): Promise<Need[]> {
  const { t, number } = context
  const { docs: paused } = await payload.find({
    collection: 'channels',
    where: { paused: { equals: true } },
    depth: 0,
    pagination: false,
    sort: 'name',
    select: { name: true, pausedReason: true, updatedAt: true },
  })
  const standing = paused.map(
    ({ id, name, pausedReason, updatedAt }): Need => ({
      key: `paused-${id}`,
      mark: 'paused',
      tone: 'warn',
      title: t('views.need.paused.title', { channel: name }),
      consequence: reasonText(t, 'channel', pausedReason) ?? t('views.need.paused.consequence'),
      since: new Date(updatedAt),
      href: `/admin/collections/channels/${id}`,
      verb: t('views.need.paused.verb'),
      isUrgent: true,
    }),
  )
  const open = (await openPosts(databaseOf(payload))).map(
    ({ state, reason, channel, posts, collection, item_id, since }): Need => ({
      key: `${state}-${reason}-${channel}`,
      mark: state,
      tone: state === 'failed' ? 'bad' : 'warn',
      title: t(`views.need.${state}.title`, { count: posts, number: number(posts), channel }),
      consequence: reasonText(t, 'channel', reason) ?? t(`views.need.${state}.consequence`),
      since: new Date(since),
      href: `/admin/collections/${collection}/${item_id}/dissemination`,
      verb: t('views.need.check'),
      isUrgent: true,
    }),
  )
  return [...standing, ...open, ...(await carefulNeeds(databaseOf(payload), context))]
}

/** What looking after channels found before anybody else noticed. */
async function carefulNeeds(database: Database, { t, number, day }: ViewContext): Promise<Need[]> {
  const ending = (await endingChannels(database)).map(
    ({ channelId, name: channel, end }): Need => ({
      key: `ending-${channelId}`,
      mark: 'planned',
      tone: 'warn',
      title: t('views.channelCare.ending.title', { channel, date: day(end) }),
      consequence: t('views.channelCare.ending.consequence'),
      since: null,
      href: `/admin/collections/channels/${channelId}`,
      verb: t('views.need.paused.verb'),
      isUrgent: false,
    }),
  )
  const changed = (await changedThere(database)).map(
    ({ channelId, channel, posts, collection, itemId, since }): Need => ({
      key: `changed-${channelId}`,
      mark: 'unconfirmed',
      tone: 'warn',
      title: t('views.channelCare.changed.title', { count: posts, number: number(posts), channel }),
      consequence: t('views.channelCare.changed.consequence'),
      since,
      href: `/admin/collections/${collection}/${itemId}/dissemination`,
      verb: t('views.need.check'),
      isUrgent: false,
    }),
  )
  return [...ending, ...changed]
}
