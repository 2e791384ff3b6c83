import type { Payload } from 'payload'
import type { Follow } from '../../audience/follow.ts'
import { type Named, type NamedKind, namesFor } from '../../audience/named.ts'
import type { Subscriber } from '../../audience/subscriber.ts'
import { publicNamesOf } from '../../content/public-locales.ts'
import { isContentCollection } from '../../content/published-item.ts'
import { itemPath } from '../../content/site-url.ts'
import { type Database, databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { SiteContext } from '../site-context.ts'
import { loadOffer, offeredTerms } from './load-offer.ts'
import type { Choosable, PreferencesOffer, ShownFollow } from './preferences-fields.ts'

/** What this person can choose from. What they chose before is there too, if need be with a name in another language. */
export async function loadPreferences(
  payload: Payload,
  context: SiteContext,
  subscriber: Subscriber,
): Promise<PreferencesOffer> {
  const database = databaseOf(payload)
  const { locale } = context
  const { newsletters, locales, topics, countries } = await loadOffer(payload, context)
  const roles = await offeredTerms('audiences', locale, database)
  const withOwn = async (
    offered: readonly { readonly id: string; readonly label: string }[],
    kind: 'topics' | 'terms',
    own: readonly string[],
  ): Promise<Choosable[]> => {
    const missing = own.filter((id) => !offered.some((each) => each.id === id))
    const named = await namesFor(locale, kind, missing, database)
    return [...offered.map(({ id, label }) => ({ id, name: label, language: locale })), ...choosable(named)]
  }
  return {
    newsletters,
    locales,
    topics: await withOwn(topics, 'topics', subscriber.topics),
    countries: await withOwn(countries, 'terms', subscriber.countries),
    roles: await withOwn(roles, 'terms', subscriber.role === null ? [] : [subscriber.role]),
    organisations: await allOrganisations(locale, database),
    follows: await loadFollows(subscriber.follows, locale, database),
  }
}

/** In any language: an organisation's name is one. */
async function allOrganisations(locale: Locale, database: Database): Promise<Choosable[]> {
  const { rows } = await database.execute<{ id: string }>(sql`select id from organisations`)
  const named = await namesFor(
    locale,
    'organisations',
    rows.map(({ id }) => id),
    database,
  )
  const order = new Intl.Collator(locale)
  return choosable(named).sort((one, other) => order.compare(one.name, other.name))
}

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
