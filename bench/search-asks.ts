import type { SearchQuery } from '../src/reading/search/search-documents.ts'
import type { TextWord } from '../src/reading/search/words-in.ts'

/** One search of each kind. A word's place in the vocabulary is its place by frequency. */
export function asked(
  vocabulary: readonly TextWord[],
  round: number,
): readonly (readonly [string, Omit<SearchQuery, 'locale' | 'limit'>])[] {
  const word = (rank: number) => vocabulary[rank]?.lowered ?? ''
  const long = (rank: number) => vocabulary.slice(rank).find(({ folded }) => folded.length > 7)?.lowered ?? ''
  const typed = long(200 + round * 31)
  const names = ['topic', 'country', 'type']
  return [
    ['a common word', { q: `${word(5 + round)} ` }],
    ['a rare word', { q: `${word(3_000 + round * 97)} ` }],
    ['two words', { q: `${word(20 + round * 3)} ${word(300 + round * 7)} ` }],
    ['words in a row', { q: `"${word(20 + round * 3)} ${word(300 + round * 7)}"` }],
    ['the beginning of a word', { q: typed.slice(0, 4) }],
    ['a word as it is typed', { q: word(10 + round) }],
    ['a mistyped word', { q: `${typed.slice(0, 3)}${typed.slice(4)}q ` }],
    [
      'a word, with filters',
      { q: word(10 + round), collections: ['practices'], facets: [[`topic:t${round}`, 'topic:t1']] },
    ],
    ['a word in some collections', { q: word(15 + round), collections: ['practices', 'events', 'news'] }],
    ['a word, with counted choices', { q: `${word(15 + round)} `, names }],
    ['a rarer word, with counted choices', { q: `${word(150 + round * 9)} `, names }],
    ['a word, with a filter and counted choices', { q: word(40 + round), names, facets: [['country:C3']] }],
  ]
}
