import { countSegment } from '../src/audience/segments/count-segment.ts'
import type { SegmentCondition } from '../src/audience/segments/segment-condition.ts'
import { type Database, sql } from '../src/database/database.ts'
import type { BenchResult } from './run.ts'
import { percentile } from './statistics.ts'

const PEOPLE = 1_000_000
const ROUNDS = 20
const WARM_UP = 3
const MOST_MS = 500

/** The key of a facet in the filled database. */
const key = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const keys = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => key(from + at))

/** From what nearly nobody meets to what nearly everybody does. */
const asked: Readonly<Record<string, SegmentCondition>> = {
  'one rare organisation': { kind: 'organisation', values: [key(4900)] },
  'one topic': { kind: 'topic', values: [key(1)] },
  'half of the topics': { kind: 'topic', values: keys(1, 20) },
  'all languages but one': { kind: 'not', of: { kind: 'language', values: ['en'] } },
  'language and topic and country': {
    kind: 'all',
    of: [
      { kind: 'language', values: ['de', 'fr'] },
      { kind: 'topic', values: keys(1, 3) },
      { kind: 'country', values: keys(1001, 3) },
    ],
  },
  'a tree of twelve': {
    kind: 'any',
    of: [
      {
        kind: 'all',
        of: [
          { kind: 'first-language', values: ['de', 'el', 'ar'] },
          { kind: 'not', of: { kind: 'topic', values: keys(5, 10) } },
          { kind: 'confirmed-since', day: '2025-01-01' },
        ],
      },
      {
        kind: 'all',
        of: [
          { kind: 'newsletter', values: [key(2001)] },
          { kind: 'role', values: keys(3001, 3) },
          { kind: 'not', of: { kind: 'organisation', values: keys(4001, 50) } },
        ],
      },
      {
        kind: 'not',
        of: {
          kind: 'any',
          of: [
            { kind: 'country', values: keys(1001, 12) },
            { kind: 'frequency', values: ['weekly', 'monthly'] },
          ],
        },
      },
    ],
  },
  everybody: { kind: 'confirmed-before', day: '2100-01-01' },
}

/** Counts by language over a million people, beside the bare count of the table's rows. */
export async function measureSegments(database: Database): Promise<BenchResult> {
  await fill(database)
  const floor = await timings(() => database.execute(sql`select count(*) from subscriber_facets`))
  const figures: Record<string, number> = {
    'segments: bare count of the rows, p50 ms': percentile(floor, 50),
  }
  let met = true
  for (const [name, condition] of Object.entries(asked)) {
    const took = await timings(() => countSegment(condition, new Date(), database))
    figures[`segments: ${name}, p50 ms`] = percentile(took, 50)
    figures[`segments: ${name}, p95 ms`] = percentile(took, 95)
    met &&= percentile(took, 95) <= MOST_MS
  }
  return { figures, goals: { 'segments: each count at 1,000,000, p95': `at most ${MOST_MS} ms` }, met }
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

const LOCALES = '{en,de,fr,el,ar,es,it,uk,bg,cs,da,et,ga,hr,lv,lt,hu,mt,nl,pl,pt,ro,sk,sl}'

/**
 * Narrow rows as `refreshPeople` derives them: 24 languages, 40 topics, 30 countries, 3 newsletters, 12 roles, 900
 * organisations, the first of each far more often than the last. A third of the people chose no topic, half no country.
 * The code of a facet is its number.
 */
async function fill(database: Database): Promise<void> {
  await database.execute(sql`truncate subscriber_facets, facets`)
  await database.execute(sql`
    insert into facets (code, kind, key)
    select n, kind, '00000000-0000-7000-8000-' || lpad(n::text, 12, '0')
    from (values ('topic', 1, 40), ('country', 1001, 1030), ('newsletter', 2001, 2003), ('role', 3001, 3012),
      ('organisation', 4001, 4900)) as vocabulary (kind, first, last), generate_series(first, last) n
    union all select 5000 + n, 'language', locale from unnest(${LOCALES}::text[]) with ordinality as language (locale, n)
    union all select 6000 + n, 'frequency', name
      from unnest('{every-issue,weekly,monthly}'::text[]) with ordinality as frequency (name, n)
    union all values (7001, 'topic', 'all'), (7002, 'country', 'all')`)
  await database.execute(sql`drop index subscriber_facets_facets`)
  const drawn = (first: number, count: number) =>
    sql`(${first}::int + floor(power(random(), 2) * ${count}::int)::int)`
  await database.execute(sql`
    insert into subscriber_facets (subscriber_id, locale, facets, confirmed_on)
    select gen_random_uuid(), (${LOCALES}::text[])[language],
      case when random() < 0.33 then array[7001] else array[${drawn(1, 40)}, ${drawn(1, 40)}, ${drawn(1, 40)}] end
      || case when random() < 0.5 then array[7002] else array[${drawn(1001, 30)}] end
      || ${drawn(2001, 3)}
      || case when random() < 0.6 then array[${drawn(3001, 12)}] else array[]::int[] end
      || case when random() < 0.4 then array[${drawn(4001, 900)}] else array[]::int[] end
      || (5000 + language)
      || case when random() < 0.3 then array[5001] else array[]::int[] end
      || ${drawn(6001, 3)},
      current_date - floor(random() * 2000)::int
    from (select ${drawn(1, 24)} as language from generate_series(1, ${PEOPLE}::int) offset 0) as person`)
  await database.execute(sql`create index subscriber_facets_facets on subscriber_facets using gin (facets)`)
  // As the database does by itself some time after so many rows.
  await database.execute(sql`vacuum analyze subscriber_facets, facets`)
}
