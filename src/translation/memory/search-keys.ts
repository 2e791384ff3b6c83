import type { Locale } from '../../i18n/locales.ts'

/**
 * How similar texts are found among a million without comparing them all.
 *
 * Similarity is the share of trigrams that two texts have in common (pg_trgm). A word brings about as many trigrams as it
 * has letters, so a text that is similar enough to another can lack only words of a limited weight. The words of a text
 * that is looked up are put into groups such that so little cannot touch them all: whatever is similar enough then has all
 * words of at least one group. Each stored text carries a key for each word, in which its languages and its size class are
 * mixed, and an inverted index finds the texts that have all keys of a group. How much may be missing depends on the size
 * of the other text, so each size class has groups of its own.
 *
 * Words count by their first letters, so that most endings do not matter. What is not found: texts in which every group
 * has a word with another beginning although they share most trigrams, such as a compound written apart.
 */

type LocalePair = readonly [source: Locale, target: Locale]

/** Letters of a word that count. */
const BEGINNING = 6
/** Each size class is this much larger than the one before. */
const CLASS_STEP = 1.12
/** More words to a group would make it only more breakable. */
const MOST_WORDS = 4
/** Trigrams that several words share make a text weigh less than its words do. */
const MARGIN = 0.04

interface Words {
  /** Heaviest first. */
  readonly words: readonly string[]
  /** About the number of its trigrams. */
  readonly weight: number
}

const weightOf = (word: string): number => word.length + 1

function wordsOf(text: string): Words {
  const plain = text
    .replace(/⟦\/?\d+\/?⟧/gu, ' ')
    .normalize('NFKC')
    .toLowerCase()
  const words = [...new Set(plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])]
  words.sort((one, other) => other.length - one.length || (one < other ? -1 : 1))
  return { words, weight: words.reduce((sum, word) => sum + weightOf(word), 0) }
}

const classOf = (weight: number): number => Math.floor(Math.log(weight) / Math.log(CLASS_STEP))

const keysIn = (pair: LocalePair, sizeClass: number, words: readonly string[]): number[] => [
  ...new Set(words.map((word) => hashOf(`${pair.join(' ')} ${sizeClass} ${word.slice(0, BEGINNING)}`))),
]

/** Keys that a stored text is found by. None: a text without words is found only when it is the same. */
export function storedKeys(pair: LocalePair, text: string): number[] {
  const { words, weight } = wordsOf(text)
  return words.length === 0 ? [] : keysIn(pair, classOf(weight), words)
}

/**
 * Groups of keys: every stored text that is at least this similar has all keys of at least one of them.
 * @param floor lowest similarity that is wanted, above 0 and at most 1.
 */
export function keyGroups(pair: LocalePair, text: string, floor: number): number[][] {
  const { words, weight } = wordsOf(text)
  if (words.length === 0) return []
  const groups: number[][] = []
  for (let sizeClass = classOf(weight * floor); sizeClass <= classOf(weight / floor); sizeClass++) {
    // The smallest text of the class lacks the most: shared / (ours + theirs - shared) must reach the floor.
    const theirs = Math.max(CLASS_STEP ** sizeClass, weight * floor)
    const shared = (floor * (weight + theirs)) / (1 + floor)
    const lacking = Math.max(0, weight - shared) + MARGIN * weight
    for (const group of unbreakable(words, lacking)) groups.push(keysIn(pair, sizeClass, group))
  }
  return groups
}

/** The fewest groups of the most words of which one stays whole when words of this weight are missing. */
function unbreakable(words: readonly string[], lacking: number): string[][] {
  for (let size = MOST_WORDS; size > 1; size--) {
    const groups = groupsOf(words, size, lacking)
    if (groups !== null) return groups
  }
  return groupsOf(words, 1, lacking) ?? words.map((word) => [word])
}

/** Null: groups of this size can all be broken. To break one takes its lightest word. */
function groupsOf(words: readonly string[], size: number, lacking: number): string[][] | null {
  const groups: string[][] = []
  let withstood = 0
  for (let start = 0; start + size <= words.length; start += size) {
    const group = words.slice(start, start + size)
    groups.push(group)
    withstood += weightOf(group.at(-1) ?? '')
    // One odd word must never be enough, whatever its weight.
    if (withstood > lacking && groups.length > 1) return groups
  }
  return null
}

/** FNV-1a with a final mix: spreads well over 32 bits, signed as Postgres's integers are. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  return (hash ^ (hash >>> 13)) | 0
}
