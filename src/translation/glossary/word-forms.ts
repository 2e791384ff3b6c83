/**
 * Whether a word of a text is a word of a term. No dictionary stands behind it, so it errs on the side that costs less:
 *
 * - `same`: as it is written.
 * - `plural`: with up to two letters more, or `-ies` for `-y`. For what sets a rule off, where a wrong guess would bother.
 * - `inflected`: any form that shares three fifths of its beginning. For what satisfies a rule: an inflected translation is
 *   a translation.
 * - `attached`: as it is written, with up to four letters more, as Finnish or Hungarian add endings to names.
 *
 * In Arabic letters each of them may carry a conjunction, a preposition and the article in front.
 */
export type Tolerance = 'same' | 'plural' | 'inflected' | 'attached'

const PLURAL_LETTERS = 2
const ATTACHED_LETTERS = 4
/** Shorter words are only themselves: `cost` is no form of `cot`. */
const SHORTEST = 4
const SHARED_BEGINNING = 0.6
const LEAST_BEGINNING = 3

export function isFormOf(word: string, of: string, tolerance: Tolerance): boolean {
  return stripped(word).some(
    (form) => isForm(form, of, tolerance) || isForm(form, withoutArticle(of), tolerance),
  )
}

function isForm(word: string, of: string, tolerance: Tolerance): boolean {
  if (word === of) return true
  const isLong = of.length >= SHORTEST
  switch (tolerance) {
    case 'same':
      return false
    case 'plural':
      return (
        (isLong && continues(word, of, PLURAL_LETTERS)) ||
        (of.endsWith('y') && word === `${of.slice(0, -1)}ies`)
      )
    case 'attached':
      return isLong && continues(word, of, ATTACHED_LETTERS)
    case 'inflected': {
      const longer = Math.max(word.length, of.length)
      const needed = Math.max(LEAST_BEGINNING, Math.ceil(longer * SHARED_BEGINNING))
      return isLong && word.length >= LEAST_BEGINNING && sharedBeginning(word, of) >= needed
    }
  }
}

const continues = (word: string, of: string, letters: number): boolean =>
  word.startsWith(of) && word.length - of.length <= letters

function sharedBeginning(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length++
  return length
}

/** And, so; by, like, for; the. `لل` is `ل` with the article. In front of Latin letters too: `بـEMEN`. */
const CLITICS = /^[وف]?(?:[بكل]?ال|لل|[بكل])?/u
const ARABIC = /^\p{Script=Arabic}/u
const ARTICLE = /^ال(?=.{2})/u

const withoutArticle = (word: string): string => word.replace(ARTICLE, '')

/** The word as it stands, and without what Arabic writes in front of a word, one by one. */
function stripped(word: string): string[] {
  if (!ARABIC.test(word)) return [word]
  const longest = CLITICS.exec(word)?.[0].length ?? 0
  return Array.from({ length: longest + 1 }, (_, letters) => word.slice(letters)).filter(
    (form, letters) => letters === 0 || form.length > 1,
  )
}
