import { type Locale, locales } from '../../i18n/locales.ts'
import type { Engine } from './engine.ts'

const LATIN = 'abcdefghijklmnopqrstuvwxyz'
const accented = 'áƀçđéƒğĥíĵķłḿñóƥɋŕšţúṽŵẋýž'
/** One letter of the language's script for each of ours: no translation, but of its size and direction. */
const scripts: Readonly<Partial<Record<Locale, string>>> = {
  el: 'αβψδεφγηιξκλμνοπϙρστθωςχυζ',
  bg: 'абцдефгхийклмнопярстувшьыз',
  uk: 'абцдефгхійклмнопєрстувшьиз',
  ru: 'абцдефгхийклмнопярстувшьыз',
  ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنه',
  fa: 'ابپتثجچحخدذرزژسشصضطظعغفقکل',
  'fa-AF': 'ابپتثجچحخدذرزژسشصضطظعغفقکل',
  ps: 'ابپتټثجچځحخدډذرړزژږسشښصضطظ',
  ur: 'ابپتٹثجچحخدڈذرڑزژسشصضطظعغف',
  ckb: 'ئابپتجچحخدرڕزژسشعغفڤقکگلڵم',
  ti: 'ሀለሐመሠረሰሸቀበተቸኀነኘአከኸወዐዘዠየደጀገ',
}

const pairs = locales.flatMap((source) =>
  locales
    .filter((target) => target !== source)
    .map((target) => ({ source, target, formality: false, glossary: false })),
)

/**
 * Writes every letter as another one, in brackets, and keeps elements as they are: for the demo, for tests, and to see at
 * once which text on a page is not translated. Nobody can take it for a language.
 */
export const pseudo: Engine = {
  name: 'pseudo',
  mode: 'answers',
  isMetered: false,
  writesLanguage: false,
  limits: { pieces: 500, characters: 200_000 },
  capabilities: async () => pairs,
  translate: async ({ target, pieces }) => ({
    kind: 'answered',
    pieces: pieces.map(({ id, markup }) => ({ id, markup: pseudoMarkup(markup, target) })),
  }),
}

const TAG_OR_ENTITY = /(<x-k\b[^>]*>[^<]*<\/x-k>|<[^>]*>|&[#\w]+;)/u

function pseudoMarkup(markup: string, target: Locale): string {
  const letters = [...(scripts[target] ?? accented)]
  const written = markup
    .split(TAG_OR_ENTITY)
    .map((part, index) => (index % 2 === 1 ? part : inLetters(part, letters)))
    .join('')
  return `[${written}]`
}

const inLetters = (text: string, letters: readonly string[]): string =>
  text.replace(/[a-z]/giu, (letter) => {
    const other = letters[LATIN.indexOf(letter.toLowerCase())] ?? letter
    return letter === letter.toLowerCase() ? other : other.toLocaleUpperCase()
  })
