import { encodeWord, foldLines } from 'nodemailer/lib/mime-funcs'

import { inDirectionOf, Plain } from '../../emails/plain.ts'
import { directionOf, isLocale } from '../i18n/locales.ts'

/** A word with its framing has 75 characters at most. https://www.rfc-editor.org/rfc/rfc2047#section-2 */
const MAX_ENCODED_WORD = 75

/** One line of text, whatever was typed: a line break in a header would start another header. */
export const onOneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()

/**
 * A subject. Lists of mails take its direction from its first letter too, so one in Arabic that begins with a Latin name gets
 * the same invisible mark as a line of plain text.
 * @param locale BCP 47. Null, or none of ours: it is left as it is.
 */
export function subjectLine(text: string, locale: string | null): string {
  const line = onOneLine(text)
  return locale === null || !isLocale(locale)
    ? line
    : inDirectionOf(directionOf(locale))(new Plain(line)).source
}

/** Text for an unstructured header such as Subject: as it is where that is ASCII, else in encoded words. */
export function headerText(text: string): string {
  const line = onOneLine(text)
  return isPlain(line) ? line : encoded(line)
}

/** A name before an address or a list id: quoted where that is ASCII, else in encoded words. */
export function headerPhrase(text: string): string {
  const line = onOneLine(text)
  return isPlain(line) ? `"${line.replace(/["\\]/g, '\\$&')}"` : encoded(line)
}

/** A header field, folded at spaces. A single word stays whole, however long: links are followed letter by letter. */
export const headerField = (name: string, value: string): string =>
  `${foldLines(`${name}: ${value}`, 76)}\r\n`

/** ASCII that nobody can take for an encoded word. */
const isPlain = (line: string): boolean => /^[\x20-\x7e]*$/.test(line) && !line.includes('=?')

/** Base64 keeps Greek and Arabic short; few accents in Latin text stay readable in the other. */
const encoded = (line: string): string => {
  const foreign = line.match(/[^\x20-\x7e]/g)?.length ?? 0
  return encodeWord(line, foreign * 3 > line.length ? 'B' : 'Q', MAX_ENCODED_WORD)
}
