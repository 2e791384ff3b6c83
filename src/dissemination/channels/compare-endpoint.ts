import type { Endpoint } from 'payload'

import { ChannelError } from '../../channels/channel-error.ts'
import { digestOf } from '../../channels/digest.ts'
import { textOfHtml } from '../../content/markup/text-of-html.ts'
import { databaseOf } from '../../database/database.ts'
import { channelDeliveriesOf } from '../../ledger/item-report.ts'
import { answer, below, forCell } from './cell-request.ts'
import { type ComposedForChannel, composeForChannel } from './compose-for-channel.ts'
import { wordsThere } from './words-there.ts'

/**
 * What stands at the other side now beside what we would have there, both as plain text: for a person who decides between
 * them. `theirs` null: it is gone, or the service gives no words back. `seen` goes along with the decision to overwrite theirs,
 * which holds for those words alone.
 */
const compare = forCell(async ({ item, locale, channel, req }) => {
  const { payload } = req
  const deliveries = await channelDeliveriesOf(item, databaseOf(payload))
  const delivery = deliveries.find((each) => each.channelId === channel.id && each.locale === locale)
  const composed = await composeForChannel(payload, { item, locale, channelId: channel.id })
  const ours = 'error' in composed ? null : plain(composed)
  try {
    const theirs = await wordsThere(payload, channel.id, delivery?.remoteId ?? null)
    return answer(200, { theirs, ours, seen: theirs === null ? null : digestOf(theirs) })
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    return answer(502, { error: 'not-answered' })
  }
})

/** An article's words are HTML, and its title stands beside them. */
const plain = ({ look, post }: ComposedForChannel): string =>
  look === 'article' ? [post.fields?.title ?? '', textOfHtml(post.text)].join('\n\n').trim() : post.text

export const compareEndpoints: Endpoint[] = [below('compare', 'get', compare)]
