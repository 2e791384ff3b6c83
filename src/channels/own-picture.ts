import type { Requester } from '../network/request.ts'
import { ask } from './ask.ts'
import type { RequestOptions } from './channel.ts'

/** Our own pictures are at most 1200 pixels wide; a larger answer is not one of them. */
const MAX_BYTES = 8 * 1024 * 1024

/**
 * A picture of our own site.
 * @param request the way that also leads to ourselves.
 * @throws {ChannelError} `rejected` when it is gone: that is the item's fault, not the account's.
 */
export async function ownPicture(
  url: string,
  request: Requester,
  { signal, now }: RequestOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { body } = await ask(
    { url: new URL(url), method: 'GET', signal, maxBytes: MAX_BYTES },
    { request, now, effect: 'none', reasons: { 404: 'rejected', 410: 'rejected' } },
  )
  return new Uint8Array(body)
}
