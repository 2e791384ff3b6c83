import type { Payload } from 'payload'

import { publicNamesOf } from '../../content/public-locales.ts'
import { isTranslatable } from '../../content/translatable.ts'
import { databaseOf } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import type { GoingOut } from '../../ledger/going-out.ts'
import { dayIn } from './month.ts'

/** One item or issue on one day, with all the ways that it takes. */
export interface DayEntry {
  readonly key: string
  readonly kind: GoingOut['kind']
  readonly title: string
  /** Of the title. Null: the interface's. */
  readonly titleLocale: Locale | null
  /** Where to look after it. */
  readonly href: string
  /** `09:00`, of the first. */
  readonly time: string
  readonly ways: readonly {
    readonly name: string
    readonly locale: Locale | null
    readonly state: GoingOut['state']
  }[]
}

interface Named {
  readonly title: string
  readonly locale: Locale
}

/** What goes out, by the day on which it does: each item once a day and kind, with the channels and languages it takes. */
export async function entriesByDay(
  payload: Payload,
  found: readonly GoingOut[],
  { timeZone, language }: { readonly timeZone: string; readonly language: Locale },
): Promise<ReadonlyMap<string, readonly DayEntry[]>> {
  const through = await namesThrough(payload, language)
  const titles = await itemTitles(payload, found, language)
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })
  const days = new Map<string, Map<string, DayEntry>>()
  for (const { at, kind, state, collection, id, title, locale, through: way, number } of found) {
    const day = dayIn(at, timeZone)
    const entries = days.get(day) ?? new Map<string, DayEntry>()
    days.set(day, entries)
    const key = `${kind} ${collection} ${id}`
    const name = way === null ? '' : (through.get(way) ?? '')
    const known = entries.get(key)
    const stated = title === '' || locale === null ? null : { title, locale }
    const named = titles.get(`${collection} ${id}`) ?? stated
    entries.set(key, {
      key,
      kind,
      title: kind === 'issue' ? `${name} ${number ?? ''}` : (named?.title ?? ''),
      titleLocale: kind === 'issue' ? null : (named?.locale ?? null),
      href: `/admin/collections/${collection}/${id}/${placeOf(kind)}`,
      time: known?.time ?? clock.format(at),
      ways: [...(known?.ways ?? []), { name: kind === 'issue' ? '' : name, locale, state }],
    })
  }
  return new Map([...days].map(([day, entries]) => [day, [...entries.values()]]))
}

const placeOf = (kind: GoingOut['kind']): string =>
  ({
    post: 'dissemination',
    removal: 'dissemination',
    issue: 'send',
    publication: 'languages',
    withdrawal: 'languages',
  })[kind]

async function namesThrough(payload: Payload, locale: Locale): Promise<ReadonlyMap<string, string>> {
  const all = { pagination: false, depth: 0, locale, fallbackLocale: 'en', select: { name: true } } as const
  const channels = await payload.find({ collection: 'channels', ...all })
  const newsletters = await payload.find({ collection: 'newsletters', ...all })
  return new Map([...channels.docs, ...newsletters.docs].map(({ id, name }) => [String(id), name ?? '']))
}

/** Titles in the person's language where there are any, so that an item reads the same on every day. */
async function itemTitles(
  payload: Payload,
  found: readonly GoingOut[],
  language: Locale,
): Promise<ReadonlyMap<string, Named>> {
  const titles = new Map<string, Named>()
  for (const collection of new Set(found.map((each) => each.collection))) {
    if (!isTranslatable(collection)) continue
    const ids = [...new Set(found.filter((each) => each.collection === collection).map(({ id }) => id))]
    for (const [id, names] of await publicNamesOf(collection, ids, databaseOf(payload))) {
      const [first] = names.keys()
      const locale = names.has(language) ? language : first
      const title = isLocale(locale) ? names.get(locale)?.title : undefined
      if (locale !== undefined && title !== undefined) titles.set(`${collection} ${id}`, { title, locale })
    }
  }
  return titles
}
