import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { DocumentReference, PublicDocument } from '../contract/document.ts'
import { lexemeKey, trigramKeys } from './letters.ts'
import { type Lexicon, loadLexicon } from './lexemes.ts'
import { searchVector, type WeighedWords, weighedWords } from './search-vector.ts'
import { searchedTexts } from './searched-texts.ts'

/** To be raised whenever the same document would be kept differently: all are made anew then, in the background. */
const RULES = 1

/** The rules are ours and the dictionaries Postgres's, which change with its major version. */
const version = sql`${RULES}::text || '/' || current_setting('server_version_num')::int / 10000`

interface Searchable {
  readonly document: PublicDocument
  readonly sortAt: Date
  readonly facets: readonly string[]
}

/** What is kept of a document in one locale, ready to be written. */
export interface SearchText {
  readonly locale: Locale
  readonly words: string
  readonly facets: readonly string[]
  readonly sort_at: string
}

export interface SearchTexts {
  readonly texts: readonly SearchText[]
  readonly words: readonly SearchWord[]
}

interface SearchWord {
  readonly locale: Locale
  readonly word: string
  readonly spelled: string
  readonly lexemes: readonly string[]
  readonly keys: readonly string[]
}

/** Reads the dictionaries and writes nothing, so that it can be done before a lock is taken. */
export async function prepareSearchTexts(
  searchable: readonly Searchable[],
  database: Database,
): Promise<SearchTexts> {
  const read = searchable.map((each) => ({
    ...each,
    locale: each.document.locale,
    words: weighedWords(searchedTexts(each.document)),
  }))
  const lexicon = await loadLexicon(
    read.map(({ locale, words }) => ({ locale, words: words.flatMap(([, found]) => found) })),
    database,
  )
  return {
    texts: read.map(({ document, locale, words, facets, sortAt }) => ({
      locale,
      words: searchVector(words, lexicon, locale),
      facets: [...facets, `collection:${document.collection}`],
      sort_at: sortAt.toISOString(),
    })),
    words: read.flatMap(({ locale, words }) => searchWords(words, lexicon, locale)),
  }
}

/** The words of a text for the list of words. */
export function searchWords(words: WeighedWords, lexicon: Lexicon, locale: Locale): SearchWord[] {
  const distinct = new Map(words.flatMap(([, found]) => found.map((word) => [word.folded, word] as const)))
  return [...distinct].map(([word, { lowered, folded }]) => {
    const lexemes = lexicon({ lowered, folded }, locale).of
    const keys = [...trigramKeys(word, locale), ...lexemes.map((each) => lexemeKey(each, locale))]
    return { locale, word, spelled: lowered, lexemes, keys }
  })
}

/** Writes what a document is found by. A locale that is not among the texts is not found any more. */
export async function keepSearchTexts(
  { collection, id }: DocumentReference,
  { texts, words }: SearchTexts,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    with present as (
      select * from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
        as given (locale text, words tsvector, facets text[], sort_at timestamptz)
    ), gone as (
      delete from search_texts where collection = ${collection} and item_id = ${id}::uuid
        and locale not in (select locale from present)
    )
    insert into search_texts as kept (collection, item_id, locale, words, facets, sort_at, version)
    select ${collection}, ${id}::uuid, locale, words, facets, sort_at, ${version} from present
    on conflict (locale, collection, item_id) do update set
      words = excluded.words, facets = excluded.facets, sort_at = excluded.sort_at, version = excluded.version
    where (kept.words, kept.facets, kept.sort_at, kept.version)
      is distinct from (excluded.words, excluded.facets, excluded.sort_at, excluded.version)
  `)
  await keepSearchWords(words, transaction)
}

/** In one order, so that two who write the same words do not wait for each other. */
export async function keepSearchWords(words: readonly SearchWord[], transaction: Database): Promise<void> {
  await transaction.execute(sql`
    insert into search_words as kept (locale, word, spelled, lexemes, keys)
    select distinct on (locale, word) locale, word, spelled, lexemes, keys
    from jsonb_to_recordset(${JSON.stringify(words)}::jsonb)
      as given (locale text, word text, spelled text, lexemes text[], keys text[])
    order by locale, word
    on conflict (locale, word) do update set
      lexemes = array(select distinct unnest(kept.lexemes || excluded.lexemes)),
      keys = array(select distinct unnest(kept.keys || excluded.keys))
    where not kept.lexemes @> excluded.lexemes
  `)
}

/** Marks so many documents whose texts were kept by other rules or another Postgres. Answers how many. */
export async function markStaleSearchTexts(limit: number, database: Database): Promise<number> {
  const { rows } = await database.execute<{ marked: string }>(sql`
    with stale as (
      (select collection, item_id from search_texts where version < ${version} limit ${limit})
      union
      (select collection, item_id from search_texts where version > ${version} limit ${limit})
    ), marked as (
      insert into document_work (collection, item_id)
      select collection, item_id from stale
      where not exists (
        select from document_work work where work.collection = stale.collection and work.item_id = stale.item_id
      )
      returning id
    )
    select count(*) as marked from marked
  `)
  return Number(rows[0]?.marked ?? 0)
}
