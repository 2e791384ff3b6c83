import type { Payload } from 'payload'
import type { Follow } from '../../audience/follow.ts'
import { type Named, type NamedKind, namesFor } from '../../audience/named.ts'
import type { Subscriber } from '../../audience/subscriber.ts'
import { publicNamesOf } from '../../content/public-locales.ts'
import { isContentCollection } from '../../content/published-item.ts'
import { itemPath } from '../../content/site-url.ts'
import { type Database, databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { loadNewsletters } from '../newsletter-pages.ts'
import type { SiteContext } from '../site-context.ts'
import type { Choosable, PreferencesOffer, ShownFollow } from './preferences-fields.ts'

/** What this person can choose from. What has no name in the page's language is there with another, and marked so. */
export async function loadPreferences(
  payload: Payload,
  { locale, locales, t }: SiteContext,
  subscriber: Subscriber,
): Promise<PreferencesOffer> {
  const database = databaseOf(payload)
  const newsletters = await loadNewsletters(payload, locale)
  const { timeZone } = await payload.findGlobal({ slug: 'network', depth: 0, select: { timeZone: true } })
  const all = async (kind: 'topics' | 'terms' | 'organisations', ids: Statement): Promise<Choosable[]> => {
    const { rows } = await database.execute<{ id: string }>(ids)
    const named = await namesFor(
      locale,
      kind,
      rows.map(({ id }) => id),
      database,
    )
    const order = new Intl.Collator(locale)
    return choosable(named).sort((one, other) => order.compare(one.name, other.name))
  }
  const withGone = (offered: readonly Choosable[], chosen: readonly string[]): Choosable[] => [
    ...offered,
    // Not shown, it would be lost with the next save, and who chose nothing but this would have chosen everything.
    ...chosen
      .filter((id) => !offered.some((each) => each.id === id))
      .map((id) => ({ id, name: t('preferences.followGone'), language: locale })),
  ]
  return {
    newsletters: newsletters.map(({ id, name, description }) => ({ id, name, description })),
    locales,
    topics: withGone(await all('topics', sql`select id from topics`), subscriber.topics),
    countries: withGone(
      await all('terms', sql`select id from terms where vocabulary = 'countries'`),
      subscriber.countries,
    ),
    roles: await all('terms', sql`select id from terms where vocabulary = 'audiences'`),
    organisations: await all('organisations', sql`select id from organisations`),
    follows: await loadFollows(subscriber.follows, locale, database),
    timeZone,
  }
}

type Statement = ReturnType<typeof sql>

const choosable = (named: readonly Named[]): Choosable[] =>
  named.flatMap(({ id, name, language }) =>
    name === null || language === null ? [] : [{ id, name, language }],
  )

/** In the order of the follows, each with what it is called and where it can be read. */
export async function loadFollows(
  follows: readonly Follow[],
  locale: Locale,
  database: Database,
): Promise<ShownFollow[]> {
  const shown = new Map<string, Omit<ShownFollow, keyof Follow>>()
  for (const target of new Set(follows.map((follow) => follow.target))) {
    const ids = follows.filter((follow) => follow.target === target).map(({ targetId }) => targetId)
    const paths = await pathsOf(target, ids, database)
    for (const { id, name, language } of await namesFor(locale, target, ids, database))
      shown.set(id, { name, language, href: language === null ? null : (paths(id, language) ?? null) })
  }
  return follows.map((follow) => ({
    ...follow,
    ...(shown.get(follow.targetId) ?? { name: null, language: null, href: null }),
  }))
}

async function pathsOf(
  target: NamedKind,
  ids: readonly string[],
  database: Database,
): Promise<(id: string, locale: Locale) => string | undefined> {
  if (!isContentCollection(target)) return () => undefined
  const names = await publicNamesOf(target, ids, database)
  return (id, locale) => {
    const slug = names.get(id)?.get(locale)?.slug
    return slug === undefined ? undefined : itemPath(target, slug, locale)
  }
}
