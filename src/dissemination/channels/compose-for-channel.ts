import type { CollectionSlug, Payload } from 'payload'

import type { Post, PostFault } from '../../channels/channel.ts'
import { openService } from '../../channels/channel-for.ts'
import type { Service } from '../../channels/service.ts'
import { serviceNamed } from '../../channels/services.ts'
import type { ItemReference, PublishedItem } from '../../content/published-item.ts'
import { asIfPublished, populatedProjects, readPublished } from '../../content/read-published.ts'
import { itemUrl } from '../../content/site-url.ts'
import { databaseOf } from '../../database/database.ts'
import { env } from '../../env.ts'
import type { Locale } from '../../i18n/locales.ts'
import { choiceFor } from '../../ledger/channel-choices.ts'
import { type AccountRow, settingsOf } from '../open-account.ts'
import { postHash } from './post-hash.ts'
import { type ChosenPost, postWords } from './post-words.ts'

export interface ComposedForChannel {
  readonly post: Post
  /** Why it could not be submitted; empty when it could. */
  readonly faults: readonly PostFault[]
  readonly service: string
  readonly look: Service['look']
  /** By which the ledger knows what a post says. */
  readonly hash: string
}

interface Wanted {
  readonly item: ItemReference
  readonly locale: Locale
  readonly channelId: string
  /** Instead of what is chosen for the cell. Absent: that. */
  readonly words?: ChosenPost
}

/**
 * The post that a channel would get of an item: as it is public in the language, or as its draft would be. Composed
 * without the account's secrets, and with no question to the service: a server that grants more than most is not asked.
 */
export async function composeForChannel(
  payload: Payload,
  { item, locale, channelId, words }: Wanted,
): Promise<ComposedForChannel | { readonly error: 'not-there' | 'no-such-channel' }> {
  const account = (await payload.findByID({
    collection: 'channels',
    id: channelId,
    depth: 0,
    disableErrors: true,
  })) as AccountRow | null
  const service = account === null ? null : serviceNamed(account.service)
  if (account === null || service === null) return { error: 'no-such-channel' }
  const shown = await publicOrDraft(payload, item, locale)
  if (shown === null) return { error: 'not-there' }
  const chosen = words ?? (await choiceFor({ item, channelId, locale }, databaseOf(payload)))
  const channel = openService(
    service,
    { baseUrl: account.baseUrl, settings: settingsOf(account), secrets: {} },
    { allowedPrivateHosts: env.ALLOWED_PRIVATE_HOSTS, publicUrl: env.PUBLIC_URL },
  )
  const own = await postWords(payload, { item, locale, takes: service.takes, chosen })
  const post = channel.compose(shown, { change: 'published', ...own })
  return {
    post,
    faults: channel.validate(post),
    service: service.name,
    look: service.look,
    hash: postHash('item', post),
  }
}

async function publicOrDraft(
  payload: Payload,
  item: ItemReference,
  locale: Locale,
): Promise<PublishedItem | null> {
  const published = await readPublished(payload, item, locale)
  if (published !== null) return published
  const draft = await payload.findByID({
    collection: item.collection as CollectionSlug,
    id: item.id,
    locale,
    fallbackLocale: false,
    draft: true,
    depth: 1,
    populate: populatedProjects,
    disableErrors: true,
  })
  const shown = draft === null ? null : await asIfPublished(payload, item.collection, locale, draft)
  if (shown === null || shown.title === '') return null
  const { slug } = draft as { slug?: string | null }
  return slug ? { ...shown, slug, url: itemUrl(item.collection, slug, locale) } : shown
}
