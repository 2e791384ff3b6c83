import type { Payload } from 'payload'

import { type Database, databaseOf, inTransaction, sql } from '../src/database/database.ts'
import type { Locale } from '../src/i18n/locales.ts'
import { messages, namespaces } from '../src/i18n/translator.ts'
import { recountFacets } from '../src/reading/search/facet-totals.ts'
import { keepSearchWords, searchVersion, searchWords } from '../src/reading/search/keep-search-texts.ts'
import { type Lexicon, loadLexicon } from '../src/reading/search/lexemes.ts'
import { searchDocuments } from '../src/reading/search/search-documents.ts'
import { searchVector, type WeighedWords } from '../src/reading/search/search-vector.ts'
import { type TextWord, wordsIn } from '../src/reading/search/words-in.ts'
import { seededRandom } from '../src/testing/seeded-random.ts'
import { percentile } from './statistics.ts'

const locales = ['en', 'fr', 'de', 'el', 'bg', 'pl', 'fi', 'ar'] as const satisfies Locale[]
const collections = ['news', 'events', 'practices', 'publications'] as const

/** In each language: those of our own texts, and as many made of them as a network's texts have in all. */
const VOCABULARY = 20_000
/** Rows written at once. */
const BATCH = 2_000
/** Of a title, a summary and a main text. */
const LENGTHS = { A: 7, B: 13, D: 20 } as const
/** Searches of a kind in a language. */
const ROUNDS = Number(process.env.SEARCH_ROUNDS ?? 12)

export interface SearchMeasures {
  readonly figures: Readonly<Record<string, number>>
  readonly goals: Readonly<Record<string, string>>
  readonly met: boolean
}

/**
 * Fills an empty database with so many items in eight languages, their words as frequent as words are (Zipf), and searches
 * as readers do: common and rare words, two words, beginnings, mistyped words, with filters and with counted choices.
 */
export async function measureSearch(payload: Payload, items = 100_000): Promise<SearchMeasures> {
  await fillForSearch(payload, items)
  return timeSearches(payload)
}

export async function fillForSearch(payload: Payload, items: number): Promise<void> {
  const database = databaseOf(payload)
  await withoutIndexes(database, async () => {
    for (const locale of locales) await seed(locale, items, payload)
  })
  await recountFacets(database)
  await database.execute(sql`vacuum analyze public_documents`)
  await database.execute(sql`vacuum analyze search_texts`)
  await database.execute(sql`vacuum analyze search_words`)
}

export async function timeSearches(payload: Payload): Promise<SearchMeasures> {
  const took = new Map<string, number[]>()
  for (const round of Array.from({ length: ROUNDS + 1 }, (_, n) => n))
    for (const locale of locales)
      for (const [kind, query] of asked(vocabularyOf(locale), round)) {
        const begun = performance.now()
        await searchDocuments(payload, { locale, limit: 20, ...query })
        const milliseconds = performance.now() - begun
        // The first of each is for the caches, as in a process that runs for days.
        if (round > 0) took.set(kind, [...(took.get(kind) ?? []), milliseconds])
      }
  const all = [...took.values()].flat()
  const figures: Record<string, number> = {
    'searches, p50 in ms': percentile(all, 50),
    'searches, p95 in ms': percentile(all, 95),
  }
  for (const [kind, values] of took) {
    figures[`${kind}, p50 in ms`] = percentile(values, 50)
    figures[`${kind}, p95 in ms`] = percentile(values, 95)
  }
  return {
    figures,
    goals: { 'searches, p95 in ms': 'under 50' },
    met: percentile(all, 95) < 50,
  }
}

/** One search of each kind. A word's place in the vocabulary is its place by frequency. */
function asked(vocabulary: readonly TextWord[], round: number) {
  const word = (rank: number) => vocabulary[rank]?.lowered ?? ''
  const long = (rank: number) => vocabulary.slice(rank).find(({ folded }) => folded.length > 7)?.lowered ?? ''
  const typed = long(200 + round * 31)
  const names = ['topic', 'country', 'type']
  return [
    ['a common word', { q: `${word(5 + round)} ` }],
    ['a rare word', { q: `${word(3_000 + round * 97)} ` }],
    ['two words', { q: `${word(20 + round * 3)} ${word(300 + round * 7)} ` }],
    ['several in a row', { q: `"${word(20 + round * 3)} ${word(300 + round * 7)}"` }],
    ['the beginning of a word', { q: typed.slice(0, 4) }],
    ['a mistyped word', { q: `${typed.slice(0, 3)}${typed.slice(4)}q ` }],
    [
      'with filters',
      { q: word(10 + round), collections: ['practices'] as const, facets: [[`topic:t${round}`, 'topic:t1']] },
    ],
    ['with counted choices', { q: `${word(15 + round)} `, names }],
    ['with counted choices and a filter', { q: word(40 + round), names, facets: [['country:C3']] }],
  ] as const
}

