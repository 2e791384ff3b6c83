import type { FlattenedField, Payload } from 'payload'

import { databaseOf, sql } from '../src/database/database.ts'
import { locales } from '../src/i18n/locales.ts'
import { paragraph } from '../src/testing/paragraph.ts'
import { segmentsOf } from '../src/translation/segments/segments-of.ts'
import { textHash } from '../src/translation/segments/text-hash.ts'
import { withSegmentIds } from '../src/translation/segments/with-segment-ids.ts'
import { refreshLocales, refreshManyLocales } from '../src/translation/sync/refresh-locales.ts'
import type { BenchResult } from './run.ts'
import { percentile } from './statistics.ts'

const ITEMS = 5000
const LOCALES = 24
/** Of one item: title, teaser and the paragraphs of its text. */
const SEGMENTS = 20
const ROUNDS = 200
/** A save must not feel it. */
const MOST_FOR_ONE_MS = 20

/** Segmenting 5,000 items, and deriving the state of each in 24 languages, against counting the same rows. */
export async function measureStates(payload: Payload): Promise<BenchResult> {
  const segmenting = measureSegmenting(payload)
  await fill(payload)
  const database = databaseOf(payload)
  const floor = await timed(() => database.execute(sql`select count(*), min(state) from translation_targets`))
  const all = await timed(() => refreshManyLocales('news', null, database))
  const again = await timed(() => refreshManyLocales('news', null, database))
  const { rows } = await database.execute<{ id: string }>(
    sql`select item_id as id from translation_items limit ${ROUNDS}`,
  )
  const single: number[] = []
  for (const { id } of rows)
    single.push(await timed(() => refreshLocales({ collection: 'news', id }, database)))
  const p95 = percentile(single, 95)
  return {
    figures: {
      [`segmenting ${ITEMS} items of ${SEGMENTS} segments, ms`]: segmenting,
      [`counting ${ITEMS * LOCALES * SEGMENTS} targets in raw Postgres, ms`]: floor,
      [`state of ${ITEMS} items x ${LOCALES} locales from nothing, ms`]: all,
      'the same again with nothing changed, ms': again,
      'the same again, ratio to counting': Number((again / floor).toFixed(1)),
      [`state of one item in ${LOCALES} locales, p50 ms`]: percentile(single, 50),
      [`state of one item in ${LOCALES} locales, p95 ms`]: p95,
    },
    goals: { [`state of one item in ${LOCALES} locales, p95 ms`]: `at most ${MOST_FOR_ONE_MS}` },
    met: p95 <= MOST_FOR_ONE_MS,
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function measureSegmenting({ collections }: Payload): number {
  const fields: readonly FlattenedField[] = collections.news.config.flattenedFields
  const { root } = paragraph(
    'A six-month programme pairs newcomers with people who run a business in the same town.',
  )
  const children = Array.from({ length: SEGMENTS - 2 }, () => root.children).flat()
  const row = withSegmentIds(
    { title: 'Mentoring starts', teaser: 'A six-month programme.', body: { root: { ...root, children } } },
    fields,
  )
  const begun = performance.now()
  for (let item = 0; item < ITEMS; item++) for (const segment of segmentsOf(row, fields)) textHash(segment)
  return performance.now() - begun
}

/** Rows as the sync leaves them: nine targets of ten are there, one of twenty is outdated. */
async function fill(payload: Payload): Promise<void> {
  const enabled = locales.slice(0, LOCALES + 1)
  await payload.updateGlobal({
    slug: 'network',
    locale: 'en',
    data: { name: 'Bench', enabledLocales: enabled },
  })
  const database = databaseOf(payload)
  const targets = JSON.stringify(enabled.slice(1))
  await database.execute(sql`
    insert into translation_items (collection, item_id, title, source_locale, revision, segments, characters, changed_at)
    select 'news', gen_random_uuid(), 'Item ' || number, 'en', 2, ${SEGMENTS}, ${SEGMENTS * 80}, now()
    from generate_series(1, ${ITEMS}) number
  `)
  await database.execute(sql`
    insert into translation_segments (collection, item_id, key, field, position, text, marks, hash, revision)
    select 'news', item_id, 'body#' || number, 'body', number, 'A sentence of the source, number ' || number, '[]', 'hash-2', 2
    from translation_items cross join generate_series(1, ${SEGMENTS}) number
  `)
  await database.execute(sql`
    insert into translation_targets (collection, item_id, locale, key, text, state, source_hash, source_text, source_revision, origin)
    select segment.collection, item_id, locale, key, 'A sentence in ' || locale, 'approved',
      case when (position + length(locale)) % 20 = 0 then 'hash-1' else 'hash-2' end, text, 2, 'person'
    from translation_segments segment
    cross join jsonb_array_elements_text(${targets}::jsonb) locale where position % 10 > 0
  `)
  await database.execute(sql`analyze`)
}
