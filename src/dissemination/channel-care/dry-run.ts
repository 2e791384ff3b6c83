import type { Payload } from 'payload'

import type { Post, PostFault } from '../../channels/channel.ts'
import { ChannelError, type ChannelErrorReason } from '../../channels/channel-error.ts'
import type { Service } from '../../channels/service.ts'
import { serviceNamed } from '../../channels/services.ts'
import type { ItemReference } from '../../content/published-item.ts'
import { readPublished } from '../../content/read-published.ts'
import { databaseOf } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { choiceFor } from '../../ledger/channel-choices.ts'
import { postWords } from '../channels/post-words.ts'
import { openChannel, type StoredChannel } from './open-channel.ts'
import { verifyChannel } from './verify-channel.ts'

interface DryRun {
  readonly post: Post
  /** Why it could not be submitted; empty when it could. */
  readonly faults: readonly PostFault[]
  readonly service: string
  readonly look: Service['look']
  /** Whether the account can be used now, or why not. */
  readonly reachable: true | ChannelErrorReason
}

const TIMEOUT_MS = 30_000

/**
 * Everything that publishing would do but the one request that readers see: the account is asked whether it is ours, the
 * server what it accepts, and the post is composed for that.
 */
export async function dryRun(
  payload: Payload,
  channel: StoredChannel,
  { item, locale }: { readonly item: ItemReference; readonly locale: Locale },
): Promise<DryRun | { readonly error: 'not-there' | 'no-such-channel' | 'secrets-missing' }> {
  const service = serviceNamed(channel.service)
  if (service === null) return { error: 'no-such-channel' }
  const published = await readPublished(payload, item, locale)
  if (published === null) return { error: 'not-there' }
  const opened = await openChannel(payload, channel)
  if (opened === null) return { error: 'secrets-missing' }
  const verdict = await verifyChannel(payload, channel)
  const now = new Date()
  const asked = { now, signal: AbortSignal.timeout(TIMEOUT_MS) }
  const limits = verdict.ok ? await opened.limits?.(asked).catch(whenUnanswered) : undefined
  const chosen = await choiceFor({ item, channelId: channel.id, locale }, databaseOf(payload))
  const own = await postWords(payload, { item, locale, takes: service.takes, chosen })
  const post = opened.compose(published, {
    change: 'published',
    ...own,
    ...(limits !== undefined && { limits }),
  })
  return {
    post,
    faults: opened.validate(post),
    service: service.name,
    look: service.look,
    reachable: verdict.ok ? true : verdict.reason,
  }
}

/** Then it is composed for what most servers accept. */
function whenUnanswered(error: unknown): undefined {
  if (!(error instanceof ChannelError)) throw error
}
