import type { Endpoint } from 'payload'
import { z } from 'zod'

import { ChannelError } from '../../channels/channel-error.ts'
import { digestOf } from '../../channels/digest.ts'
import { serviceNamed } from '../../channels/services.ts'
import { databaseOf } from '../../database/database.ts'
import {
  type Adopted,
  adoptDelivery,
  assumeDelivery,
  decideDelivery,
  overwriteDelivery,
  type SeenDelivery,
} from '../../ledger/channel-decisions.ts'
import type { ItemDelivery } from '../../ledger/item-report.ts'
import { type Decision, decisions } from './can-do.ts'
import { answer, below, type CellRequest, forCell, invalid, read } from './cell-request.ts'
import { approvedAs, saveAndPlan } from './choice-endpoints.ts'
import { composeForChannel } from './compose-for-channel.ts'
import { type Cell, itemCells } from './item-cells.ts'
import { nameAtAddress } from './name-at-address.ts'
import { wakeDeliveries } from './wake-deliveries.ts'
import { wordsThere } from './words-there.ts'

const httpAddress = z.url({ protocol: /^https?$/ }).max(2000)
const shape = z
  .strictObject({
    decision: z.enum(decisions),
    url: httpAddress.optional(),
    /** As `compare` says it: of the words that the person saw. Null or absent: they mean what stands there now. */
    seen: z.string().max(100).nullish(),
  })
  .refine(({ decision, url }) => decision !== 'adopt' || url !== undefined, { path: ['url'] })
const expected = { decision: decisions.join(', '), url: 'https://…', seen: 'seen' } as const

/**
 * What a person decides about a cell. It is done by a worker afterwards; 409 when it is not open to anybody now, or
 * something happened meanwhile.
 */
const decide = forCell(async (cell) => {
  if (!cell.mayPublish) return answer(403, { error: 'editors-only' })
  const asked = read(cell, shape, expected)
  if ('refused' in asked) return asked.refused
  const { decision, url = '', seen = null } = asked.said
  const shown = await cellNow(cell)
  if (!shown?.canDo.includes(decision)) return answer(409, { error: 'not-open-now' })
  const standing =
    decision === 'adopt' ? await nameAtAddress(cell.req.payload, cell.channel.id, url) : { name: null }
  if ('error' in standing) return invalid(cell.req, 'url', standing.example)
  const place: Place = { url, remoteId: standing.name, seen }
  if (!(await takeEffect(decision, place, shown, cell))) return answer(409, { error: 'changed-meanwhile' })
  cell.req.payload.logger.info({
    msg: 'a person decided about a channel',
    decision,
    by: cell.by,
    channelId: cell.channel.id,
    item: `${cell.item.collection}/${cell.item.id}`,
    locale: cell.locale,
  })
  return answer(200, { cell: await cellNow(cell) })
})

const cellNow = async ({ item, channel, locale, req }: CellRequest): Promise<Cell | null> =>
  (await itemCells(req.payload, item)).find(
    (each) => each.channelId === channel.id && each.locale === locale,
  ) ?? null

/** Where a person says that it stands, and which words they saw there. */
type Place = Pick<Adopted, 'url' | 'remoteId'> & { readonly seen: string | null }

async function takeEffect(
  decision: Decision,
  place: Place,
  { delivery }: Cell,
  cell: CellRequest,
): Promise<boolean> {
  switch (decision) {
    case 'publish-now':
      // Whoever has it published now has decided about it.
      await saveAndPlan(
        cell,
        { wanted: 'yes', scheduledFor: null, approval: 'approved', ...(await approvedAs('approved', cell)) },
        'manual',
      )
      return true
    case 'withdraw':
      await saveAndPlan(cell, { wanted: 'no' }, 'manual')
      return true
    default:
      return delivery !== null && (await decideAbout(decision, place, delivery, cell))
  }
}

async function decideAbout(
  decision: Exclude<Decision, 'publish-now' | 'withdraw'>,
  place: Place,
  delivery: ItemDelivery,
  cell: CellRequest,
): Promise<boolean> {
  const tookEffect = await writeDown(decision, place, delivery, cell)
  if (tookEffect) await wakeDeliveries(cell.req.payload, [delivery.deliveryId])
  return tookEffect
}

async function writeDown(
  ...[decision, place, delivery, cell]: Parameters<typeof decideAbout>
): Promise<boolean> {
  const database = databaseOf(cell.req.payload)
  const seen: SeenDelivery = delivery
  if (decision === 'adopt')
    return adoptDelivery(seen, { ...place, hash: await saidByHand(delivery, cell) }, database)
  if (decision === 'overwrite')
    return overwriteDelivery(seen, place.seen ?? (await seenNow(delivery, cell)), database)
  if (decision !== 'assume') return decideDelivery(seen, decision, database)
  return assumeDelivery(
    seen,
    {
      hash: await saidByHand(delivery, cell),
      isNamedByUs: serviceNamed(cell.channel.service)?.capabilities.deduplicates ?? false,
      wasRemoved: delivery.desired === 'absent' && delivery.remoteState === 'live',
    },
    database,
  )
}

/** Null: the service gives no words back, or does not answer. */
async function seenNow({ remoteId }: ItemDelivery, { channel, req }: CellRequest): Promise<string | null> {
  try {
    const words = await wordsThere(req.payload, channel.id, remoteId)
    return words === null ? null : digestOf(words)
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    return null
  }
}

/** What a person posted is what we composed for it. Null: nothing was done by hand. */
async function saidByHand(
  { state, desired }: ItemDelivery,
  { item, locale, channel, req }: CellRequest,
): Promise<string | null> {
  if (state !== 'held' || desired !== 'live') return null
  const composed = await composeForChannel(req.payload, { item, locale, channelId: channel.id })
  return 'error' in composed ? null : composed.hash
}

export const decideEndpoints: Endpoint[] = [below('decide', 'post', decide)]
