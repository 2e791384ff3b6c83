import { address } from './cut-text.ts'

/** What an address costs, whatever its length. */
const PER_ADDRESS = 23

/** Letters that count one. All others count two. In code points, both ends included. */
const light: readonly (readonly [number, number])[] = [
  [0x0000, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
]

/** What looks like the name of a site: X makes a link of it where it knows the ending. */
const bareName =
  /(?<![\p{L}\p{N}@./_-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[a-z]{2,}(?![\p{L}\p{N}@])(?:\/\S*[^\s.,;:!?)])?/giu
const emoji = /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}.*)$/v

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** How long X finds a text: an emoji counts two, whatever it is put together of, and what may become a link at least
 * as much as one. https://docs.x.com/fundamentals/counting-characters */
export function xLength(text: string): number {
  const addresses = text.match(address)?.length ?? 0
  const others = text.replace(address, '')
  const names = others.match(bareName) ?? []
  const words = others.replace(bareName, '').normalize('NFC')
  let length = addresses * PER_ADDRESS
  for (const name of names) length += Math.max(PER_ADDRESS, name.length)
  for (const { segment } of graphemes.segment(words)) length += emoji.test(segment) ? 2 : weightOf(segment)
  return length
}

function weightOf(segment: string): number {
  let weight = 0
  for (const letter of segment) {
    const point = letter.codePointAt(0) ?? 0
    weight += light.some(([from, to]) => point >= from && point <= to) ? 1 : 2
  }
  return weight
}
