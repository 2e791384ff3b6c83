import type { Payload } from 'payload'

import { enterDigestItems } from '../audience/digest/enter-digest-items.ts'
import { publicNames } from '../content/public-locales.ts'
import { itemUrl } from '../content/site-url.ts'
import { inTransaction } from '../database/database.ts'
import { isLocale, type Locale } from '../i18n/locales.ts'
import { enter } from '../ledger/channel-deliveries.ts'
import { issuesOnHold } from '../ledger/issue-languages.ts'
import { markPlanned, takeUnplanned } from '../outbox/outbox.ts'
import { enqueue } from '../queue/queue.ts'
import { followedPlanner } from './personal/plan-followed.ts'
import type { NoticeableChange } from './personal/plan-notices.ts'
import { type ChannelAccount, plan } from './plan.ts'

/** How many changes one transaction plans: few enough to give the locks back soon. */
const BATCH = 50

/** Outbox → ledger, until nothing waits. Safe to run twice and in parallel. Answers how many changes were planned. */
export async function planChanges(payload: Payload): Promise<number> {
  let planned = 0
  for (;;) {
    const taken = await planBatch(payload)
    planned += taken
    if (taken < BATCH) return planned
  }
}

async function planBatch(payload: Payload): Promise<number> {
  const channels = await channelAccounts(payload)
  const planFollowed = await followedPlanner(payload)
  return inTransaction(payload, async (transaction) => {
    const entries = await takeUnplanned(BATCH, transaction)
    const noticeable: NoticeableChange[] = []
    for (const entry of entries) {
      const names = await publicNames(entry.item, transaction)
      noticeable.push({ ...entry, publicLocales: [...names.keys()] })
      const published = new Map(
        [...names].map(([locale, { title, slug }]) => {
          return [locale, { title, url: itemUrl(entry.item.collection, slug, locale) }] as const
        }),
      )
      const due = await enter(plan({ ...entry, published }, channels), transaction)
      await enqueue(
        payload,
        'deliver-to-channel',
        due.map((deliveryId) => ({ deliveryId })),
        transaction,
      )
    }
    await planFollowed(noticeable, transaction)
    const mayBeReady = entries.length > 0 && (await issuesOnHold(transaction)).length > 0
    await enqueue(payload, 'release-languages', mayBeReady ? [{}] : [], transaction)
    await markPlanned(
      entries.map(({ outboxId }) => outboxId),
      transaction,
    )
    await enterDigestItems(
      entries.filter(({ kind }) => kind === 'published'),
      transaction,
    )
    return entries.length
  })
}

interface StoredChannel {
  readonly id: string
  readonly service: string
  readonly locales?: readonly string[] | null
  readonly collections?: ChannelAccount['collections'] | null
  readonly mode?: ChannelAccount['mode'] | null
}

async function channelAccounts(payload: Payload): Promise<ChannelAccount[]> {
  const { docs } = await payload.find({ collection: 'channels', pagination: false, depth: 0, sort: 'id' })
  return (docs as unknown as StoredChannel[]).map(({ id, service, locales, collections, mode }) => ({
    id,
    service,
    locales: (locales ?? []).filter((locale): locale is Locale => isLocale(locale)),
    collections: collections ?? [],
    mode: mode ?? 'auto',
  }))
}
