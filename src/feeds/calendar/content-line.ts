/** Octets in a line, without its end. RFC 5545, section 3.1 */
const MAX_OCTETS = 75

/**
 * One property of a calendar, folded between letters so that no line has more than 75 octets. RFC 5545, section 3.1
 * @param name with its parameters, which must be safe already.
 * @param value as it is to stand there: a text through `textValue`.
 */
export function contentLine(name: string, value: string): string {
  const lines: string[] = []
  let line = ''
  let octets = 0
  for (const letter of `${name}:${value}`) {
    const size = Buffer.byteLength(letter)
    // A continued line starts with a blank, which counts.
    if (octets + size > MAX_OCTETS) {
      lines.push(line)
      line = ' '
      octets = 1
    }
    line += letter
    octets += size
  }
  return `${[...lines, line].join('\r\n')}\r\n`
}

/** A text in which nothing is an order to the program that reads it. RFC 5545, section 3.3.11 */
export const textValue = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(/[\\;,]/g, (letter) => `\\${letter}`)
    .replaceAll('\n', '\\n')

/** None of them may stand in a calendar. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g
