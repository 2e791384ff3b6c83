import type { Requester } from '../network/request.ts'
import { ask } from './ask.ts'
import type { Post, RequestOptions } from './channel.ts'

/** Our own pictures are at most 1200 pixels wide; a larger answer is not one of them. */
const MAX_PICTURE_BYTES = 8 * 1024 * 1024

/**
 * Reads a picture from our own site.
 * @param request the way to our own site, which may be this machine: see `ChannelTools.requestOwn`.
 * @throws {ChannelError} `rejected` when it is gone: that is the item's fault, not the account's.
 */
export async function readOwnPicture(
  { url }: Pick<NonNullable<Post['image']>, 'url'>,
  request: Requester,
  { signal, now }: RequestOptions,
): Promise<Buffer> {
  const { body } = await ask(
    { url: new URL(url), method: 'GET', signal, maxBytes: MAX_PICTURE_BYTES },
    { request, now, effect: 'none', reasons: { 404: 'rejected', 410: 'rejected' } },
  )
  return body
}
