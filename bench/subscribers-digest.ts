import type { Payload } from 'payload'

import { openRounds } from '../src/audience/digest/digest-rounds.ts'
import { type Database, databaseOf, sql } from '../src/database/database.ts'
import { planRounds } from '../src/dissemination/digest/plan-rounds.ts'
import type { BenchResult } from './run.ts'

const PEOPLE = 1_000_000
const ITEMS = 50
/** Of the second week's. The others are old ones in another language. */
const NEW_ITEMS = 34
const TOPICS = 20
const COUNTRIES = 30
export const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'el', 'ar', 'uk'] as const
const GOAL_S = 120

/**
 * Planning two weeks' digests for a million people of varied interests. In the second week a third of the items are new
 * only in another language, so what each person has had must be looked at. The floor is writing the same rows.
 */
export async function measureDigests(payload: Payload, people = PEOPLE): Promise<BenchResult> {
  const database = databaseOf(payload)
  await payload.updateGlobal({
    slug: 'network',
    locale: 'en',
    data: { name: 'Bench', enabledLocales: [...LANGUAGES], timeZone: 'UTC' },
  })
  await fillPeople(people, database)
  await publish(0, ITEMS, database)
  const first = await planned(payload, '2026-11-23T08:00:00Z')
  await publish(ITEMS, NEW_ITEMS, database)
  await publishInAnother(ITEMS - NEW_ITEMS, database)
  const second = await planned(payload, '2026-11-30T08:00:00Z')
  const floor = await floorOf('2026-W49', database)
  const goal = `planning ${ITEMS} items for ${people} people, s`
  const figures = {
    [goal]: seconds(first.ms),
    'people a second': Math.round(people / (first.ms / 1000)),
    'mails planned': first.mails,
    'the next week, against what each has had, s': seconds(second.ms),
    'mails of the next week': second.mails,
    'items in them': second.items,
    'writing those rows in raw Postgres (insert … select), s': seconds(floor),
    'the next week, ratio to writing': Number((second.ms / floor).toFixed(1)),
  }
  await empty(database)
  return { figures, goals: { [goal]: `at most ${GOAL_S}` }, met: first.ms <= GOAL_S * 1000 }
}

const seconds = (milliseconds: number): number => Number((milliseconds / 1000).toFixed(1))

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

interface Planned {
  readonly ms: number
  readonly mails: number
  readonly items: number
}

async function planned(payload: Payload, at: string): Promise<Planned> {
  const database = databaseOf(payload)
  const now = new Date(at)
  await openRounds(now, database)
  await database.execute(sql`analyze`)
  const ms = await timed(() => planRounds(payload, { now }))
  const { rows } = await database.execute<{ mails: number; items: number }>(sql`
    select count(*)::int as mails, sum(jsonb_array_length(items))::int as items from personal_mails
    where key = (select period from digest_rounds where rhythm = 'weekly' order by due_at desc limit 1)
  `)
  return { ms, mails: rows[0]?.mails ?? 0, items: rows[0]?.items ?? 0 }
}

const idOf = (kind: string, number: ReturnType<typeof sql>) => sql`md5(${kind} || ${number})::uuid`

/** Four of ten take all topics, seven of ten all countries; three of ten read a second language. */
export async function fillPeople(people: number, database: Database): Promise<void> {
  const languages = sql`(select array_agg(value) from jsonb_array_elements_text(${JSON.stringify(LANGUAGES)}::jsonb))`
  await database.execute(sql`
    insert into subscribers (id, email, address_key, locale, further_locales, frequency, topics, countries, status,
      confirmed_at, digest_cursor)
    select gen_random_uuid(), 'reader' || n || '@example.org', md5('reader' || n), (${languages})[1 + n % 8],
      case when n % 10 < 3 then jsonb_build_array((${languages})[1 + (n / 10 + 1 + n % 8) % 8]) else '[]'::jsonb end,
      'weekly',
      case when random() < 0.4 then '{}' else array(
        select ${idOf('topic', sql`floor(random() * ${TOPICS} + 0 * n)`)} from generate_series(1, 1 + n % 4)
      ) end,
      case when random() < 0.7 then '{}' else array(
        select ${idOf('country', sql`floor(random() * ${COUNTRIES} + 0 * n)`)} from generate_series(1, 1 + n % 2)
      ) end,
      'active', '2026-11-01', 0
    from generate_series(1, ${people}::int) as n
  `)
  await database.execute(sql`
    insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    select id, ${idOf('newsletter', sql`''`)}, 'confirmed', confirmed_at from subscribers
  `)
}

/** Each item in two to eight languages, about one to three topics, half of them about one country. */
export async function publish(from: number, count: number, database: Database): Promise<void> {
  await database.execute(sql`
    insert into news (id) select ${idOf('item', sql`n`)} from generate_series(${from + 1}::int, ${from + count}::int) as n
  `)
  await database.execute(sql`
    insert into news_locales (title, slug, _status, _locale, _parent_id)
    select 'Item ' || n, 'item-' || n, 'published', language::_locales, ${idOf('item', sql`n`)}
    from generate_series(${from + 1}::int, ${from + count}::int) as n
    cross join jsonb_array_elements_text(${JSON.stringify(LANGUAGES)}::jsonb) with ordinality as spoken (language, rank)
    where rank <= 2 + n % 7
  `)
  await database.execute(sql`
    insert into digest_items (outbox_id, collection, item_id, locale, topics, countries)
    select ${from} * 100 + row_number() over (order by n, words._locale), 'news', words._parent_id, words._locale::text,
      array(select ${idOf('topic', sql`((n * 7 + k * 5) % ${TOPICS})`)} from generate_series(0, n % 3) as k),
      case when n % 2 = 0 then '{}' else array[${idOf('country', sql`(n % ${COUNTRIES})`)}] end
    from generate_series(${from + 1}::int, ${from + count}::int) as n
    join news_locales words on words._parent_id = ${idOf('item', sql`n`)}
  `)
}

/** Old items come out in a language that they did not have. */
export async function publishInAnother(count: number, database: Database): Promise<void> {
  await database.execute(sql`
    with added as (
      insert into news_locales (title, slug, _status, _locale, _parent_id)
      select 'Item', 'item-' || item.item_id, 'published', 'uk', item.item_id
      from (select distinct item_id from digest_items where item_id not in (
        select _parent_id from news_locales where _locale = 'uk'
      ) limit ${count}) as item
      returning _parent_id
    )
    insert into digest_items (outbox_id, collection, item_id, locale, topics, countries)
    select 1000000 + row_number() over (), 'news', added._parent_id, 'uk', known.topics, known.countries
    from added cross join lateral (
      select topics, countries from digest_items where item_id = added._parent_id limit 1
    ) as known
  `)
}

/** The same rows into a table with the same indexes. */
async function floorOf(period: string, database: Database): Promise<number> {
  await database.execute(sql`create table floor_mails (like personal_mails including all)`)
  const ms = await timed(() =>
    database.execute(sql`insert into floor_mails select * from personal_mails where key = ${period}`),
  )
  await database.execute(sql`drop table floor_mails`)
  return ms
}

async function empty(database: Database): Promise<void> {
  await database.execute(
    sql`truncate personal_mails, digest_items, digest_rounds, subscriptions, subscribers`,
  )
  await database.execute(sql`delete from news`)
}
