import { setTimeout as wait } from 'node:timers/promises'

import { z } from 'zod'

import type { Answer, Request, Requester } from '../network/request.ts'
import { parseAnswer } from './ask.ts'
import type { Post, RequestOptions } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { readOwnPicture } from './own-picture.ts'

const POLLS = 8
const FIRST_POLL_MS = 50
const LONGEST_POLL_MS = 2_000

const begun = z.object({ value: z.object({ uploadUrl: z.url(), image: z.string() }) })
const standing = z.object({ status: z.string().optional() })

interface ImageServer {
  /** For our own pictures. */
  readonly requestImage: Requester
  /** Asks the service, signed in, for what nobody sees. */
  readonly askService: (request: Omit<Request, 'url'> & { readonly url: URL }) => Promise<Answer>
  readonly baseUrl: string
  /** URN of the page. */
  readonly owner: string
}

/**
 * Uploads a picture and waits until it can be shown. Nobody sees it until a post names it, so a repetition harms nothing.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api
 */
export async function uploadImage(
  picture: NonNullable<Post['image']>,
  { requestImage, askService, baseUrl, owner }: ImageServer,
  options: RequestOptions,
): Promise<string> {
  const { signal } = options
  const body = await readOwnPicture(picture, requestImage, options)
  const start = await askService({
    url: new URL('/rest/images?action=initializeUpload', baseUrl),
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ initializeUploadRequest: { owner } }),
    signal,
  })
  const { uploadUrl, image } = parseAnswer(start, begun, 'unavailable').value
  const place = new URL(uploadUrl)
  // Our token goes along.
  if (!place.hostname.endsWith('.linkedin.com') && place.host !== new URL(baseUrl).host)
    throw new ChannelError('misconfigured', `a picture is to be uploaded to ${place.host}`)
  await askService({ url: place, method: 'PUT', headers: { 'content-type': picture.type }, body, signal })

  for (let poll = 0; poll < POLLS; poll++) {
    const place = new URL(`/rest/images/${encodeURIComponent(image)}`, baseUrl)
    const answer = await askService({ url: place, method: 'GET', signal })
    const { status } = parseAnswer(answer, standing, 'unavailable')
    if (status === 'AVAILABLE') return image
    if (status === 'PROCESSING_FAILED')
      throw new ChannelError('rejected', 'the service cannot read a picture')
    await wait(Math.min(FIRST_POLL_MS * 2 ** poll, LONGEST_POLL_MS))
  }
  throw new ChannelError('unavailable', 'the service takes too long over a picture')
}
