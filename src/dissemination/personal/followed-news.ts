import type { Payload } from 'payload'

import type { Subscriber } from '../../audience/subscriber.ts'
import { lastPublicTitle } from '../../content/last-public-title.ts'
import { publicNames } from '../../content/public-locales.ts'
import { type ItemReference, isContentCollection, type PublishedItem } from '../../content/published-item.ts'
import { readPublished } from '../../content/read-published.ts'
import { topicIdsOf } from '../../content/topics-of.ts'
import { databaseOf } from '../../database/database.ts'
import { chooseLocale } from '../../i18n/choose-locale.ts'
import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import type { PlannedItem } from './personal-mail.ts'

/** Something that cannot be read any more, by its last public name; a deleted item has none, so its kind stands there. */
export interface Gone extends ItemReference {
  /** In which it was read. */
  readonly locale: Locale
  readonly title: string
  readonly titleLocale: Locale
}

/** What a notice tells, each item in the language in which its reader reads it. */
export interface FollowedNews {
  readonly changed: readonly PublishedItem[]
  readonly fresh: readonly PublishedItem[]
  readonly gone: readonly Gone[]
}

/**
 * What of a planned notice is still true and still wanted at this moment: what was withdrawn, came back or is not followed
 * any more since it was planned is left out.
 */
export async function followedNews(
  payload: Payload,
  subscriber: Subscriber,
  planned: readonly PlannedItem[],
  spoken: readonly Locale[],
): Promise<FollowedNews> {
  const changed: PublishedItem[] = []
  const fresh: PublishedItem[] = []
  const gone: Gone[] = []
  for (const { collection, id, locale, why } of planned) {
    if (!isContentCollection(collection)) continue
    const reference = { collection, id }
    if (!(await isWanted(payload, subscriber, reference, why))) continue
    const item = await readBy(payload, subscriber, reference, spoken)
    if (why === 'withdrawn') {
      if (item === null) gone.push(await goneOf(payload, reference, locale))
    } else if (item !== null) {
      if (why === 'changed') changed.push(item)
      else fresh.push(item)
    }
  }
  return { changed, fresh, gone }
}

/** Of a topic only what is new is told. */
async function isWanted(
  payload: Payload,
  { follows }: Subscriber,
  { collection, id }: ItemReference,
  why: string,
): Promise<boolean> {
  if (follows.some(({ target, targetId }) => target === collection && targetId === id)) return true
  if (why !== 'new' && why !== 'published') return false
  const topics = await topicIdsOf({ collection, id }, databaseOf(payload))
  return follows.some(({ target, targetId }) => target === 'topics' && topics.includes(targetId))
}

async function readBy(
  payload: Payload,
  { locale, furtherLocales }: Subscriber,
  reference: ItemReference,
  spoken: readonly Locale[],
): Promise<PublishedItem | null> {
  const names = await publicNames(reference, databaseOf(payload))
  const available = spoken.filter((each) => names.has(each))
  const shown = chooseLocale([locale, ...furtherLocales], available, { whenNone: 'skip' }).locale
  return shown === null ? null : readPublished(payload, reference, shown)
}

async function goneOf(payload: Payload, reference: ItemReference, locale: Locale): Promise<Gone> {
  const title = await lastPublicTitle(reference, locale, databaseOf(payload))
  const kind = translator(locale, 'email')(`newsletter.kind.${reference.collection}`)
  return { ...reference, locale, title: title ?? kind, titleLocale: locale }
}
