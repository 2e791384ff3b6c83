import { createHash, randomUUID } from 'node:crypto'

import sharp from 'sharp'
import { z } from 'zod'

import { countGraphemes } from '../../channels/cut-text.ts'
import { json, type PartnerAnswer, type PartnerRequest } from '../../demo/partners/exchange.ts'
import { type LoopbackService, startLoopbackService } from './loopback-service.ts'

export const blueskyAccount = {
  did: 'did:plc:wqzurwm3kmaig6e6hnc2gqwo',
  handle: 'emen.example',
  appPassword: 'abcd-efgh-ijkl-mnop',
} as const

type Post = z.infer<typeof post>

interface Standing {
  readonly rkey: string
  readonly cid: string
  readonly value: Post
}

export interface FakeBluesky extends LoopbackService {
  /** In the order in which they were first put. */
  posts(): readonly Standing[]
  standing(): readonly string[]
  newestText(): string
  /** How often somebody logged in with the password. */
  logIns(): number
  /** Puts an end to what was granted until now: to all of it, or to what requests are made with. */
  endSessions(which: 'all' | 'access'): void
  changePassword(password: string): void
  /** Null: the server does not know. */
  countFollowers(number: number | null): void
  /** Refuses that many log-ins. */
  limitLogIns(number: number): void
  /** As the account's owner would in an app. */
  changeByHand(): void
  removeByHand(): void
}

/**
 * A server that hosts one account, with the procedures that announcing needs. It refuses what the real one refuses.
 * https://github.com/bluesky-social/atproto/tree/main/packages/pds
 */
