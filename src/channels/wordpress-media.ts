import { createHash } from 'node:crypto'

import { z } from 'zod'

import type { Requester } from '../network/request.ts'
import { ask, parseAnswer } from './ask.ts'
import type { Post, RequestOptions } from './channel.ts'
import { read, type WordPressApi } from './wordpress-api.ts'
import { articleLimits } from './wordpress-post.ts'

const media = z.object({ id: z.number(), alt_text: z.string().catch('') })

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

/**
 * Puts a picture with its text alternative into the site's library, once: it is looked for by its slug first.
 * https://developer.wordpress.org/rest-api/reference/media/
 */
export async function uploadPicture(
  { url, alt, type }: NonNullable<Post['image']>,
  { api, requestImage }: { readonly api: WordPressApi; readonly requestImage: Requester },
  options: RequestOptions,
): Promise<number> {
  const slug = `emissary-${createHash('sha256')
    .update(JSON.stringify([url, alt]))
    .digest('hex')
    .slice(0, 32)}`
  const known = await read(
    api,
    { method: 'GET', path: '/wp/v2/media', query: { slug, context: 'edit' } },
    z.array(media),
    options,
  )
  const found = known[0] ?? (await upload())
  // Told in a second request, which a vanished worker may never have made.
  if (found.alt_text !== alt)
    await api(
      { method: 'POST', path: `/wp/v2/media/${found.id}`, json: { alt_text: alt }, effect: 'none' },
      options,
    )
  return found.id

  async function upload() {
    const picture = await ask(
      { url: new URL(url), method: 'GET', signal: options.signal, maxBytes: articleLimits.maxImageBytes },
      // A picture that is gone from our own site is the item's fault, not the account's.
      {
        request: requestImage,
        now: options.now,
        effect: 'none',
        reasons: { 404: 'rejected', 410: 'rejected' },
      },
    )
    const answer = await api(
      {
        method: 'POST',
        path: '/wp/v2/media',
        query: { slug },
        headers: {
          'content-type': type,
          'content-disposition': `attachment; filename="${slug}.${endings[type] ?? 'jpg'}"`,
        },
        body: picture.body,
      },
      options,
    )
    return parseAnswer(answer, media, 'unavailable')
  }
}
