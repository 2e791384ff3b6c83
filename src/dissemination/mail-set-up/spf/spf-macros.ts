import { isIPv4 } from 'node:net'

import ipaddr from 'ipaddr.js'

/** Who is asked about. */
export interface SpfQuestion {
  /** Address of the machine that hands a mail over. */
  readonly ip: string
  /** Envelope sender. */
  readonly sender: string
  /** What the machine says that it is called. */
  readonly helo: string
}

const LONGEST_NAME = 253
const macro = /%(?:\{([slodiphcrtv])(\d*)(r?)([-.+,/_=]*)\}|([%_-]))/gi
const literals: Readonly<Record<string, string>> = { '%': '%', _: ' ', '-': '%20' }

/**
 * The name that a `domain-spec` stands for. Null: it is written wrongly. RFC 7208, section 7
 * @param domain of the record that it is in.
 */
export function expandMacros(spec: string, domain: string, question: SpfQuestion): string | null {
  if (spec.replace(macro, '').includes('%')) return null
  const name = spec.replace(macro, (_all, letter, digits, reverse, delimiters, literal) => {
    if (literal !== undefined) return literals[literal] ?? ''
    const parts = expansionOf(letter.toLowerCase(), domain, question).split(
      new RegExp(`[${(delimiters || '.').replace(/[-/]/g, '\\$&')}]`),
    )
    const ordered = reverse === '' ? parts : parts.toReversed()
    return (digits === '' ? ordered : ordered.slice(-Math.max(1, Number(digits)))).join('.')
  })
  return shortened(name)
}

function expansionOf(letter: string, domain: string, { ip, sender, helo }: SpfQuestion): string {
  const at = sender.lastIndexOf('@')
  switch (letter) {
    case 's':
      return sender
    case 'l':
      return sender.slice(0, at) || 'postmaster'
    case 'o':
      return sender.slice(at + 1)
    case 'd':
      return domain
    case 'i':
      return isIPv4(ip) ? ip : nibbles(ip)
    case 'v':
      return isIPv4(ip) ? 'in-addr' : 'ip6'
    case 'h':
      return helo
    default:
      // `p` is looked up by nobody any more, and the rest are for explanations. RFC 7208, section 7.3
      return 'unknown'
  }
}

const nibbles = (ip: string): string =>
  ipaddr.IPv6.parse(ip)
    .toByteArray()
    .flatMap((byte) => [byte >> 4, byte & 15])
    .map((nibble) => nibble.toString(16))
    .join('.')

/** From the left, by whole labels. RFC 7208, section 7.3 */
function shortened(name: string): string {
  let rest = name.replace(/\.$/, '')
  while (rest.length > LONGEST_NAME && rest.includes('.')) rest = rest.slice(rest.indexOf('.') + 1)
  return rest
}
