const HEX = '0123456789ABCDEF'
const CR = 13
const LF = 10
const TAB = 9
const SPACE = 32
const DOT = 46
const EQUALS = 61
/** With the soft break's `=` a line has 76 characters at most. https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
const MAX_LINE = 75

/** Output that fits its input at worst: every octet as `=XX`, and a soft break after every 25 of them. */
const roomFor = (octets: number): number => octets * 3 + Math.ceil(octets / 25) * 3 + 3

/**
 * Encodes a stretch of a part, beginning at the start of a line. `more` says that something follows it: then it ends in a
 * soft break, so that the next stretch may also begin at the start of a line. Stretches encoded apart decode to the same
 * text as the whole. A dot never opens a line, so SMTP need not double it.
 */
export function quotedPrintable(text: string, { more }: { readonly more: boolean }): Buffer {
  const input = Buffer.from(text.replace(/\r\n?/g, '\n'), 'utf8')
  const output = Buffer.allocUnsafe(roomFor(input.length))
  let at = 0
  let column = 0
  const softBreak = (): void => {
    output[at++] = EQUALS
    output[at++] = CR
    output[at++] = LF
    column = 0
  }
  // Not by `entries`, which makes an array for each octet.
  for (let index = 0; index < input.length; index++) {
    const octet = input[index] ?? 0
    if (octet === LF) {
      output[at++] = CR
      output[at++] = LF
      column = 0
      continue
    }
    const isLast = index + 1 === input.length
    const endsLine = isLast ? !more : input[index + 1] === LF
    const asIs = isPlain(octet) && !(endsLine && (octet === SPACE || octet === TAB))
    if (column + (asIs ? 1 : 3) > MAX_LINE) softBreak()
    if (asIs && !(octet === DOT && column === 0)) {
      output[at++] = octet
      column += 1
    } else {
      output[at++] = EQUALS
      output[at++] = HEX.charCodeAt(octet >> 4)
      output[at++] = HEX.charCodeAt(octet & 15)
      column += 3
    }
  }
  if (more && column > 0) softBreak()
  return output.subarray(0, at)
}

const isPlain = (octet: number): boolean =>
  (octet >= SPACE && octet <= 126 && octet !== EQUALS) || octet === TAB
