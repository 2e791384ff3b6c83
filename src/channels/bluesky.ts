import { isDeepStrictEqual } from 'node:util'

import { z } from 'zod'

import { parseAnswer } from './ask.ts'
import { smallPicture } from './bluesky-picture.ts'
import { COLLECTION, nameIn, receiptOf, recordOf, rkeyOf, upload, written } from './bluesky-record.ts'
import { type BlueskyCall, signedIn } from './bluesky-session.ts'
import { composePost } from './bluesky-text.ts'
import { tidOf } from './bluesky-tid.ts'
import type { Capabilities, Channel, Post, RequestOptions } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { digestOf } from './digest.ts'
import { isOurs } from './is-ours.ts'
import { readOwnPicture } from './own-picture.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'
import { unlessMissing } from './unless-missing.ts'

/** The name of a post is ours to choose, so what is put twice stands there once. */
const capabilities: Capabilities = {
  deduplicates: true,
  // The server keeps the new version, and apps go on to show the first.
  update: 'unseen',
  remove: 'yes',
  removeWithinMs: null,
  isFinal: false,
  posts: 'by-itself',
  language: 'several',
  concurrency: 2,
  // 35,000 points a day, of which a post costs up to three: https://docs.bsky.app/docs/advanced-guides/rate-limits
  pace: { submissions: 450, perMs: 3_600_000 },
}

/** As the lexicons have them: app.bsky.embed.external and app.bsky.embed.images. */
const MAX_THUMB_BYTES = 1_000_000
const MAX_IMAGE_BYTES = 2_000_000

const record = written.extend({
  value: z.looseObject({ createdAt: z.string(), reply: z.unknown().optional() }),
})
/** https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json: `replyRef` */
const replied = z.object({ root: written })
const said = z.looseObject({ text: z.string().catch('') })
/** `app.bsky.actor.defs#profileViewDetailed` */
const profile = z.object({ followersCount: z.int().min(0).optional() })

/**
 * https://docs.bsky.app/docs/advanced-guides/posts. The address is that of the server that hosts the account, or of
 * bsky.social, which passes requests on.
 */
export const bluesky: Service = {
  name: 'bluesky',
  capabilities,
  look: 'post',
  fixedUrl: null,
  settings: [
    { name: 'handle', required: true, pattern: /^(?:[\w-]+\.)+[a-z]{2,}$|^did:[a-z]+:[\w.:%-]+$/i },
    { name: 'attachment', required: false, options: ['card', 'picture'] },
  ],
  secrets: [{ name: 'appPassword', required: true }],
  countsFollowers: true,
  takes: 'summary',
  open,
}

