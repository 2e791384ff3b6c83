import type { Payload } from 'payload'

import { publicNames } from '../../content/public-locales.ts'
import type { EventTimes, ItemReference } from '../../content/published-item.ts'
import { readPublished } from '../../content/read-published.ts'
import { type NamedTopic, topicsOf } from '../../content/topics-of.ts'
import { databaseOf } from '../../database/database.ts'
import { chooseLocale } from '../../i18n/choose-locale.ts'
import type { Locale } from '../../i18n/locales.ts'
import { localPath } from '../picture.ts'
import type { SiteContext } from '../site-context.ts'

/** An item that somebody may follow from a page in one language. */
export interface Followable {
  readonly reference: ItemReference
  /** In `titleLocale`: the page's language, or where the item is not public in it, one in which it is. */
  readonly title: string
  readonly titleLocale: Locale
  readonly path: string
  /** Whether it can be read in the page's language. Otherwise a follower waits for that. */
  readonly isHere: boolean
  /** Whether it is an event that is still to come, on a day that holds. */
  readonly canRemind: boolean
  /** What it is about, in the page's language. */
  readonly topics: readonly NamedTopic[]
}

/** Null: it is public in none of the network's languages, or there is none. */
export async function loadFollowable(
  payload: Payload,
  { locale, locales, chain }: Pick<SiteContext, 'locale' | 'locales' | 'chain'>,
  reference: ItemReference,
  now: Date,
): Promise<Followable | null> {
  const database = databaseOf(payload)
  const names = await publicNames(reference, database)
  const available = locales.filter((each) => names.has(each))
  const shown = chooseLocale([locale], available, { whenNone: 'any', chain }).locale
  const item = shown === null ? null : await readPublished(payload, reference, shown)
  if (item === null) return null
  return {
    reference,
    title: item.title,
    titleLocale: item.locale,
    path: localPath(item.url),
    isHere: item.locale === locale,
    canRemind: item.event !== null && isAhead(item.event, now),
    topics: await topicsOf(reference, locale, database),
  }
}

const isAhead = ({ start, status }: EventTimes, now: Date): boolean =>
  start > now && status !== 'cancelled' && status !== 'postponed'
