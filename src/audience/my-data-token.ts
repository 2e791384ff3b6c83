import { z } from 'zod'

import { siteUrl } from '../content/site-url.ts'
import { openToken, sealToken } from '../secrets/sealed-token.ts'
import type { Subscriber } from './subscriber.ts'

const PURPOSE = 'my-data'

/** Minutes that the link works. The mail and the page say so. */
export const MY_DATA_MINUTES = 30

const sealed = z.object({ s: z.uuid(), k: z.string() })

/** Whose data it shows. */
interface MyData {
  readonly subscriberId: string
  /** Of the mailbox that the link was sent to: it stops working once the person has another. */
  readonly addressKey: string
}

/** Absolute. Links in letters are passed on and never expire; what shows and erases everything needs one sent just now. */
export const myDataUrl = ({ id, addressKey }: Subscriber, now: Date): string =>
  siteUrl(
    `/my-data/${sealToken(PURPOSE, { s: id, k: addressKey }, new Date(now.getTime() + MY_DATA_MINUTES * 60_000))}`,
  )

/** Null when the token is not ours, for something else, or too old. */
export function readMyDataToken(token: string, now: Date): MyData | null {
  const opened = openToken(PURPOSE, token, now)
  if (opened.state !== 'valid') return null
  const read = sealed.safeParse(opened.payload).data
  return read === undefined ? null : { subscriberId: read.s, addressKey: read.k }
}
