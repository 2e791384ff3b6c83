import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { projectWork } from '../documents/project-documents.ts'
import { recountFacets } from './facet-totals.ts'
import { searchDocuments } from './search-documents.ts'

const MANY = 7_000

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en'])
  const item = await createTestItem(payload)
  await item.publish('en', { title: 'Loans', teaser: 'Where to begin.' })
  await projectWork(payload)
  await copyItem()
})
afterAll(() => payload.destroy())

/**
 * One an hour into the past. Every text has "everywhere"; every second "often"; every twentieth "seldom", and these are all
 * that have "often" in the title. The newest 1,000 are reports, all others calls.
 */
async function copyItem(): Promise<void> {
  const database = databaseOf(payload)
  await database.execute(sql`
    with made as (
      select gen_random_uuid() as id, now() - n * interval '1 hour' as at, n,
        array['type:' || case when n <= 1000 then 'report' else 'call' end, 'topic:all'] as facets
      from generate_series(1, ${MANY}::int) n
    ), documents as (
      insert into public_documents (
        collection, item_id, locale, document, changed_at, slug, title, published_at, sort_at, facets, refs
      )
      select 'news', made.id, 'en', document || jsonb_build_object('id', made.id), now(), made.id, title, at, at,
        made.facets, '{}'
      from made, public_documents stored where stored.collection = 'news'
    )
    insert into search_texts (collection, item_id, locale, words, facets, sort_at, version)
    select 'news', made.id, 'en', ('''everywher'':1B'
        || case when n % 2 = 0 then ' ''often'':' || case when n % 20 = 0 then '2A ''=often''' else '2' end else '' end
        || case when n % 20 = 0 then ' ''seldom'':3' else '' end)::tsvector,
      made.facets || 'collection:news'::text, at, version
    from made, search_texts stored where stored.collection = 'news'
  `)
  await recountFacets(database)
  await database.execute(sql`
    insert into search_words (locale, word, spelled, lexemes, keys)
    select 'en', word, word, array[lexeme], array['en=' || lexeme]
    from (values ('everywhere', 'everywher'), ('often', 'often'), ('seldom', 'seldom')) as given (word, lexeme)
  `)
  await database.execute(sql`analyze search_texts`)
}

const search = (q: string, more: Partial<Parameters<typeof searchDocuments>[1]> = {}) =>
  searchDocuments(payload, { locale: 'en', q, limit: 100, names: ['type'], ...more })

const counted = ({ facets }: Awaited<ReturnType<typeof search>>) =>
  Object.fromEntries((facets.type ?? []).map(({ code, count }) => [code, count]))

/** Every page of what is found. */
async function allOf(
  q: string,
  more: Partial<Parameters<typeof searchDocuments>[1]> = {},
): Promise<string[]> {
  const ids: string[] = []
  let page = await search(q, more)
  ids.push(...page.hits.map(({ document }) => document.id))
  while (page.next !== null) {
    page = await search(q, { ...more, after: page.next })
    ids.push(...page.hits.map(({ document }) => document.id))
  }
  return ids
}

test.for([
  ['seldom ', 350, { report: 50, call: 300 }],
  ['often ', 500, { report: 500, call: 3000 }],
  ['ofte', 500, { report: 500, call: 3000 }],
  ['everywhere often ', 500, { report: 500, call: 3000 }],
] as const)('choices among what "%s" finds are counted over all of it', async ([q, total, counts]) => {
  const answer = await search(q)
  expect([answer.total, answer.hasMore]).toEqual([total, total === 500])
  expect(counted(answer)).toEqual(counts)
})

test('what is chosen is left out of account where it is counted itself, also among thousands', async () => {
  const answer = await search('often ', { facets: [['type:report']], names: ['type', 'topic'] })
  expect(counted(answer)).toEqual({ report: 500, call: 3000 })
  expect(answer.facets.topic?.map(({ count }) => count)).toEqual([500])
})

test('of more than 5,000 the newest are counted', async () => {
  expect(counted(await search('everywhere '))).toEqual({ report: 500 })
})

test.for(['everywhere ', 'often ', 'ofte', 'seldom '])(
  'a filter that all meet changes nothing of what "%s" finds, nor its order',
  async (q) => {
    const found = await allOf(q)
    expect(new Set(found).size).toBe(found.length)
    expect(await allOf(q, { facets: [['topic:all']] })).toEqual(found)
  },
)

test('of many, those that are put in order are the newest and the newest with the word in the title', async () => {
  const found = await allOf('often ')
  const { rows } = await databaseOf(payload).execute<{ id: string }>(sql`
    (select item_id as id from search_texts where words @@ 'often' order by sort_at desc limit 501)
    union
    (select item_id from search_texts where words @@ '''=often''' order by sort_at desc limit 200)
  `)
  expect(found.toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
})
