import { z } from 'zod'

import { facetsOf } from './bluesky-facets.ts'
import type { Post, Receipt, Submission } from './channel.ts'

/** The kind of record that a post is. */
export const COLLECTION = 'app.bsky.feed.post'

/** What names a record, and this version of it. */
export const written = z.object({ uri: z.string(), cid: z.string() })
export const upload = z.object({ blob: z.looseObject({ $type: z.literal('blob') }) })
/** What `prepare` hands to a submission. */
const preparedPicture = upload.extend({
  aspectRatio: z.object({ width: z.number(), height: z.number() }),
})

/** at://<did>/app.bsky.feed.post/<rkey>, or the address at which people see it. */
export const rkeyOf = (remoteId: string): string => remoteId.split('/').at(-1) ?? ''

/** An address has the account's handle or its DID: of one that is given by the other, it cannot be told whose it is. */
export function nameIn(url: string, ownName: string): string | null {
  const [, name, rkey] = /^https:\/\/bsky\.app\/profile\/([^/]+)\/post\/([a-z2-7]{13})$/.exec(url) ?? []
  if (name === undefined || rkey === undefined) return null
  const isSameKind = name.startsWith('did:') === ownName.startsWith('did:')
  if (isSameKind && name.toLowerCase() !== ownName.toLowerCase()) return null
  return `at://${name}/${COLLECTION}/${rkey}`
}

/** An account may change its handle, never its DID. */
export function receiptOf({ uri, cid }: z.infer<typeof written>): Receipt {
  const [, did = ''] = /^at:\/\/([^/]+)\//.exec(uri) ?? []
  return { remoteId: uri, remoteUrl: `https://bsky.app/profile/${did}/post/${rkeyOf(uri)}`, mark: cid }
}

/** https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json */
export function recordOf({ post, media }: Submission, createdAt: string): object {
  const facets = facetsOf(post.text)
  return {
    $type: COLLECTION,
    text: post.text,
    langs: [post.locale],
    createdAt,
    ...(facets.length > 0 && { facets }),
    ...embedOf(post, media),
  }
}

function embedOf({ card, image }: Post, [first]: readonly string[]): object {
  const picture = first === undefined ? null : preparedPicture.parse(JSON.parse(first))
  if (card)
    return {
      embed: {
        $type: 'app.bsky.embed.external',
        external: {
          uri: card.url,
          title: card.title,
          description: card.description,
          ...(picture !== null && { thumb: picture.blob }),
        },
      },
    }
  if (picture === null) return {}
  const { blob, aspectRatio } = picture
  return {
    embed: {
      $type: 'app.bsky.embed.images',
      images: [{ image: blob, alt: image?.alt ?? '', aspectRatio }],
    },
  }
}
