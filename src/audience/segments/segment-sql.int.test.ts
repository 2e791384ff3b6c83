import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { type Choosable, meetsSegment } from '../../testing/meets-segment.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { frequencies } from '../choices.ts'
import { refreshPeople } from '../refresh-people.ts'
import { countSegment } from './count-segment.ts'
import { readFacetCodes } from './facet-codes.ts'
import { readCondition, type SegmentCondition } from './segment-condition.ts'
import { segmentSql } from './segment-sql.ts'

const now = new Date('2026-11-20T12:00:00Z')
const id = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`
const ids = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => id(first + at))

/** The last of each was never chosen by anybody. */
const topics = ids(100, 5)
const countries = ids(200, 4)
const newsletters = ids(300, 3)
const rolesOfPeople = ids(400, 3)
const organisations = ids(500, 4)
const languages = ['en', 'de', 'ar', 'fa-AF'] as const
const days = ['2026-10-21', '2026-11-01', '2026-11-19', '2026-11-20'] as const

const random = seededRandom(20261120)
const below = (end: number): number => Math.floor(random() * end)
const oneOf = <Value>(values: readonly Value[]): Value => {
  const value = values[below(values.length)]
  if (value === undefined) throw new RangeError('nothing to choose from')
  return value
}
const someOf = <Value>(values: readonly Value[], share = 0.4): Value[] =>
  values.filter(() => random() < share)
const atLeastOneOf = <Value>(values: readonly Value[]): Value[] => {
  const some = someOf(values)
  return some.length === 0 ? [oneOf(values)] : some
}

const people: readonly (Choosable & { readonly id: string })[] = ids(1_000, 300).map((personId) => {
  const [locale, ...furtherLocales] = someOf(languages.slice(0, 3), 0.5)
  return {
    id: personId,
    locale: locale ?? 'en',
    furtherLocales,
    newsletterIds: atLeastOneOf(newsletters.slice(0, -1)),
    topics: someOf(topics.slice(0, -1)),
    countries: someOf(countries.slice(0, -1)),
    role: random() < 0.5 ? null : oneOf(rolesOfPeople.slice(0, -1)),
    organisation: random() < 0.5 ? null : oneOf(organisations.slice(0, -1)),
    frequency: oneOf(frequencies),
    confirmedAt: new Date(`${oneOf(days)}T${String(below(24)).padStart(2, '0')}:30:00Z`),
  }
})

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
  const rows = JSON.stringify(
    people.map((person) => ({ ...person, confirmedAt: person.confirmedAt.toISOString() })),
  )
  const array = (name: string) =>
    sql.raw(
      `(select coalesce(array_agg(each::uuid), '{}') from jsonb_array_elements_text(person."${name}") each)`,
    )
  const database = databaseOf(payload)
  await database.execute(sql`
    with person as (
      select * from jsonb_to_recordset(${rows}::jsonb) as person (id uuid, locale text, "furtherLocales" jsonb,
        "newsletterIds" jsonb, topics jsonb, countries jsonb, role uuid, organisation uuid, frequency text,
        "confirmedAt" timestamptz)
    ), stored as (
      insert into subscribers (id, email, address_key, locale, further_locales, topics, countries, role, organisation,
        frequency, confirmed_at)
      select id, id || '@example.org', id::text, locale, "furtherLocales", ${array('topics')}, ${array('countries')},
        role, organisation, frequency, "confirmedAt" from person
    )
    insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    select id, jsonb_array_elements_text("newsletterIds")::uuid, 'confirmed', "confirmedAt" from person
  `)
  await refreshPeople(
    people.map((person) => person.id),
    now,
    database,
  )
})
afterAll(() => payload.destroy())

async function chosenBy(condition: SegmentCondition): Promise<string[]> {
  const database = databaseOf(payload)
  const codes = await readFacetCodes(condition, database)
  const { rows } = await database.execute<{ id: string }>(sql`
    select faceted.subscriber_id as id from subscriber_facets faceted
    where ${segmentSql(condition, { codes, now })} order by 1
  `)
  return rows.map((row) => row.id)
}

const expectedOf = (condition: SegmentCondition): string[] =>
  people.filter((person) => meetsSegment(person, condition, now)).map((person) => person.id)

function leaf(): SegmentCondition {
  switch (below(11)) {
    case 0:
      return { kind: 'first-language', values: atLeastOneOf(languages) }
    case 1:
      return { kind: 'language', values: atLeastOneOf(languages) }
    case 2:
      return { kind: 'newsletter', values: atLeastOneOf(newsletters) }
    case 3:
      return { kind: 'topic', values: atLeastOneOf(topics) }
    case 4:
      return { kind: 'country', values: atLeastOneOf(countries) }
    case 5:
      return { kind: 'role', values: atLeastOneOf(rolesOfPeople) }
    case 6:
      return { kind: 'organisation', values: atLeastOneOf(organisations) }
    case 7:
      return { kind: 'frequency', values: atLeastOneOf(frequencies) }
    case 8:
      return { kind: 'confirmed-before', day: oneOf(days) }
    case 9:
      return { kind: 'confirmed-since', day: oneOf(days) }
    default:
      return { kind: 'confirmed-within', days: 1 + below(40) }
  }
}

function tree(depth: number): SegmentCondition {
  if (depth === 0 || random() < 0.3) return leaf()
  if (random() < 0.25) return { kind: 'not', of: tree(depth - 1) }
  const of = Array.from({ length: 1 + below(3) }, () => tree(depth - 1))
  return { kind: random() < 0.5 ? 'all' : 'any', of }
}

test('500 random conditions choose the very people that plain reading of them chooses', async () => {
  const counts = new Set<number>()
  for (let round = 0; round < 500; round++) {
    const condition = tree(4)
    expect(readCondition(condition)).toEqual({ condition })
    const chosen = await chosenBy(condition)
    expect(chosen, JSON.stringify(condition)).toEqual(expectedOf(condition))
    counts.add(chosen.length)
  }

  // Else the conditions were such that nothing could have been wrong.
  expect(counts.size).toBeGreaterThan(100)
})

test.for<['topic' | 'country', string[], 'topics' | 'countries']>([
  ['topic', topics.slice(-1), 'topics'],
  ['country', countries.slice(-1), 'countries'],
])('a %s that nobody ever chose chooses those who want everything', async ([kind, values, own]) => {
  const wantAll = people.filter((person) => person[own].length === 0)

  expect(wantAll.length).toBeGreaterThan(0)
  expect(await chosenBy({ kind, values })).toEqual(wantAll.map((person) => person.id))
})

test.for<SegmentCondition>([
  { kind: 'role', values: rolesOfPeople.slice(-1) },
  { kind: 'organisation', values: organisations.slice(-1) },
  { kind: 'newsletter', values: newsletters.slice(-1) },
  { kind: 'language', values: ['fa-AF'] },
])('what nobody ever chose chooses nobody: $kind', async (condition) => {
  expect(await chosenBy(condition)).toEqual([])
  expect(await chosenBy({ kind: 'not', of: condition })).toHaveLength(people.length)
})

test('who left everything meets no condition, not even a negated one', async () => {
  const database = databaseOf(payload)
  const [person] = people
  const theirs = (chosen: readonly string[]) => chosen.filter((each) => each === person?.id)
  const everybody: SegmentCondition = { kind: 'not', of: { kind: 'language', values: ['fa-AF'] } }
  expect(theirs(await chosenBy(everybody))).toHaveLength(1)
  const setState = async (state: string) => {
    await database.execute(
      sql`update subscriptions set state = ${state} where subscriber_id = ${person?.id}::uuid`,
    )
    await refreshPeople([person?.id ?? ''], now, database)
  }
  await setState('ended')
  const chosen = await chosenBy(everybody)
  await setState('confirmed')

  expect(theirs(chosen)).toEqual([])
})

test('people are counted by their first language', async () => {
  const condition: SegmentCondition = { kind: 'language', values: ['de', 'ar'] }
  const expected = Map.groupBy(
    people.filter((person) => meetsSegment(person, condition, now)),
    ({ locale }) => locale,
  )
  const counted = await countSegment(condition, now, databaseOf(payload))

  expect(new Map(counted.map(({ key, people: number }) => [key, number]))).toEqual(
    new Map([...expected].map(([locale, of]) => [locale, of.length])),
  )
})
