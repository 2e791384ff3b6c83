import { createHash } from 'node:crypto'

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz'
const LENGTH = 13
const CLOCK_BITS = 10n

/**
 * The name of a record, made of when a post was planned and which one it is: 53 bits of microseconds and 10 of a "clock",
 * five to a letter. The same for every attempt, so that putting the record again makes no second one.
 * https://atproto.com/specs/tid
 */
export function tidOf({
  identity,
  plannedAt,
}: {
  readonly identity: string
  readonly plannedAt: Date
}): string {
  const digest = createHash('sha256').update(identity).digest()
  const clock = BigInt(digest.readUInt16BE(0) & 1023)
  // Posts are planned many at a time, in the same millisecond: the rest of the microseconds tells them apart too.
  const microseconds = BigInt(plannedAt.getTime()) * 1000n + BigInt(digest.readUInt16BE(2) % 1000)
  let left = (microseconds << CLOCK_BITS) | clock
  let tid = ''
  for (let index = 0; index < LENGTH; index++) {
    tid = ALPHABET.charAt(Number(left & 31n)) + tid
    left >>= 5n
  }
  return tid
}
