import { createHash } from 'node:crypto'

import type { Locale } from '../i18n/locales.ts'

/**
 * A name for one item in one language that outlives slugs, addresses and moves to another domain: a UUID made of the
 * item's own and the locale (version 5, RFC 9562, section 5.5). Readers show what has a new name as new.
 */
export function entryId({ id, locale }: { readonly id: string; readonly locale: Locale }): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(id.replaceAll('-', ''), 'hex'))
    .update(locale)
    .digest()
    .subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return `urn:uuid:${groups.join('-')}`
}