async function seed(locale: Locale, items: number, payload: Payload): Promise<void> {
  const random = seededRandom(1)
  const vocabulary = vocabularyOf(locale)
  const lexicon = await loadLexicon([{ locale, words: vocabulary }], databaseOf(payload))
  await inTransaction(payload, (transaction) =>
    keepSearchWords(searchWords([['D', vocabulary]], lexicon, locale), transaction),
  )
  for (let from = 0; from < items; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, items - from) }, (_, n) =>
      row(from + n, { locale, vocabulary, lexicon, random }),
    )
    await databaseOf(payload).execute(sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
          collection text, id uuid, at timestamptz, title text, document jsonb, facets text[], words tsvector
        )
      ), documents as (
        insert into public_documents (
          collection, item_id, locale, document, changed_at, slug, title, published_at, sort_at, facets, refs
        )
        select collection, id, ${locale}, document, at, id::text, title, at, at, facets, '{}' from given
        returning item_id
      )
      insert into search_texts (collection, item_id, locale, words, facets, sort_at, version)
      select collection, id, ${locale}, words, facets || ('collection:' || collection), at, ${searchVersion} from given
    `)
  }
}

interface Source {
  readonly locale: Locale
  readonly vocabulary: readonly TextWord[]
  readonly lexicon: Lexicon
  readonly random: () => number
}

function row(n: number, { locale, vocabulary, lexicon, random }: Source) {
  // The same id in every language; the newest last, as they are written.
  const id = `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
  const collection = collections[n % collections.length] ?? 'news'
  const at = new Date(Date.UTC(2020, 0, 1) + n * 36 * 60_000).toISOString()
  const words = (['A', 'B', 'D'] as const).map((weight) => [
    weight,
    Array.from({ length: LENGTHS[weight] }, () => vocabulary[zipf(random)]).filter(
      (word) => word !== undefined,
    ),
  ]) as WeighedWords
  const [title = '', summary = '', body = ''] = words.map(([, found]) =>
    found.map((word) => word.lowered).join(' '),
  )
  const facets = [
    `topic:t${Math.floor(random() ** 2 * 20)}`,
    `topic:t${Math.floor(random() * 20)}`,
    `country:C${Math.floor(random() ** 2 * 27)}`,
    `organisation:o${Math.floor(random() * 200)}`,
    `type:${['announcement', 'report', 'call', 'story'][n % 4]}`,
    `level:${['local', 'regional', 'national'][n % 3]}`,
    `audience:a${n % 6}`,
    `language:${locale}`,
  ]
  return {
    id,
    collection,
    at,
    title,
    facets: [...new Set(facets)],
    words: searchVector(words, lexicon, locale),
    document: {
      collection,
      id,
      locale,
      title,
      summary,
      details: { body: { html: `<p>${body}</p>`, lexical: null } },
    },
  }
}

/** A place in the vocabulary: the first words are in every third text, the last in hardly any. */
const zipf = (random: () => number): number =>
  Math.floor(VOCABULARY ** random()) - 1 + Math.floor(random() * 3)

/** Real words first, then such as are made of two of them, so that there are as many as in the texts of some years. */
function vocabularyOf(locale: Locale): readonly TextWord[] {
  const made = vocabularies.get(locale) ?? makeVocabulary(locale, seededRandom(locales.length))
  vocabularies.set(locale, made)
  return made
}

const vocabularies = new Map<Locale, readonly TextWord[]>()

function makeVocabulary(locale: Locale, random: () => number): readonly TextWord[] {
  const text = namespaces.flatMap((namespace) => Object.values(messages(locale, namespace))).join(' ')
  const words = new Map(
    wordsIn(text.replace(/\{\{.*?\}\}/g, '')).flatMap((word) =>
      word.folded.length > 2 ? [[word.folded, word] as const] : [],
    ),
  )
  const real = [...words.values()]
  while (words.size < VOCABULARY) {
    const part = () => real[Math.floor(random() * real.length)]?.lowered ?? ''
    const [made] = wordsIn(`${part().slice(0, 5)}${part().slice(-6)}`)
    if (made !== undefined) words.set(made.folded, made)
  }
  return [...words.values()]
}

/** Each row would be entered one by one otherwise, which takes ten times as long. */
async function withoutIndexes(database: Database, work: () => Promise<void>): Promise<void> {
  const { rows } = await database.execute<{ name: string; definition: string }>(sql`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid in ('public_documents'::regclass, 'search_texts'::regclass) and not indisunique
  `)
  for (const { name } of rows) await database.execute(sql`drop index ${sql.raw(name)}`)
  await work()
  // As it is given it makes an index of the whole that none of its parts has.
  for (const { definition } of rows) await database.execute(sql.raw(definition.replace(' ON ONLY ', ' ON ')))
}
