/** What a program reads in a text: placeholders, nested texts, tags of Payload's own. */
const CODE = /(\{\{[^}]+\}\}|\$t\([^)]*\)|<[^>]+>)/

/** Rewrites the words of a text and leaves alone what stands for something else. */
export const rewritten = (text: string, write: (words: string) => string): string =>
  text
    .split(CODE)
    .map((part, index) => (index % 2 === 0 ? write(part) : part))
    .join('')

const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const accented = [...'ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž']

/** Readers of English find a text of German or Finnish this much longer. */
const GROWTH = 0.35
const SHORTEST_GROWTH = 3

/**
 * A text as the pseudo language has it: `Send test` is `[Šéñđ ţéšţ ····]`. Accents show what cannot draw them, the dots what has
 * no room, the brackets what is cut off or put together of parts; and whatever is without them was not taken from `locales/`.
 */
export function pseudoText(text: string): string {
  if (text.trim() === '') return text
  const words = rewritten(text, (part) => Array.from(part, accent).join(''))
  return `[${words} ${'·'.repeat(Math.max(SHORTEST_GROWTH, Math.ceil(text.length * GROWTH)))}]`
}

const accent = (letter: string): string => accented[plain.indexOf(letter)] ?? letter

/** All texts of a file. Their keys and plural forms stay. */
export const pseudoTexts = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudoText(text)]))
