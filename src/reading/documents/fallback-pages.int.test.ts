import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
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
    for (const locale of chain)
      if (random() < (locale === 'en' ? 0.9 : 0.6))
        // Most have one date in all languages, as what has a date of its own.
        entered.push({ id, collection, locale, at: random() < 0.8 ? at : Math.floor(random() * 40) })
  }
  await databaseOf(payload).execute(sql`
    insert into public_documents (
      collection, item_id, locale, document, changed_at, slug, title, published_at, sort_at, facets, refs
    )
    select collection, id, locale, jsonb_build_object('id', id, 'locale', locale), now(), '', '', now(),
      '2026-01-01'::timestamptz + at * interval '1 minute', '{}', '{}'
    from jsonb_to_recordset(${JSON.stringify(entered)}::jsonb) as given (id uuid, collection text, locale text, at int)
  `)
})
afterAll(() => payload.destroy())

/** What a reader is to get in the end: each in the first language of the chain that it has. */
function expected(order: DocumentOrder): readonly string[] {
  const firsts = entered.filter(
    ({ id, locale }) =>
      chain.find((each) => entered.some((other) => other.id === id && other.locale === each)) === locale,
  )
  const sign = order === 'newest' ? -1 : 1
  return firsts
    .sort((one, other) => sign * (one.at - other.at || (one.id < other.id ? -1 : 1)))
    .map(({ id, locale }) => `${id} ${locale}`)
}

test.for([
  ['newest', 1],
  ['newest', 7],
  ['oldest', 2],
  ['oldest', 100],
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
