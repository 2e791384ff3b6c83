/** Whom a text says it could not reach, with the words that belong to them. */
export interface TextRecipient {
  readonly address: string | null
  readonly words: string
}

/** Of lengths that RFC 5321, section 4.5.3.1, allows. */
const address = String.raw`[^\s<>()"',;:\[\]]{1,64}@[^\s<>()"',;:\[\]]{1,254}[^\s<>()"',;:.\[\]]`

/** Only the address itself. Null when there is none in it. */
export function cleanAddress(text: string): string | null {
  const [found] = new RegExp(address).exec(text) ?? []
  return found ?? null
}

export const addressesIn = (text: string): string[] => text.match(new RegExp(address, 'g')) ?? []

/** Ways in which servers name a recipient, the surest first. */
const namings: readonly RegExp[] = [
  // A line with nothing but the address, or with the address and a colon before the reason.
  new RegExp(String.raw`^[ \t*>"-]*<?(${address})>?"?[ \t]*:?[ \t]*$`, 'gim'),
  new RegExp(String.raw`^[ \t]*<(${address})>[ \t]*:`, 'gim'),
  new RegExp(String.raw`^\d{3}[ \t]*<(${address})>\.\.\.`, 'gim'),
  new RegExp(String.raw`rcpt to:[ \t]*<?(${address})`, 'gi'),
  new RegExp(
    String.raw`(?:recipient|deliver(?:ed|ing)?[^\n]{0,30} to|undeliverable to|userid|mailbox|user|address)\b[^\n@]{0,12}?[:<\s]+(${address})`,
    'gi',
  ),
  new RegExp(`<(${address})>`, 'g'),
  // A line that begins with one.
  new RegExp(String.raw`^[ \t]*(${address})\b`, 'gim'),
]

/** Each mail of ours goes to one person; even where it is given on to a list, more names than that say nothing more. */
export const MAX_RECIPIENTS = 50

/** Recipients in their order, each once. */
export function recipientsIn(text: string, failedRecipients: string): TextRecipient[] {
  const stated = addressesIn(failedRecipients)
  const named = stated.length > 0 ? stated : firstNamed(text)
  const unique = [...new Map(named.map((each) => [each.toLowerCase(), each])).values()].slice(
    0,
    MAX_RECIPIENTS,
  )
  if (unique.length < 2) return unique.map((each) => ({ address: each, words: text }))
  // From the line on that names them first: what it says before the name is about them as well.
  const places = unique.map((each) => {
    const place = text.toLowerCase().indexOf(each.toLowerCase())
    return place < 0 ? place : text.lastIndexOf('\n', place) + 1
  })
  return unique.map((each, index) => {
    const from = places[index] ?? -1
    const later = places.filter((place) => place > from)
    const words = from < 0 ? text : text.slice(from, later.length > 0 ? Math.min(...later) : undefined)
    return { address: each, words }
  })
}

function firstNamed(text: string): string[] {
  for (const naming of namings) {
    const found = [...text.matchAll(naming)].flatMap(([, each]) => each ?? [])
    if (found.length > 0) return found
  }
  return []
}

/** Who our own mail was from, by its head, in lower case: servers name them where they refuse the sender. */
export const originalSenders = (head: string): string[] =>
  (/^from[ \t]*:(.*)$/im.exec(head)?.slice(1) ?? []).flatMap(addressesIn).map((each) => each.toLowerCase())

/** To whom our own mail went, by its head. */
export function originalRecipients(head: string): string[] {
  for (const name of ['x-original-to', 'x-rcpt-to', 'delivered-to', 'to']) {
    const line = new RegExp(String.raw`^${name}[ \t]*:((?:.*(?:\n[ \t].*)*))`, 'im').exec(head)?.[1]
    const found = line === undefined ? [] : addressesIn(line)
    if (found.length > 0) return found
  }
  return []
}
