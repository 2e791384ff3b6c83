import config from '@payload-config'
import { getPayload } from 'payload'
import { afterAll, beforeEach } from 'vitest'

import { databaseOf, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { createTestNetwork } from './create-network.ts'
import { emptying } from './emptying.ts'
import { startFediverseChannel } from './fediverse-channel.ts'
import type { FediversePeer } from './fediverse-peer.ts'
import { practiceInEnglish } from './items.ts'

export const revised = { ...practiceInEnglish, title: 'Mentoring, now in four cities' }

/** What its reader sees of us. */
export const contents = ({ notes }: FediversePeer) => [...notes.values()].map(({ content }) => content)

/**
 * For the top of a test file: a network with an account in the fediverse for each of its languages. Each test begins with
 * nobody who follows them.
 */
export async function followedNetwork(locales: Locale[] = ['en', 'fr', 'ar']) {
  const payload = await getPayload({ config })
  await createTestNetwork(payload, locales)
  const self = { channelId: '' }

  afterAll(() => payload.destroy())
  beforeEach(async () => {
    const database = databaseOf(payload)
    await database.execute(
      emptying(`
        fediverse_actors fediverse_followers fediverse_objects fediverse_deliveries fediverse_received
        channel_deliveries
      `),
    )
    await payload.delete({ collection: 'channels', where: {} })
    const { id } = await payload.create({
      collection: 'channels',
      data: {
        name: 'Fediverse',
        service: 'activitypub',
        baseUrl: 'https://fediverse.invalid/',
        settings: { accountName: 'news' },
        locales,
        mode: 'auto',
      },
    })
    self.channelId = id
  })

  const start = (more?: Parameters<typeof startFediverseChannel>[2]) =>
    startFediverseChannel(payload, self.channelId, more)
  /** All that waits is due now. */
  const makeDue = () =>
    databaseOf(payload).execute(
      sql`update fediverse_deliveries set due_at = now(), lease_until = null where state = 'due'`,
    )
  const states = async () => {
    const { rows } = await databaseOf(payload).execute<{ state: string }>(
      sql`select concat_ws(' ', kind, state, reason) as state from fediverse_deliveries order by id`,
    )
    return rows.map(({ state }) => state)
  }

  const followers = async () => {
    const { rows } = await databaseOf(payload).execute<{ follower: string }>(
      sql`select follower from fediverse_followers order by follower`,
    )
    return rows.map(({ follower }) => follower)
  }

  return Object.assign(self, { payload, start, makeDue, states, followers })
}
