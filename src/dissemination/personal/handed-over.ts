import { gunzipSync, gzipSync } from 'node:zlib'

import type { SingleMail } from '../../newsletter/transports/transport.ts'
import { openSecret, SecretError, sealSecret } from '../../secrets/secret.ts'

/** Where the copy of a mail is kept until its outcome is known: see `personal_mails.handed_over`. */
export const handedOverPlace = (id: string): string => `personal_mails/${id}`

/** The mail as text that only we can read: it tells what one person is interested in. About a quarter of its size. */
export const sealHandedOver = (id: string, mail: SingleMail): string =>
  sealSecret(gzipSync(JSON.stringify(mail)).toString('base64'), handedOverPlace(id))

/** The same mail, to the byte. Null: there is no copy, or its key left the ring. */
export function openHandedOver({
  id,
  handedOver,
}: {
  readonly id: string
  readonly handedOver: string | null
}): SingleMail | null {
  if (handedOver === null) return null
  try {
    const packed = openSecret(handedOver, handedOverPlace(id))
    return JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')) as SingleMail
  } catch (error) {
    if (error instanceof SecretError) return null
    throw error
  }
}
