import type { Payload } from 'payload'

import { databaseOf, sql } from '../src/database/database.ts'
import type { Locale } from '../src/i18n/locales.ts'
import { seededRandom, sentences } from '../src/testing/sentences.ts'
import { findMatches } from '../src/translation/memory/find-matches.ts'
import type { MemoryPair } from '../src/translation/memory/memory-pair.ts'
import { rememberImported } from '../src/translation/memory/remember.ts'
import type { BenchResult } from './run.ts'
import { percentile } from './statistics.ts'

const PAIRS = 1_000_000
const BATCH = 5000
const LOOKUPS = 420
const WARM_UP = 60
const MOST_MS = 20
/** A quarter of what a network writes is nearly what it wrote before. */
const REPEATED = 0.25
/** Half of all look-ups are worth nothing if they find nothing: what share of near variants is proposed at least. */
const LEAST_FOUND = 0.95
const SEED = 11

/** Share of the pairs that each pair of languages has. */
const directions = [
  ['en', 'fr', 0.4],
  ['en', 'el', 0.2],
  ['en', 'ar', 0.2],
  ['en', 'de', 0.1],
  ['fr', 'en', 0.1],
] as const

/** What is looked up: the text as it is remembered, or changed like this. `none` resembles nothing. */
const changes = {
  same: (text: string) => text,
  word: (text: string, random: () => number, other: string) => {
    const words = text.split(' ')
    words[Math.floor(random() * words.length)] = other.split(' ')[0] ?? ''
    return words.join(' ')
  },
  front: (text: string) => `Please note: ${text}`,
  number: (text: string) => `${text} 2027`,
  order: (text: string) => text.split(' ').toReversed().join(' '),
  shorter: (text: string, random: () => number) => {
    const words = text.split(' ')
    return words.toSpliced(Math.floor(random() * words.length), 1).join(' ')
  },
  none: (text: string) => [...text].toReversed().join(''),
} as const satisfies Record<string, (text: string, random: () => number, other: string) => string>

type Change = keyof typeof changes

interface Stored extends Record<string, unknown> {
  readonly id: string
  readonly source_locale: Locale
  readonly target_locale: Locale
  readonly source_text: string
}

/**
 * Looks up a million pairs of real words, as the editor does for each segment. The floor is a row by its primary key over
 * the same connection. Needs a migrated database whose memory is empty, and leaves it full.
 */
export async function measureMemory(payload: Payload): Promise<BenchResult> {
  const random = seededRandom(SEED)
  const filledMs = await fill(payload, random)
  const database = databaseOf(payload)
  const asked = await pick(payload, random)
  const other = sentences('en', random)
  const floor: number[] = []
  const lookups: number[] = []
  let possible = 0
  let found = 0
  for (const [at, stored] of asked.entries()) {
    const change = (Object.keys(changes) as Change[])[at % Object.keys(changes).length] ?? 'same'
    const sourceText = changes[change](stored.source_text, random, other())
    const { source_locale: sourceLocale, target_locale: targetLocale } = stored
    const lookup = { sourceText, sourceLocale, targetLocale, context: '', field: '' }
    const [matches, lookupMs] = await timed(() => findMatches(lookup, database))
    const [{ rows }, floorMs] = await timed(() =>
      database.execute<{ similarity: number }>(
        sql`select similarity(source_text, ${sourceText}) from translation_memory where id = ${stored.id}`,
      ),
    )
    if (at < WARM_UP) continue
    lookups.push(lookupMs)
    floor.push(floorMs)
    const similarity = rows[0]?.similarity ?? 0
    if (similarity < 0.71) continue
    possible++
    if ((matches[0]?.score ?? 0) >= Math.min(98, Math.floor(similarity * 100))) found++
  }
  const p95 = percentile(lookups, 95)
  const share = Number((found / possible).toFixed(3))
  return {
    figures: {
      'memory, pairs': PAIRS,
      'memory, filled in s': Math.round(filledMs / 1000),
      'memory, look-ups': lookups.length,
      'memory, look-up p50 ms': percentile(lookups, 50),
      'memory, look-up p95 ms': p95,
      'memory, look-up p99 ms': percentile(lookups, 99),
      'memory, row by primary key p95 ms': percentile(floor, 95),
      'memory, share of similar texts found': share,
    },
    goals: {
      'memory, look-up p95 ms': `at most ${MOST_MS}`,
      'memory, share of similar texts found': `at least ${LEAST_FOUND}`,
    },
    met: p95 <= MOST_MS && share >= LEAST_FOUND,
  }
}

/** As a restored database is filled: the rows, then the indexes, then the statistics. */
async function fill(payload: Payload, random: () => number): Promise<number> {
  const database = databaseOf(payload)
  const { rows: indexes } = await database.execute<{ name: string; definition: string }>(sql`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = 'translation_memory' and indexdef like '%USING gin%'
  `)
  const start = performance.now()
  for (const { name } of indexes) await database.execute(sql`drop index ${sql.identifier(name)}`)
  const next = pairMaker(random)
  for (let done = 0; done < PAIRS; done += BATCH)
    await rememberImported(Array.from({ length: BATCH }, next), database)
  for (const { definition } of indexes) await database.execute(sql.raw(definition))
  await database.execute(sql`vacuum analyze translation_memory`)
  return performance.now() - start
}

function pairMaker(random: () => number): () => MemoryPair {
  const makers = new Map<Locale, () => string>()
  for (const locale of ['en', 'fr', 'el', 'ar', 'de'] as const) makers.set(locale, sentences(locale, random))
  const sentence = (locale: Locale): string => makers.get(locale)?.() ?? ''
  const before = new Map<Locale, string>()
  let count = 0
  return () => {
    const [sourceLocale, targetLocale] = directionOf(random())
    const fresh = sentence(sourceLocale)
    const last = before.get(sourceLocale)
    const sourceText = last !== undefined && random() < REPEATED ? changes.word(last, random, fresh) : fresh
    before.set(sourceLocale, sourceText)
    count++
    return {
      sourceLocale,
      targetLocale,
      sourceText,
      targetText: sentence(targetLocale),
      context: `practices/${count}#title`,
      field: 'practices.title',
      provenance: 'Sample practice',
      authorId: null,
      at: new Date('2026-11-20T10:00:00Z'),
    }
  }
}

function directionOf(share: number): readonly [Locale, Locale] {
  let rest = share
  for (const [source, target, part] of directions) {
    rest -= part
    if (rest < 0) return [source, target]
  }
  return ['fr', 'en']
}

async function pick(payload: Payload, random: () => number): Promise<Stored[]> {
  const ids = Array.from({ length: LOOKUPS + WARM_UP }, () => 1 + Math.floor(random() * PAIRS))
  const { rows } = await databaseOf(payload).execute<Stored>(sql`
    select id, source_locale, target_locale, source_text from translation_memory
    where id in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as value)
    order by md5(id::text)
  `)
  return rows
}

async function timed<Result>(work: () => Promise<Result>): Promise<readonly [Result, number]> {
  const start = performance.now()
  const result = await work()
  return [result, performance.now() - start]
}
