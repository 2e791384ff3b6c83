import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { locales } from '../../i18n/locales.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { type DocumentOrder, type DocumentPlace, readDocuments } from './read-documents.ts'

const collections = ['news', 'events'] as const
const chain = ['fr', 'el', 'en'] as const

interface Entered {
  readonly id: string
  readonly collection: (typeof collections)[number]
  readonly locale: (typeof chain)[number]
  /** Minutes. */
  readonly at: number
  readonly title: string
  /** Taken from its readers, and what the others say of it is not made anew yet. */
  readonly hidden: boolean
  /** Whether it has pages, of which it names those in other languages. */
  readonly hasPage: boolean
}

let payload: Payload
const entered: Entered[] = []

beforeAll(async () => {
  payload = await getPayload({ config })
  const random = seededRandom(7)
  for (let item = 0; item < 60; item++) {
    const id = `00000000-0000-7000-8000-${String(Math.floor(random() * 1e12)).padStart(12, '0')}`
    const collection = random() < 0.7 ? 'news' : 'events'
    const at = Math.floor(random() * 40)
    const hasPage = random() < 0.8
    for (const locale of chain)
      if (random() < (locale === 'en' ? 0.9 : 0.6))
        // Most have one date in all languages, as what has a date of its own.
        entered.push({
          id,
          collection,
          locale,
          at: random() < 0.8 ? at : Math.floor(random() * 40),
          title: `title ${Math.floor(random() * 40) + 10}`,
          hidden: random() < 0.3,
          hasPage,
        })
  }
  await databaseOf(payload).execute(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(entered)}::jsonb)
        as given (id uuid, collection text, locale text, at int, title text, hidden boolean, "hasPage" boolean)
    )
    insert into public_documents (
      collection, item_id, locale, document, hidden, changed_at, slug, title, published_at, sort_at, facets, refs
    )
    select collection, id, locale,
      jsonb_build_object('id', id, 'locale', locale, 'alternates', (
        select coalesce(jsonb_object_agg(other.locale, ''), '{}') from given other where other.id = given.id and given."hasPage"
      )), hidden, now(), '', title, now(), '2026-01-01'::timestamptz + at * interval '1 minute', '{}', '{}'
    from given
  `)
})
afterAll(() => payload.destroy())

/** What a reader is to get in the end: each in the first language of the chain that it has. */
function expected(order: DocumentOrder): readonly string[] {
  const shown = entered.filter(({ hidden }) => !hidden)
  const firsts = shown.filter(
    ({ id, locale }) =>
      chain.find((each) => shown.some((other) => other.id === id && other.locale === each)) === locale,
  )
  const sign = order === 'newest' ? -1 : 1
  const apart = (one: Entered, other: Entered): number =>
    order === 'title' ? one.title.localeCompare(other.title, 'en') : one.at - other.at
  return firsts
    .sort((one, other) => sign * (apart(one, other) || (one.id < other.id ? -1 : 1)))
    .map(({ id, locale }) => `${id} ${locale}`)
}

test.for([
  ['newest', 1],
  ['newest', 7],
  ['oldest', 2],
  ['oldest', 100],
  ['title', 3],
  ['title', 100],
] as const)(
  '%s first, %i at a time, each document comes once, in its first language',
  async ([order, limit]) => {
    const seen: string[] = []
    let after: DocumentPlace | null | undefined
    while (after !== null) {
      const page = await readDocuments(payload, {
        collections,
        locale: 'fr',
        fallback: ['el', 'en'],
        order,
        limit,
        ...(after !== undefined && { after }),
      })
      seen.push(...page.documents.map(({ id, locale }) => `${id} ${locale}`))
      after = page.next
    }
    expect(seen).toEqual(expected(order))
  },
)

test('what a document lacks is told of every language that we know', async () => {
  const { rows } = await databaseOf(payload).execute(
    sql`select missing_locales('{"alternates": {"en": "…", "ar": "…"}}') as missing, missing_locales('{}') as all`,
  )
  expect(rows).toEqual([{ missing: locales.filter((each) => !['en', 'ar'].includes(each)), all: locales }])
})
