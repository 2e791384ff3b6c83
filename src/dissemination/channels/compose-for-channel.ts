import type { CollectionSlug, Payload } from 'payload'

import type { ComposeOptions, Post, PostFault, PostLimits } from '../../channels/channel.ts'
import { openService } from '../../channels/channel-for.ts'
import type { Service } from '../../channels/service.ts'
import { serviceNamed } from '../../channels/services.ts'
import type { ItemReference, PublishedItem } from '../../content/published-item.ts'
import { asIfPublished, populatedProjects, readPublished } from '../../content/read-published.ts'
import { itemUrl } from '../../content/site-url.ts'
import { type Database, databaseOf } from '../../database/database.ts'
import { env } from '../../env.ts'
import type { Locale } from '../../i18n/locales.ts'
import { notedLimits } from '../../ledger/channel-checks.ts'
import { choiceFor } from '../../ledger/channel-choices.ts'
import { correctionReason } from '../../ledger/correction-reason.ts'
import { channelDeliveriesOf } from '../../ledger/item-report.ts'
import { type AccountRow, settingsOf } from '../open-account.ts'
import type { ChannelPolicies } from './next-step.ts'
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
 * without the account's secrets and with no question to the service, for what its server said last that it takes.
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
  })) as (AccountRow & { readonly edits?: ChannelPolicies['edits'] | null }) | null
  const service = account === null ? null : serviceNamed(account.service)
  if (account === null || service === null) return { error: 'no-such-channel' }
  const shown = await publicOrDraft(payload, item, locale)
  if (shown === null) return { error: 'not-there' }
  const database = databaseOf(payload)
  const chosen = words ?? (await choiceFor({ item, channelId, locale }, database))
  const channel = openService(
    service,
    { baseUrl: account.baseUrl, settings: settingsOf(account), secrets: {} },
    { allowedPrivateHosts: env.ALLOWED_PRIVATE_HOSTS, publicUrl: env.PUBLIC_URL },
  )
  const own = await postWords(payload, { item, locale, takes: service.takes, chosen })
  const { change, anew, reason } = await changeFor({ item, locale, channelId }, account, service, database)
  const limits = channel.limits === undefined ? null : await notedLimits(channelId, database)
  const compose = (told: ComposeOptions['change']) =>
    channel.compose(shown, {
      ...own,
      // As the adapter itself read them.
      ...(limits !== null && { limits: limits as PostLimits }),
      ...(reason !== null && { reason }),
      change: told,
    })
  const post = compose(change)
  return {
    post,
    faults: channel.validate(post),
    service: service.name,
    look: service.look,
    hash: postHash('item', change === anew ? post : compose(anew)),
  }
}

/** What the next submission is about, and what it would be about were it posted anew, which is what the ledger goes by. */
async function changeFor(
  { item, locale, channelId }: Omit<Wanted, 'words'>,
  { edits }: { readonly edits?: ChannelPolicies['edits'] | null },
  { capabilities }: Service,
  database: Database,
): Promise<Record<'change' | 'anew', ComposeOptions['change']> & { readonly reason: string | null }> {
  const delivery = (await channelDeliveriesOf(item, database)).find(
    (each) => each.channelId === channelId && each.locale === locale,
  )
  if (delivery === undefined) return { change: 'published', anew: 'published', reason: null }
  const reason = await correctionReason(delivery.deliveryId, database)
  if (delivery.leftStanding.length > 0) return { change: 'corrected', anew: 'corrected', reason }
  if (delivery.remoteState !== 'live') return { change: 'published', anew: 'published', reason }
  const staysAsItIs = capabilities.update !== 'in-place' && capabilities.posts !== 'by-hand'
  const isBeside = staysAsItIs && edits === 'correct'
  return { change: isBeside ? 'corrected' : 'revised', anew: 'published', reason }
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
