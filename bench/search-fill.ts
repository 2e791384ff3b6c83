import type { Payload } from 'payload'

import { type Database, databaseOf, inTransaction, sql } from '../src/database/database.ts'
import type { Locale } from '../src/i18n/locales.ts'
import { recountFacets } from '../src/reading/search/facet-totals.ts'
import { keepSearchWords, searchVersion, searchWords } from '../src/reading/search/keep-search-texts.ts'
import { type Lexicon, loadLexicon } from '../src/reading/search/lexemes.ts'
import { inTitle } from '../src/reading/search/search-vector.ts'
import { searchedLocales, VOCABULARY, vocabularyOf } from './search-vocabulary.ts'

/** Of a title, a summary and a main text, in words. */
const LENGTHS = { A: 7, B: 13, D: 20 } as const
const ALL = LENGTHS.A + LENGTHS.B + LENGTHS.D
/** Items made by one statement: what it puts together stays in memory. */
const BATCH = 25_000

/**
 * Fills an empty database with so many items, each in every language, their words as frequent as words are (Zipf). Made in
 * Postgres, as rows of eight hundred thousand texts take longer to send than to make.
 */
export async function fillForSearch(payload: Payload, items: number): Promise<void> {
  await inTransaction(payload, async (transaction) => {
    await transaction.execute(sql`set local maintenance_work_mem = '512MB'`)
    await transaction.execute(sql`set local work_mem = '128MB'`)
    const indexes = await dropIndexes(transaction)
    for (const locale of searchedLocales) {
      await keepVocabulary(locale, transaction)
      for (let first = 0; first < items; first += BATCH)
        await fill(locale, { first, last: Math.min(first + BATCH, items) - 1 }, transaction)
    }
    for (const index of indexes) await transaction.execute(index)
    await recountFacets(transaction)
  })
  for (const table of ['public_documents', 'search_texts', 'search_words', 'facet_totals'])
    await databaseOf(payload).execute(sql`vacuum analyze ${sql.identifier(table)}`)
}

/** To what the texts are made of: a word's rank, and what is kept of it in a title and in the rest of a text. */
async function keepVocabulary(locale: Locale, transaction: Database): Promise<void> {
  const vocabulary = vocabularyOf(locale)
  const lexicon = await loadLexicon([{ locale, words: vocabulary }], transaction)
  await keepSearchWords(searchWords([['D', vocabulary]], lexicon, locale), transaction)
  await transaction.execute(sql`drop table if exists bench_words`)
  await transaction.execute(sql`
    create temporary table bench_words on commit drop as
    select * from jsonb_to_recordset(${JSON.stringify(vocabulary.map(rowsOf(lexicon, locale)))}::jsonb)
      as given (rank int, lowered text, titled text, written text)
  `)
  await transaction.execute(sql`analyze bench_words`)
  await transaction.execute(sql`select setseed(0.5)`)
}

/** In the notation of `searchVector`, with `@` for the place. */
const rowsOf =
  (lexicon: Lexicon, locale: Locale) => (word: { lowered: string; folded: string }, rank: number) => {
    const { of, isCommon } = lexicon(word, locale)
    return {
      rank,
      lowered: word.lowered,
      titled: of.map((lexeme) => `'${lexeme}':@A '${inTitle(lexeme)}'`).join(' '),
      written: isCommon ? '' : of.map((lexeme) => `'${lexeme}':@`).join(' '),
    }
  }

/** The newest last, as they are written; the same ids in every language. */
async function fill(
  locale: Locale,
  { first, last }: { readonly first: number; readonly last: number },
  transaction: Database,
): Promise<void> {
  const one = (of: number) => sql`floor(random() * ${of}::int)::int`
  const early = (of: number) => sql`floor(random() ^ 2 * ${of}::int)::int`
  await transaction.execute(sql`
    with picked as materialized (
      select n, place, floor(${VOCABULARY}::float8 ^ random() + random() * 3)::int - 1 as rank
      from generate_series(${first}::int, ${last}::int) n, generate_series(1, ${ALL}::int) place
    ), texts as (
      select n,
        string_agg(lowered, ' ') filter (where place <= ${LENGTHS.A}) as title,
        string_agg(lowered, ' ') filter (where place > ${LENGTHS.A} and place <= ${LENGTHS.A + LENGTHS.B}) as summary,
        string_agg(lowered, ' ') filter (where place > ${LENGTHS.A + LENGTHS.B}) as body,
        string_agg(case
          when place <= ${LENGTHS.A} then replace(titled, '@', place::text)
          when place <= ${LENGTHS.A + LENGTHS.B} then replace(written, '@', (place + 10)::text || 'B')
          else replace(written, '@', (place + 20)::text) end, ' ')::tsvector as words
      from picked join bench_words using (rank) group by n
    ), items as materialized (
      select *, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
        (array['news', 'events', 'practices', 'publications'])[1 + n % 4] as collection,
        '2020-01-01'::timestamptz + n * interval '36 minutes' as at,
        array(select distinct unnest(array[
          'topic:t' || ${early(20)}, 'topic:t' || ${one(20)}, 'country:C' || ${early(27)},
          'organisation:o' || ${one(200)},
          'type:' || (array['announcement', 'report', 'call', 'story'])[1 + n % 4],
          'level:' || (array['local', 'regional', 'national'])[1 + n % 3],
          'audience:a' || n % 6, 'language:' || ${locale}::text
        ])) as facets
      from texts
    ), documents as (
      insert into public_documents (
        collection, item_id, locale, document, changed_at, slug, title, published_at, sort_at, facets, refs
      )
      select collection, id, ${locale}, jsonb_build_object(
        'collection', collection, 'id', id, 'locale', ${locale}::text, 'title', title, 'summary', summary,
        'details', jsonb_build_object('body', jsonb_build_object('html', '<p>' || body || '</p>', 'lexical', null))
      ), at, id, title, at, at, facets, '{}' from items
    )
    insert into search_texts (collection, item_id, locale, words, facets, sort_at, version)
    select collection, id, ${locale}, words, facets || ('collection:' || collection), at, ${searchVersion} from items
  `)
}

/** Each row would be entered one by one otherwise, which takes ten times as long. Answers how to make them again. */
async function dropIndexes(transaction: Database): Promise<readonly ReturnType<typeof sql>[]> {
  const { rows } = await transaction.execute<{ name: string; definition: string }>(sql`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid in ('public_documents'::regclass, 'search_texts'::regclass) and not indisunique
  `)
  for (const { name } of rows) await transaction.execute(sql`drop index ${sql.raw(name)}`)
  // As it is given it makes an index of the whole that none of its parts has.
  return rows.map(({ definition }) => sql.raw(definition.replace(' ON ONLY ', ' ON ')))
}