function open(account: OpenAccount, { request, requestOwn, session }: ChannelTools): Channel {
  const prefersPicture = account.settings.attachment === 'picture'
  const { call, whoAmI } = signedIn(account, { request, session })

  /** Null: there is none of that name. */
  async function read(rkey: string, options: RequestOptions) {
    const answer = await call(
      ({ did }) => ({ procedure: `com.atproto.repo.getRecord?${query({ did, rkey })}`, method: 'GET' }),
      options,
    ).catch(unlessMissing)
    return answer && parseAnswer(answer, record, 'unavailable')
  }
  /** Who reads the wrong post finds the right one below it. If it is gone, there is nothing to reply to. */
  async function replyTo(remoteId: string | undefined, options: RequestOptions) {
    const standing = remoteId === undefined ? null : await read(rkeyOf(remoteId), options)
    if (standing === null) return {}
    const parent = { uri: standing.uri, cid: standing.cid }
    const { success, data } = replied.safeParse(standing.value.reply)
    return { reply: { root: success ? data.root : parent, parent } }
  }
  /** The one request that readers see. */
  async function put(rkey: string, value: object, options: RequestOptions, swapRecord?: string) {
    const answer = await call(
      ({ did }) => ({
        ...procedure('com.atproto.repo.putRecord', {
          repo: did,
          collection: COLLECTION,
          rkey,
          record: value,
          ...(swapRecord !== undefined && { swapRecord }),
        }),
        effect: 'visible',
      }),
      options,
    )
    return receiptOf(parseAnswer(answer, written, 'unconfirmed'))
  }

  return {
    service: 'bluesky',
    capabilities,
    addresses: {
      example: 'https://bsky.app/profile/emen.example/post/3lrkp2xkzqs2a',
      nameOf: (url) => nameIn(url, account.settings.handle ?? ''),
    },
    compose: (item, options) => composePost(item, options, prefersPicture),

    validate({ report: { used, limit, bytes } }) {
      const isTooLong = used > limit || (bytes !== undefined && bytes.used > bytes.limit)
      return isTooLong ? ['too-long'] : []
    },

    async verify(options) {
      await call({ procedure: 'com.atproto.server.getSession', method: 'GET' }, options)
      const { did, handle } = await whoAmI(options)
      return { name: `@${handle}`, url: `https://bsky.app/profile/${did}` }
    },

    async followers(options) {
      const answer = await call(
        ({ did }) => ({
          procedure: `app.bsky.actor.getProfile?actor=${encodeURIComponent(did)}`,
          method: 'GET',
        }),
        options,
      )
      return parseAnswer(answer, profile, 'unavailable').followersCount ?? null
    },

    async prepare({ image, card }, options) {
      if (image === null) return []
      const original = await readOwnPicture(image, requestOwn, options)
      const maxBytes = card ? MAX_THUMB_BYTES : MAX_IMAGE_BYTES
      const { bytes, type, width, height } = await smallPicture(original, image.type, maxBytes)
      const answer = await call(
        {
          procedure: 'com.atproto.repo.uploadBlob',
          method: 'POST',
          headers: { 'content-type': type },
          body: bytes,
        },
        options,
      )
      const { blob } = parseAnswer(answer, upload, 'unavailable')
      return [JSON.stringify({ blob, aspectRatio: { width, height } })]
    },

    async publish(submission, options) {
      const reply = await replyTo(options.beside, options)
      return put(tidOf(options), { ...recordOf(submission, options.now.toISOString()), ...reply }, options)
    },

    saying,

    async update(standing, submission, options) {
      const { remoteId } = standing
      const rkey = rkeyOf(remoteId)
      const found = await read(rkey, options)
      if (found === null) throw new ChannelError('missing', `nobody finds ${remoteId} any more`)
      const { createdAt, reply } = found.value
      const wanted = { ...recordOf(submission, createdAt), ...(reply !== undefined && { reply }) }
      // An answer that was lost: it is there.
      if (isDeepStrictEqual(found.value, wanted)) return receiptOf(found)
      const says = digestOf(said.parse(found.value).text)
      if (!isOurs(standing, { mark: found.cid, says }, submission.post, saying))
        throw new ChannelError('changed-there', `somebody changed ${remoteId}`)
      return put(rkey, wanted, options, found.cid)
    },

    async remove({ remoteId }, options) {
      await call(
        ({ did }) => ({
          ...procedure('com.atproto.repo.deleteRecord', {
            repo: did,
            collection: COLLECTION,
            rkey: rkeyOf(remoteId),
          }),
          effect: 'visible',
        }),
        options,
      )
    },

    async find(_post, options) {
      const found = await read(tidOf(options), options)
      return found && receiptOf(found)
    },

    async probe({ remoteId, mark }, options) {
      const standing = await read(rkeyOf(remoteId), options)
      if (standing === null) return 'gone'
      return mark === null || mark === standing.cid ? 'live' : 'changed'
    },

    async words(remoteId, options) {
      const standing = await read(rkeyOf(remoteId), options)
      return standing === null ? null : said.parse(standing.value).text
    },
  }
}

const saying = ({ text }: Post): string => digestOf(text)

const procedure = (name: string, input: object): BlueskyCall => ({
  procedure: name,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(input),
})

const query = ({ did, rkey }: { readonly did: string; readonly rkey: string }) =>
  new URLSearchParams({ repo: did, collection: COLLECTION, rkey }).toString()
