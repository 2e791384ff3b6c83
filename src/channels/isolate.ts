import { directionOf, type Locale } from '../i18n/locales.ts'

/** First strong isolate, and pop directional isolate: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates */
const FSI = '\u2068'
const PDI = '\u2069'

/** What services find in a text and make links of: a mark beside it would become part of it, or undo it. */
const token = /(https?:\/\/\S+|[#@][\p{L}\p{M}\p{N}_]\S*)/u

/** From the first letter that runs to the right, with figures that touch it, to the last before one that runs to the left. */
const foreign =
  /\p{N}*[\p{L}--[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]](?:[^\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}،؛؟«»\n\u2066-\u2069]*[[\p{L}\p{M}\p{N}]--[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]])?/gv

/**
 * In a language that is written from right to left: keeps a name in other letters together, and from turning the line that
 * it begins. Services show plain text, where no markup says so. In all other languages a text stays as it is.
 */
export const isolateForeign = (text: string, locale: Locale): string =>
  directionOf(locale) === 'ltr'
    ? text
    : text
        .split(token)
        .map((part, index) => (index % 2 === 1 ? part : isolated(part)))
        .join('')

const isolated = (text: string): string => {
  let written = ''
  let from = 0
  for (const { 0: run, index } of text.matchAll(foreign)) {
    const end = index + run.length
    // A bracket that was opened inside is closed inside, or it would be mirrored.
    const closes = /\([^)]*$/.test(run) && text[end] === ')' ? 1 : 0
    written += `${text.slice(from, index)}${FSI}${text.slice(index, end + closes)}${PDI}`
    from = end + closes
  }
  return written + text.slice(from)
}
