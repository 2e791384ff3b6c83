import { type Database, sql } from '../src/database/database.ts'
import { locales as everyLocale } from '../src/i18n/locales.ts'
import { matrixPage } from '../src/translation/matrix/matrix-page.ts'
import { everything, type MatrixQuery } from '../src/translation/matrix/matrix-query.ts'
import type { BenchResult } from './run.ts'
import { percentile } from './statistics.ts'

const ITEMS = 5000
const LOCALES = 24
const ROUNDS = 30
const WARM_UP = 3
const MOST_MS = 300

/** What people ask the matrix for; the first is the page that opens. */
const asked: Readonly<Record<string, MatrixQuery>> = {
  'first page': everything,
  'outdated or to review': { ...everything, states: ['outdated', 'needs-review'] },
  'late, by deadline': { ...everything, deadline: 'late', sort: 'deadline' },
  'by title, text': { ...everything, text: 'number 4', sort: 'title' },
  'last page': { ...everything, page: ITEMS / 50 },
}

/** Pages of a matrix of 5,000 items in 24 locales with all counts, beside the cheapest reading of 50 rows there is. */
export async function measureMatrix(database: Database): Promise<BenchResult> {
  const languages = everyLocale.slice(1, LOCALES + 1)
  await fill(languages, database)
  const figures: Record<string, number> = {}
  const floor = await timings(() =>
    database.execute(sql`select collection, item_id from translation_items limit 50`),
  )
  figures['matrix: 50 primary keys, p50 ms'] = percentile(floor, 50)
  let met = true
  for (const [name, query] of Object.entries(asked)) {
    const took = await timings(() => matrixPage(query, { languages, userId: null }, database))
    figures[`matrix: ${name}, p50 ms`] = percentile(took, 50)
    figures[`matrix: ${name}, p95 ms`] = percentile(took, 95)
    met &&= percentile(took, 95) <= MOST_MS
  }
  return { figures, goals: { 'matrix: each page, p95': `at most ${MOST_MS} ms` }, met }
}

async function timings(work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const begun = performance.now()
    await work()
    if (round >= WARM_UP) took.push(performance.now() - begun)
  }
  return took
}

/** States in the mix that a network has after some years: most is in step. */
async function fill(languages: readonly string[], database: Database): Promise<void> {
  await database.execute(sql`
    insert into translation_items (collection, item_id, title, source_locale, revision, segments, characters, changed_at)
    select (array['practices', 'publications', 'events', 'news', 'pages'])[1 + n % 5], gen_random_uuid(),
      'What worked, number ' || n, 'en', 1 + n % 7, 20, 2000, now() - n * interval '37 minutes'
    from generate_series(1, ${ITEMS}::int) n`)
  await database.execute(sql`
    insert into translation_locales
      (collection, item_id, locale, state, current, outdated, is_public, is_wanted, served_revision, owner_id, deadline)
    select item.collection, item.item_id, locale, state, 17, 3, state in ('current', 'outdated'), random() > 0.03, 1,
      case when random() < 0.2 then gen_random_uuid() end,
      case when state not in ('current', 'withdrawn') and random() < 0.3 then now() + (random() * 40 - 10) * interval '1 day' end
    from translation_items item
    cross join jsonb_array_elements_text(${JSON.stringify(languages)}::jsonb) locale
    cross join lateral (
      select (array['missing', 'machine', 'in-translation', 'needs-review', 'outdated', 'withdrawn', 'current', 'current',
        'current', 'current', 'current', 'current'])[1 + (random() * 11.99)::int % 12 + 0 * length(item.title || locale)] as state
    ) chosen`)
  // As the database does by itself some time after so many rows.
  await database.execute(sql`vacuum analyze translation_items, translation_locales`)
}
