import { setTimeout as wait } from 'node:timers/promises'

import { z } from 'zod'

import type { Answer, Request, Requester } from '../network/request.ts'
import { parseAnswer } from './ask.ts'
import type { Post, RequestOptions } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { readOwnPicture } from './own-picture.ts'

const POLLS = 20
const FIRST_POLL_MS = 50
const LONGEST_POLL_MS = 2_000

const attachment = z.object({ id: z.string() })

interface MediaServer {
  /** For our own pictures. */
  readonly requestImage: Requester
  /** Asks the service, signed in, for what nobody sees. */
  readonly askService: (request: Omit<Request, 'url'> & { readonly path: string }) => Promise<Answer>
}

/**
 * Uploads the picture with its text alternative and waits until it can be posted. Nobody sees it until then, and the
 * server throws away what is never posted, so a repetition harms nothing.
 * https://docs.joinmastodon.org/methods/media/#v2
 */
export async function uploadImage(
  { url, alt, type }: NonNullable<Post['image']>,
  { requestImage, askService }: MediaServer,
  { signal, now }: RequestOptions,
): Promise<string> {
  const picture = await readOwnPicture({ url }, requestImage, { signal, now })
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(picture)], { type }), 'image')
  form.set('description', alt)
  // Encoded at once, so that its length is known and it can be sent in one piece.
  const encoded = new Response(form)
  const upload = await askService({
    path: '/api/v2/media',
    method: 'POST',
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    body: await encoded.bytes(),
    signal,
  })
  const { id } = parseAnswer(upload, attachment, 'unavailable')

  let { status } = upload
  for (let poll = 0; status !== 200 && poll < POLLS; poll++) {
    await wait(Math.min(FIRST_POLL_MS * 2 ** poll, LONGEST_POLL_MS))
    status = (await askService({ path: `/api/v1/media/${id}`, method: 'GET', signal })).status
  }
  if (status !== 200) throw new ChannelError('unavailable', 'the service takes too long over a picture')
  return id
}
