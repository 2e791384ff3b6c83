import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { databaseOf, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { ModelItem, ModelPerson, ModelPublication } from './digest-model.ts'
import { emptying } from './emptying.ts'
import { seededRandom } from './seeded-random.ts'

export const LANGUAGES = ['en', 'el', 'fr'] as const satisfies Locale[]
const ITEMS = 45
export const PEOPLE = 9
export const DAY_MS = 24 * 3_600_000
/** A Friday before the clocks go forward, so that every run crosses a change of the clocks. */
const BEGIN = Date.UTC(2026, 2, 20, 12)

/** What is there, as the product has it and as the model does. */
export interface World {
  readonly payload: Payload
  readonly newsletterId: string
  readonly random: () => number
  readonly items: Map<string, ModelItem>
  readonly people: readonly ModelPerson[]
  readonly publications: ModelPublication[]
  readonly topics: readonly string[]
  readonly countries: readonly string[]
  now: number
  readonly rounds: Set<string>
}

/** One of them, by chance. */
export const pick = <T>({ random }: Pick<World, 'random'>, from: readonly T[]): T => {
  const value = from[Math.floor(random() * from.length)]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}
/** So large a share of them, by chance. */
export const some = <T>(world: Pick<World, 'random'>, from: readonly T[], share: number): T[] =>
  from.filter(() => world.random() < share)
export const languagesFor = (world: Pick<World, 'random'>): [Locale, ...Locale[]] => {
  const first = pick(world, LANGUAGES)
  return [first, ...some(world, LANGUAGES, 0.3).filter((locale) => locale !== first)]
}

/** Items of which nothing is public yet, and people with choices. Everything is drawn from the seed. */
export async function createWorld(
  seed: number,
  ground: Pick<World, 'payload' | 'newsletterId'>,
): Promise<World> {
  const random = seededRandom(seed)
  const database = databaseOf(ground.payload)
  await database.execute(
    emptying(`
      personal_mails email_deliveries editions digest_items digest_rounds outbox subscriptions
      subscribers suppressions
    `),
  )
  for (const table of ['news', 'topics', 'terms'])
    await database.execute(sql`delete from ${sql.identifier(table)}`)
  const topics = [randomUUID(), randomUUID(), randomUUID()]
  const countries = [randomUUID(), randomUUID(), randomUUID()]
  for (const id of topics) await database.execute(sql`insert into topics (id) values (${id})`)
  for (const id of countries)
    await database.execute(sql`insert into terms (id, vocabulary, code) values (${id}, 'countries', ${id})`)
  const items = new Map<string, ModelItem>()
  for (let index = 0; index < ITEMS; index++) {
    const item = {
      id: randomUUID(),
      topics: some({ random }, topics, 0.4),
      countries: some({ random }, countries, 0.3),
      publicIn: new Set<Locale>(),
    }
    items.set(item.id, item)
    await database.execute(sql`insert into news (id) values (${item.id})`)
    for (const locale of LANGUAGES)
      await database.execute(sql`
        insert into news_locales (title, slug, _status, _locale, _parent_id)
        values (${`Item ${index}`}, ${`item-${index}`}, 'draft', ${locale}::text::_locales, ${item.id})
      `)
    for (const topic of item.topics)
      await database.execute(sql`
        insert into news_rels (parent_id, path, topics_id) values (${item.id}, 'topics', ${topic})
      `)
    for (const country of item.countries)
      await database.execute(sql`
        insert into news_rels (parent_id, path, terms_id) values (${item.id}, 'countries', ${country})
      `)
  }
  const people = Array.from(
    { length: PEOPLE },
    (): ModelPerson => ({
      id: randomUUID(),
      languages: languagesFor({ random }),
      topics: some({ random }, topics, 0.3),
      countries: some({ random }, countries, 0.3),
      frequency: pick({ random }, ['weekly', 'weekly', 'monthly', 'every-issue'] as const),
      pausedUntil: 0,
      cursor: 0,
      got: new Map(),
      waiting: [],
      choseAt: 0,
    }),
  )
  for (const person of people) await store(person, ground)
  return {
    ...ground,
    random,
    items,
    people,
    publications: [],
    topics,
    countries,
    now: BEGIN,
    rounds: new Set(),
  }
}

async function store(
  { id, languages: [locale, ...further], topics, countries, frequency }: ModelPerson,
  { payload, newsletterId }: Pick<World, 'payload' | 'newsletterId'>,
) {
  const database = databaseOf(payload)
  await database.execute(sql`
    insert into subscribers (id, email, address_key, locale, further_locales, topics, countries, frequency, status,
      confirmed_at, digest_cursor)
    values (${id}, ${`${id}@example.org`}, ${id}, ${locale}, ${JSON.stringify(further)}::jsonb,
      array(select value::uuid from jsonb_array_elements_text(${JSON.stringify(topics)}::jsonb)),
      array(select value::uuid from jsonb_array_elements_text(${JSON.stringify(countries)}::jsonb)),
      ${frequency}, 'active', ${new Date(BEGIN).toISOString()}, 0)
  `)
  await database.execute(sql`
    insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    values (${id}, ${newsletterId}, 'confirmed', ${new Date(BEGIN).toISOString()})
  `)
}
