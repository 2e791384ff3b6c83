import { domainToASCII, domainToUnicode } from 'node:url'

/** An e-mail address that could receive mail. */
export interface CanonicalAddress {
  /**
   * As it is stored and mail is sent to it: the local part as typed, the domain in lower case and ASCII. The domain as
   * its owner writes it follows from that: see `shownAddress`.
   */
  readonly address: string
  /** Equal for two spellings of one mailbox. Only for comparing; never shown and never sent to. */
  readonly canonical: string
}

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1 */
const maxLocalBytes = 64
const maxBytes = 254

/**
 * Dots neither first, last nor doubled; letters of any script (RFC 6531), no quoted forms. Whatever is neither letter, mark
 * nor digit is left out, and with it all that is not seen or turns the direction of writing (Unicode UTR 36, 2.3 and 2.5).
 */
const localPart =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-][\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]*(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-][\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]*)*$/u

/** Scripts whose letters look like each other's. https://www.unicode.org/reports/tr39/#Restriction_Level_Detection */
const lookalikes = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u, /\p{Script=Armenian}/u]

/** Letters that are read from the right, and those that are read from the left. */
const fromRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const fromLeft = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u
const domainLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Reads what a person typed into an address field. Null when no mail could be sent to it.
 * Tags (`+list`) and dots are kept: whether they matter is the mailbox provider's affair.
 */
export function canonicalAddress(typed: string): CanonicalAddress | null {
  const text = typed.normalize('NFC').trim()
  const at = text.lastIndexOf('@')
  if (at < 1) return null
  const local = text.slice(0, at)
  const domain = domainToASCII(text.slice(at + 1).toLowerCase()).replace(/\.$/, '')
  if (!localPart.test(local) || Buffer.byteLength(local) > maxLocalBytes) return null
  const labels = domain.split('.')
  if ([...local.split(wordBreak), ...domainToUnicode(domain).split('.')].some(isDeceptive)) return null
  if (labels.length < 2 || !labels.every((label) => domainLabel.test(label))) return null
  // An address of the form a@127.0.0.1 is a machine, not a mailbox that somebody subscribes.
  if (/^\d+$/.test(labels.at(-1) ?? '')) return null
  const address = `${local}@${domain}`
  if (Buffer.byteLength(address) > maxBytes) return null
  return { address, canonical: `${local.toLowerCase()}@${domain}` }
}

/** Between words that may be of different languages, as in `ελένη+news`. */
const wordBreak = /[.+_-]/

/**
 * A word that is not what it looks like: letters of two alphabets that share shapes, of two directions, or letters that
 * are another one in disguise, such as those of full width.
 */
const isDeceptive = (word: string): boolean =>
  word.normalize('NFKC') !== word ||
  // A name in punycode that stands for nothing that can be read.
  word.startsWith('xn--') ||
  /\p{C}/u.test(word) ||
  lookalikes.filter((script) => script.test(word)).length > 1 ||
  (fromRight.test(word) && fromLeft.test(word))

/** The address as its owner writes it: the domain in its own letters. For pages; mail is sent to the other form. */
export function shownAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  return `${address.slice(0, at)}@${domainToUnicode(domain) || domain}`
}

/** `j***@e***.org`: enough for the owner to recognise it, too little for anyone else. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const labels = shownAddress(address)
    .slice(at + 1)
    .split('.')
  const top = labels.at(-1) ?? ''
  return `${firstLetter(address)}***@${firstLetter(labels[0] ?? '')}***.${top}`
}

const firstLetter = (text: string): string => [...text][0] ?? ''
