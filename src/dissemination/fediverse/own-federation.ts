import type { Payload } from 'payload'

import type { Receipt } from '../../channels/channel.ts'
import type { Federation } from '../../channels/federation.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { actorOf } from '../../fediverse/actors.ts'
import { type Addresses, addressesAt } from '../../fediverse/addresses.ts'
import { countFollowers } from '../../fediverse/counts.ts'
import { changeNote, enterNote, objectById, objectIdOf, removeNote } from '../../fediverse/objects.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { enqueue } from '../../queue/queue.ts'

/** A channel's own place in the fediverse: posts are kept in our tables, and a worker tells the followers' servers. */
export function ownFederation(payload: Payload, channelId: string, publicUrl: string): Federation {
  const addresses = addressesAt(publicUrl)
  return {
    async accounts(name) {
      const usernames: string[] = []
      for (const locale of await localesOf(payload, channelId)) {
        const actor = await actorOf({ channelId, locale, name }, databaseOf(payload))
        if ('fault' in actor) return actor
        usernames.push(`@${actor.username}@${addresses.host}`)
      }
      return usernames
    },

    followers: () => countFollowers(channelId, databaseOf(payload)),

    async publish(name, note, identity) {
      const actor = await actorOf({ channelId, locale: note.locale, name }, databaseOf(payload))
      if ('fault' in actor) return actor
      return inTransaction(payload, async (transaction) => {
        const id = await enterNote({ identity, actorId: actor.id, note }, addresses, transaction)
        await enqueue(payload, 'deliver-to-followers', [{}], transaction)
        return receiptOf(id, addresses)
      })
    },

    update: (remoteId, note) =>
      inTransaction(payload, async (transaction) => {
        const id = addresses.postIdIn(remoteId)
        if (id === null || !(await changeNote(id, note, addresses, transaction))) return null
        await enqueue(payload, 'deliver-to-followers', [{}], transaction)
        return receiptOf(id, addresses)
      }),

    remove: (remoteId) =>
      inTransaction(payload, async (transaction) => {
        const id = addresses.postIdIn(remoteId)
        if (id === null) return
        await removeNote(id, addresses, transaction)
        await enqueue(payload, 'deliver-to-followers', [{}], transaction)
      }),

    async find(identity) {
      const stored = await objectById(objectIdOf(identity), databaseOf(payload))
      return stored === null || stored.removedAt !== null ? null : receiptOf(stored.id, addresses)
    },

    async isServed(remoteId) {
      const id = addresses.postIdIn(remoteId)
      return id !== null && (await objectById(id, databaseOf(payload)))?.removedAt === null
    },
  }
}

/** There is no mark: what stands is ours alone, nobody else can change it. */
const receiptOf = (id: string, addresses: Addresses): Receipt => ({
  remoteId: addresses.post(id),
  remoteUrl: addresses.post(id),
  mark: null,
})

async function localesOf(payload: Payload, channelId: string): Promise<Locale[]> {
  const { rows } = await databaseOf(payload).execute<{ value: string }>(
    sql`select value::text as value from channels_locales_chosen where parent_id = ${channelId} order by "order"`,
  )
  return rows.map(({ value }) => value).filter(isLocale)
}