export async function startFakeBluesky(): Promise<FakeBluesky> {
  const posts = new Map<string, Standing>()
  const blobs = new Map<string, Blob>()
  const access = new Set<string>()
  const refresh = new Set<string>()
  let password: string = blueskyAccount.appPassword
  let followers: number | null = 0
  let logIns = 0
  let refused = 0

  const grant = () => {
    const tokens = { accessJwt: tokenFor(2 * HOUR_S), refreshJwt: tokenFor(90 * 24 * HOUR_S) }
    access.add(tokens.accessJwt)
    refresh.add(tokens.refreshJwt)
    const { did, handle } = blueskyAccount
    return json(200, { did, handle, ...tokens })
  }
  const signedIn: Readonly<
    Record<string, (request: PartnerRequest) => PartnerAnswer | Promise<PartnerAnswer>>
  > = {
    'GET com.atproto.server.getSession': () =>
      json(200, { did: blueskyAccount.did, handle: blueskyAccount.handle, active: true }),

    // A server without an app view knows no profiles.
    'GET app.bsky.actor.getProfile': () =>
      followers === null
        ? fault(501, 'MethodNotImplemented', 'Method Not Implemented')
        : json(200, { did: blueskyAccount.did, handle: blueskyAccount.handle, followersCount: followers }),

    async 'POST com.atproto.repo.uploadBlob'({ body, headers }) {
      const mimeType = headers.get('content-type') ?? ''
      if (body.length === 0) return fault(400, 'InvalidRequest', 'Request encoding (Content-Type) required')
      const blob = {
        $type: 'blob',
        ref: { $link: cidOf(body) },
        mimeType,
        size: body.length,
      } as const
      blobs.set(blob.ref.$link, blob)
      // It looks into what it is given, whatever the header says.
      const { format } = await sharp(body).metadata()
      return json(200, { blob: { ...blob, mimeType: `image/${format}` } })
    },

    'POST com.atproto.repo.putRecord'({ body }) {
      const input = putInput.safeParse(JSON.parse(body.toString('utf8')))
      if (!input.success) return fault(400, 'InvalidRequest', z.prettifyError(input.error))
      const { repo, rkey, record, swapRecord } = input.data
      if (repo !== blueskyAccount.did) return fault(400, 'InvalidRequest', 'Invalid repo')
      const wrong = blobsOf(record).find(({ blob, max }) => {
        const known = blobs.get(blob.ref.$link)
        return known === undefined || known.size !== blob.size || blob.size > max
      })
      if (wrong !== undefined) return fault(400, 'InvalidRequest', 'Could not find or too large blob')
      const before = posts.get(rkey)
      if (swapRecord !== undefined && swapRecord !== (before?.cid ?? null))
        return fault(400, 'InvalidSwap', `Record was at ${before?.cid}`)
      const standing = { rkey, value: record, cid: cidOf(JSON.stringify(record)) }
      posts.set(rkey, standing)
      return json(200, { uri: uriOf(rkey), cid: standing.cid, validationStatus: 'valid' })
    },

    'POST com.atproto.repo.deleteRecord'({ body }) {
      const input = recordName.safeParse(JSON.parse(body.toString('utf8')))
      if (!input.success) return fault(400, 'InvalidRequest', z.prettifyError(input.error))
      posts.delete(input.data.rkey)
      return json(200, {})
    },
  }

  const anybody: typeof signedIn = {
    'POST com.atproto.server.createSession'({ body }) {
      const { identifier, password: given } = logIn.parse(JSON.parse(body.toString('utf8')))
      if (refused > 0) {
        refused -= 1
        return json(
          429,
          { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
          { 'retry-after': '290' },
        )
      }
      logIns += 1
      const isKnown = [blueskyAccount.handle, blueskyAccount.did].some((name) => name === identifier)
      return isKnown && given === password
        ? grant()
        : fault(401, 'AuthenticationRequired', 'Invalid identifier or password')
    },

    'POST com.atproto.server.refreshSession'(request) {
      const token = tokenOf(request)
      if (!refresh.delete(token)) return fault(400, 'ExpiredToken', 'Token has been revoked')
      return grant()
    },

    'GET com.atproto.repo.getRecord'({ url: { searchParams } }) {
      const name = recordName.safeParse(Object.fromEntries(searchParams))
      if (!name.success) return fault(400, 'InvalidRequest', z.prettifyError(name.error))
      const found = posts.get(name.data.rkey)
      if (found === undefined)
        return fault(400, 'RecordNotFound', `Could not locate record: ${name.data.rkey}`)
      return json(200, { uri: uriOf(found.rkey), cid: found.cid, value: found.value })
    },
  }

  const service = await startLoopbackService((request) => {
    const name = `${request.method} ${request.url.pathname.replace(/^\/xrpc\//, '')}`
    const open = anybody[name]
    if (open !== undefined) return open(request)
    const token = tokenOf(request)
    if (token === '') return fault(401, 'AuthMissing', 'Authentication Required')
    if (!access.has(token)) return fault(400, 'ExpiredToken', 'Token has expired')
    return signedIn[name]?.(request) ?? fault(501, 'MethodNotImplemented', 'Method Not Implemented')
  })

  const newest = () => [...posts.values()].at(-1)
  return {
    ...service,
    posts: () => [...posts.values()],
    standing: () => [...posts.values()].map(({ value }) => addressOf(value)),
    newestText: () => newest()?.value.text ?? '',
    logIns: () => logIns,
    endSessions(which) {
      access.clear()
      if (which === 'all') refresh.clear()
    },
    changePassword(changed) {
      password = changed
    },
    countFollowers(number) {
      followers = number
    },
    limitLogIns(number) {
      refused = number
    },
    changeByHand() {
      const standing = newest()
      if (standing === undefined) return
      const value = { ...standing.value, text: 'Changed by hand' }
      posts.set(standing.rkey, { ...standing, value, cid: cidOf(JSON.stringify(value)) })
    },
    removeByHand: () => void posts.delete(newest()?.rkey ?? ''),
  }
}

const HOUR_S = 3600

const tokenFor = (seconds: number): string => {
  const claims = { exp: Math.floor(Date.now() / 1000) + seconds, jti: randomUUID() }
  return `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`
}

const tokenOf = ({ headers }: PartnerRequest): string =>
  /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? ''

const fault = (status: number, error: string, message: string) => json(status, { error, message })

const uriOf = (rkey: string) => `at://${blueskyAccount.did}/app.bsky.feed.post/${rkey}`

const cidOf = (content: string | Buffer): string =>
  `bafyrei${createHash('sha256').update(content).digest('hex')}`

const logIn = z.object({ identifier: z.string(), password: z.string() })

/** https://atproto.com/specs/tid#tid-syntax */
const tid = z
  .string()
  .regex(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/, 'Invalid TID string')
const recordName = z.object({
  repo: z.string(),
  collection: z.literal('app.bsky.feed.post'),
  rkey: tid,
})

const blob = z.strictObject({
  $type: z.literal('blob'),
  ref: z.strictObject({ $link: z.string() }),
  mimeType: z.string().startsWith('image/'),
  size: z.number().int(),
})
type Blob = z.infer<typeof blob>

const facet = z.strictObject({
  index: z.strictObject({ byteStart: z.number().int().min(0), byteEnd: z.number().int().min(0) }),
  features: z.array(
    z.discriminatedUnion('$type', [
      z.strictObject({ $type: z.literal('app.bsky.richtext.facet#link'), uri: z.url() }),
      z.strictObject({
        $type: z.literal('app.bsky.richtext.facet#tag'),
        tag: z.string().refine((tag) => countGraphemes(tag) <= 64 && Buffer.byteLength(tag) <= 640),
      }),
    ]),
  ),
})

const card = z.strictObject({
  $type: z.literal('app.bsky.embed.external'),
  external: z.strictObject({
    uri: z.url(),
    title: z.string(),
    description: z.string(),
    thumb: blob.optional(),
  }),
})
const images = z.strictObject({
  $type: z.literal('app.bsky.embed.images'),
  images: z
    .array(
      z.strictObject({
        image: blob,
        alt: z.string(),
        aspectRatio: z.strictObject({
          width: z.number().int().positive(),
          height: z.number().int().positive(),
        }),
      }),
    )
    .max(4),
})

/** https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json */
const strongRef = z.strictObject({ uri: z.string().startsWith('at://'), cid: z.string() })
const post = z.strictObject({
  $type: z.literal('app.bsky.feed.post'),
  reply: z.strictObject({ root: strongRef, parent: strongRef }).optional(),
  text: z
    .string()
    .refine((text) => Buffer.byteLength(text) <= 3000, 'text must not be longer than 3000 bytes')
    .refine((text) => countGraphemes(text) <= 300, 'text must not be longer than 300 graphemes'),
  createdAt: z.iso.datetime(),
  langs: z.array(z.string()).max(3),
  facets: z.array(facet).optional(),
  embed: z.discriminatedUnion('$type', [card, images]).optional(),
})

const putInput = recordName.extend({ record: post, swapRecord: z.string().nullable().optional() })

function blobsOf({ embed }: Post): { readonly blob: Blob; readonly max: number }[] {
  if (embed?.$type === 'app.bsky.embed.images')
    return embed.images.map(({ image }) => ({ blob: image, max: 2_000_000 }))
  return embed?.external.thumb ? [{ blob: embed.external.thumb, max: 1_000_000 }] : []
}

/** Where a reader is led, by the box or by the text. */
function addressOf({ text, embed }: Post): string {
  if (embed?.$type === 'app.bsky.embed.external') return embed.external.uri
  return /https?:\/\/\S+/.exec(text)?.[0] ?? ''
}
