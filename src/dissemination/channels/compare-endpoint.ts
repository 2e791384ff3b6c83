import type { Endpoint } from 'payload'

import { ChannelError } from '../../channels/channel-error.ts'
import { textOfHtml } from '../../content/markup/text-of-html.ts'
import { databaseOf } from '../../database/database.ts'
import { channelDeliveriesOf } from '../../ledger/item-report.ts'
import { openChannel, storedChannel } from '../channel-care/open-channel.ts'
import { answer, below, forCell } from './cell-request.ts'
import { type ComposedForChannel, composeForChannel } from './compose-for-channel.ts'

const TIMEOUT_MS = 10_000

/**
 * What stands at the other side now beside what we would have there, both as plain text: for a person who decides between
 * them. `theirs` null: it is gone, or the service gives no words back.
 */
const compare = forCell(async ({ item, locale, channel, req }) => {
  const { payload } = req
  const deliveries = await channelDeliveriesOf(item, databaseOf(payload))
  const delivery = deliveries.find((each) => each.channelId === channel.id && each.locale === locale)
  const stored = await storedChannel(payload, channel.id)
  const opened = stored === null ? null : await openChannel(payload, stored)
  const composed = await composeForChannel(payload, { item, locale, channelId: channel.id })
  const ours = 'error' in composed ? null : plain(composed)
  const remoteId = delivery?.remoteId ?? null
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const theirs = remoteId === null ? null : await opened?.words?.(remoteId, { now: new Date(), signal })
    return answer(200, { theirs: theirs ?? null, ours })
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    return answer(502, { error: 'not-answered' })
  }
})

/** An article's words are HTML, and its title stands beside them. */
const plain = ({ look, post }: ComposedForChannel): string =>
  look === 'article' ? [post.fields?.title ?? '', textOfHtml(post.text)].join('\n\n').trim() : post.text

export const compareEndpoints: Endpoint[] = [below('compare', 'get', compare)]
