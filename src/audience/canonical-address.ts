import { domainToASCII } from 'node:url'

/** An e-mail address that could receive mail. */
export interface CanonicalAddress {
  /** As mail is sent to it: the local part as typed, the domain in lower case and ASCII. */
  readonly address: string
  /** Equal for two spellings of one mailbox. Only for comparing; never shown and never sent to. */
  readonly canonical: string
}

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1 */
const maxLocalBytes = 64
const maxBytes = 254

/** Dots neither first, last nor doubled; letters of any script (RFC 6531), no quoted forms. */
const localPart = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
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
  if (labels.length < 2 || !labels.every((label) => domainLabel.test(label))) return null
  // An address of the form a@127.0.0.1 is a machine, not a mailbox that somebody subscribes.
  if (/^\d+$/.test(labels.at(-1) ?? '')) return null
  const address = `${local}@${domain}`
  if (Buffer.byteLength(address) > maxBytes) return null
  return { address, canonical: `${local.toLowerCase()}@${domain}` }
}

/** `j***@e***.org`: enough for the owner to recognise it, too little for anyone else. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const labels = address.slice(at + 1).split('.')
  const top = labels.at(-1) ?? ''
  return `${firstLetter(address)}***@${firstLetter(labels[0] ?? '')}***.${top}`
}

const firstLetter = (text: string): string => [...text][0] ?? ''
