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
 * has a word with another beginning although they share most trigrams, such as a compound written apart; and long texts
 * whose rare words changed and whose common ones did not.
 */

type LocalePair = readonly [source: Locale, target: Locale]

/** Letters of a word that count. */
const BEGINNING = 6
/** Each size class is this much larger than the one before. */
const CLASS_STEP = 1.12
/** More words to a group would make it only more breakable. */
const MOST_WORDS = 4
/** Of a longer text the rarest words stand for all: what is missing is taken to be spread evenly. */
const MOST_COUNTED = 36
/** Trigrams that several words share make a text weigh less than its words do. */
const MARGIN = 0.04

/** How many texts of a language have a word, as a share, by `beginningOf` the word. Those that are not in it are rare. */
export type WordShares = ReadonlyMap<string, number>

interface Words {
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
  return { words, weight: words.reduce((sum, word) => sum + weightOf(word), 0) }
}

const beginningOf = (word: string): string => word.slice(0, BEGINNING)

const classOf = (weight: number): number => Math.floor(Math.log(weight) / Math.log(CLASS_STEP))

const keysIn = (pair: LocalePair, sizeClass: number, words: readonly string[]): number[] => [
  ...new Set(words.map((word) => hashOf(`${pair.join(' ')} ${sizeClass} ${beginningOf(word)}`))),
]

/** Beginnings of the words of a text, each once. */
export const beginningsIn = (text: string): Set<string> => new Set(wordsOf(text).words.map(beginningOf))

/** Keys that a stored text is found by. None: a text without words is found only when it is the same. */
export function storedKeys(pair: LocalePair, text: string): number[] {
  const { words, weight } = wordsOf(text)
  return words.length === 0 ? [] : keysIn(pair, classOf(weight), words)
}

/**
 * Groups of keys: every stored text that is at least this similar has all keys of at least one of them.
 * @param floor lowest similarity that is wanted, above 0 and at most 1.
 * @param shares decide only how much there is to look at, not what is found.
 */
export function keyGroups(pair: LocalePair, text: string, floor: number, shares: WordShares): number[][] {
  const { words, weight } = wordsOf(text)
  if (words.length === 0) return []
  const rarestFirst = words
    .map((word) => ({ word, weight: weightOf(word), share: shares.get(beginningOf(word)) ?? RARE }))
    .toSorted((one, other) => one.share - other.share || other.weight - one.weight)
    .slice(0, MOST_COUNTED)
  const counted = rarestFirst.reduce((sum, word) => sum + word.weight, 0) / weight
  const groups: number[][] = []
  for (let sizeClass = classOf(weight * floor); sizeClass <= classOf(weight / floor); sizeClass++) {
    // The smallest text of the class lacks the most: shared / (ours + theirs - shared) must reach the floor.
    const theirs = Math.max(CLASS_STEP ** sizeClass, weight * floor)
    const shared = (floor * (weight + theirs)) / (1 + floor)
    const lacking = Math.max(0, weight - shared) + MARGIN * weight
    for (const group of unbreakable(rarestFirst, lacking * counted))
      groups.push(
        keysIn(
          pair,
          sizeClass,
          group.map(({ word }) => word),
        ),
      )
  }
  return groups
}

interface Candidate {
  readonly word: string
  readonly weight: number
  readonly share: number
}

/** What a group of words costs: how many texts of a class of 100,000 have them all, and the search for them. */
const CLASS_SIZE = 100_000
const SEARCH = 20
const RARE = 0.0005
/** In which plans are told apart by what they withstand. */
const STEPS = 24

/** Groups among the first so many words, and what they cost. Nothing before it: the empty plan. */
interface Plan {
  readonly cost: number
  /** 2: two or more. */
  readonly count: 0 | 1 | 2
  readonly withstood: number
  readonly group: readonly Candidate[]
  readonly before: Plan | null
}

/**
 * The cheapest groups of which one stays whole when words of this weight are missing. To break a group takes its lightest
 * word, so groups withstand the sum of those. At least two: one odd word must never be enough.
 */
function unbreakable(words: readonly Candidate[], lacking: number): (readonly Candidate[])[] {
  const needed = Math.floor(lacking) + 1
  const plans = Array.from({ length: words.length + 1 }, () => new Map<number, Plan>())
  offer(plans[0], { cost: 0, count: 0, withstood: 0, group: [], before: null }, needed)
  for (const [from, reached] of plans.entries())
    for (const plan of reached.values()) {
      // A word may be left out of all groups.
      offer(plans[from + 1], plan, needed)
      let cost = CLASS_SIZE
      let lightest = needed
      for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to++) {
        const { share, weight } = words[to - 1] ?? { share: 1, weight: 0 }
        cost *= share
        lightest = Math.min(lightest, weight)
        const longer: Plan = {
          cost: plan.cost + cost + SEARCH,
          count: plan.count === 0 ? 1 : 2,
          withstood: Math.min(needed, plan.withstood + lightest),
          group: words.slice(from, to),
          before: plan,
        }
        offer(plans[to], longer, needed)
      }
    }
  const best = plans[words.length]?.get(stateOf({ withstood: needed, count: 2 }, needed))
  return best === undefined ? words.map((word) => [word]) : groupsOf(best)
}

/** Plans that withstand about as much compete: the cheapest goes on. Enough is only what withstands all of it. */
const stateOf = ({ withstood, count }: Pick<Plan, 'withstood' | 'count'>, needed: number): number =>
  Math.floor((withstood * STEPS) / needed) * 3 + count

function offer(plans: Map<number, Plan> | undefined, plan: Plan, needed: number): void {
  const state = stateOf(plan, needed)
  const known = plans?.get(state)
  if (known === undefined || plan.cost < known.cost) plans?.set(state, plan)
}

function groupsOf(plan: Plan): (readonly Candidate[])[] {
  const groups: (readonly Candidate[])[] = []
  for (let at: Plan | null = plan; at !== null && at.before !== null; at = at.before) groups.push(at.group)
  return groups
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
