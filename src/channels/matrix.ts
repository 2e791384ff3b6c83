import { isDeepStrictEqual } from 'node:util'

import { z } from 'zod'

import type { Answer, Request } from '../network/request.ts'
import { ask, parseAnswer, readBody } from './ask.ts'
import type { Capabilities, Channel, Post, Receipt, RequestOptions, SubmitOptions } from './channel.ts'
import { ChannelError, type ChannelErrorReason } from './channel-error.ts'
import { digestOf } from './digest.ts'
import { isOurs } from './is-ours.ts'
import {
  contentOf,
  event,
  isOriginal,
  type MatrixEvent,
  markOf,
  messages,
  newestContent,
  sent,
} from './matrix-event.ts'
import { composePost } from './matrix-text.ts'
import { readOwnPicture } from './own-picture.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'
import { unlessMissing } from './unless-missing.ts'

/**
 * A server drops a repeated transaction id, but may forget it after a day, so that is no promise for ever: a lost post is
 * looked for first, among our messages in the room, and only then sent again under the same id.
 * https://spec.matrix.org/latest/client-server-api/#transaction-identifiers
 */
const capabilities: Capabilities = {
  deduplicates: false,
  update: 'in-place',
  remove: 'yes',
  removeWithinMs: null,
  isFinal: false,
  posts: 'by-itself',
  language: 'none',
  concurrency: 1,
  // What Synapse grants when nobody configured it: https://element-hq.github.io/synapse/latest/usage/configuration/config_documentation.html#rc_message
  pace: { submissions: 10, perMs: 50_000 },
}

/** How far back a lost post is looked for: pages of our own messages in the room. */
const PAGES = 5
const PAGE_SIZE = 100

const REDACTED = { 404: 'missing' } as const

/** https://spec.matrix.org/latest/client-server-api/. The address is that of the server's API, not of a web client. */
export const matrix: Service = {
  name: 'matrix',
  capabilities,
  look: 'message',
  fixedUrl: null,
  settings: [{ name: 'room', required: true, pattern: /^![^\s/]{1,254}$/ }],
  secrets: [{ name: 'accessToken', required: true }],
  takes: 'summary',
  open,
}

function open(
  { baseUrl, settings: { room = '' }, secrets: { accessToken = '' } }: OpenAccount,
  { request, requestOwn }: ChannelTools,
): Channel {
  interface Call extends Omit<Request, 'url' | 'signal'> {
    readonly path: string
    readonly effect?: 'none' | 'visible'
    readonly reasons?: Readonly<Partial<Record<number, ChannelErrorReason>>>
  }
  const call = (
    { path, effect = 'none', reasons, headers, ...rest }: Call,
    { signal, now }: RequestOptions,
  ): Promise<Answer> =>
    ask(
      {
        ...rest,
        url: new URL(path, baseUrl),
        headers: { authorization: `Bearer ${accessToken}`, ...headers },
        signal,
      },
      {
        request,
        now,
        effect,
        reasons: { ...(effect === 'visible' && { 500: 'unconfirmed' as const }), ...reasons },
        classify: (answer) => askedToWait(answer, now),
      },
    )
  const roomPath = (version: 'v1' | 'v3', rest: string) =>
    `/_matrix/client/${version}/rooms/${encodeURIComponent(room)}/${rest}`
  /** The one request that readers see. */
  const put = async (path: string, body: object, options: RequestOptions) => {
    const answer = await call(
      {
        path: roomPath('v3', path),
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        effect: 'visible',
      },
      options,
    )
    return parseAnswer(answer, sent, 'unconfirmed').event_id
  }
  const send = (body: object, transactionId: string, options: RequestOptions) =>
    put(`send/m.room.message/${encodeURIComponent(transactionId)}`, body, options)
  const redact = async (eventId: string, reason: string | null, { key, ...options }: SubmitOptions) => {
    const path = `redact/${encodeURIComponent(eventId)}/${encodeURIComponent(`${key}.${eventId}`)}`
    await put(path, reason === null ? {} : { reason }, options)
  }
  /** Null: it never was, or was taken away. */
  async function read(remoteId: string, options: RequestOptions): Promise<MatrixEvent | null> {
    const path = roomPath('v3', `event/${encodeURIComponent(eventIdOf(remoteId))}`)
    const answer = await call({ path, method: 'GET', reasons: REDACTED }, options).catch(unlessMissing)
    const found = answer && parseAnswer(answer, event, 'unavailable')
    return found?.unsigned?.redacted_because === undefined ? found : null
  }
  /** What readers see of it. Older servers name its newest revision, and do not say what is in it. */
  async function newest(standing: MatrixEvent, options: RequestOptions): Promise<unknown> {
    const shown = newestContent(standing)
    if (shown !== undefined) return shown
    return (await read(markOf(standing), options))?.content['m.new_content']
  }
  const whoAmI = async (options: RequestOptions) => {
    const answer = await call({ path: '/_matrix/client/v3/account/whoami', method: 'GET' }, options)
    return parseAnswer(answer, z.object({ user_id: z.string() }), 'misconfigured').user_id
  }
  const receiptOf = (eventId: string, mark: string): Receipt => ({
    remoteId: eventId,
    remoteUrl: linkTo(room, eventId),
    mark,
  })

  return {
    service: 'matrix',
    capabilities,
    addresses: { example: linkTo(room, '$event'), nameOf: (url) => nameIn(url, room) },
    compose: composePost,
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),

    async verify(options) {
      const me = await whoAmI(options)
      const path = roomPath('v3', `state/m.room.member/${encodeURIComponent(me)}`)
      const answer = await call({ path, method: 'GET' }, options)
      const { membership } = parseAnswer(answer, z.object({ membership: z.string() }), 'misconfigured')
      if (membership !== 'join') throw new ChannelError('unauthorised', `${me} is not in the room ${room}`)
      return { name: me, url: linkTo(room) }
    },

    async prepare({ image }, options) {
      if (image === null) return []
      const answer = await call(
        {
          path: '/_matrix/media/v3/upload',
          method: 'POST',
          headers: { 'content-type': image.type },
          body: await readOwnPicture(image, requestOwn, options),
        },
        options,
      )
      return [parseAnswer(answer, z.object({ content_uri: z.string() }), 'unavailable').content_uri]
    },

    saying,

    async publish(submission, options) {
      const eventId = await send(contentOf(submission), options.identity, options)
      return receiptOf(eventId, eventId)
    },

    async update(standing, submission, options) {
      const { remoteId } = standing
      const found = await read(remoteId, options)
      if (found === null) throw new ChannelError('missing', `nobody finds ${remoteId} any more`)
      const { event_id: original } = found
      const wanted = contentOf(submission)
      // An answer that was lost: it is there.
      const shown = await newest(found, options)
      if (isDeepStrictEqual(shown, wanted)) return receiptOf(original, markOf(found))
      if (!isOurs(standing, { mark: markOf(found), says: digestOf(bodyOf(shown)) }, submission.post, saying))
        throw new ChannelError('changed-there', `somebody changed ${remoteId}`)
      const revision = {
        msgtype: 'm.text',
        body: `* ${wanted.body}`,
        'm.mentions': {},
        'm.new_content': wanted,
        'm.relates_to': { rel_type: 'm.replace', event_id: original },
      }
      return receiptOf(original, await send(revision, options.key, options))
    },

    /** Its revisions hold the words too, and are not taken away with it. */
    async remove({ remoteId, reason }, options) {
      const original = eventIdOf(remoteId)
      const path = roomPath('v1', `relations/${encodeURIComponent(original)}/m.replace?limit=${PAGE_SIZE}`)
      const answer = await call({ path, method: 'GET', reasons: REDACTED }, options).catch(unlessMissing)
      const revisions = answer && parseAnswer(answer, z.object({ chunk: z.array(sent) }), 'unavailable').chunk
      for (const { event_id } of revisions ?? []) await redact(event_id, reason, options)
      if (answer !== null) await redact(original, reason, options)
    },

    async find({ url }, options) {
      const filter = JSON.stringify({ senders: [await whoAmI(options)], types: ['m.room.message'] })
      let from: string | undefined
      for (let page = 0; page < PAGES; page++) {
        const query = new URLSearchParams({
          dir: 'b',
          limit: String(PAGE_SIZE),
          filter,
          ...(from && { from }),
        })
        const answer = await call({ path: roomPath('v3', `messages?${query}`), method: 'GET' }, options)
        const { chunk, end } = parseAnswer(answer, messages, 'unavailable')
        const ours = chunk.filter(isOriginal)
        const found =
          ours.find(({ unsigned }) => unsigned?.transaction_id === options.identity) ??
          ours.find(({ content }) => content.external_url === url)
        if (found !== undefined) {
          const says = digestOf(bodyOf(await newest(found, options)))
          return { ...receiptOf(found.event_id, markOf(found)), says }
        }
        if (end === undefined) return null
        from = end
      }
      return null
    },

    async probe({ remoteId, mark }, options) {
      const standing = await read(remoteId, options)
      if (standing === null) return 'gone'
      return mark === null || mark === markOf(standing) ? 'live' : 'changed'
    },

    async words(remoteId, options) {
      const standing = await read(remoteId, options)
      return standing === null ? null : bodyOf(await newest(standing, options))
    },
  }
}

/** Of the words alone: a picture has another name each time that it is uploaded. */
const saying = ({ text }: Post): string => digestOf(text)

const words = z.looseObject({ body: z.string() }).catch({ body: '' })
const bodyOf = (content: unknown): string => words.parse(content).body

/** The body's word is older than the header: https://spec.matrix.org/latest/client-server-api/#rate-limiting */
function askedToWait({ status, body, headers }: Answer, now: Date): ChannelError | null {
  if (status !== 429 || headers.has('retry-after')) return null
  const told = readBody({ body }, z.object({ retry_after_ms: z.number().nonnegative() }))
  if (told === null) return null
  const retryAfter = new Date(now.getTime() + told.retry_after_ms)
  return new ChannelError('rate-limited', 'matrix asks us to wait', { status, retryAfter })
}

/** @param remoteId a receipt's, or the address of a message that a person adopted. */
const eventIdOf = (remoteId: string): string => partsOf(remoteId)?.id ?? remoteId

/** A room has a name for people beside its own, so it cannot always be told which one an address means. */
function nameIn(url: string, room: string): string | null {
  const { place, id } = partsOf(url) ?? { place: '', id: '' }
  const isElsewhere = place[0] === room[0] && place !== room
  return !id.startsWith('$') || isElsewhere ? null : id
}

/** Null: it is no address of a message, or cannot be read. */
function partsOf(address: string): { readonly place: string; readonly id: string } | null {
  const [, place, id] = /^https:\/\/matrix\.to\/#\/([^/]+)\/([^/?]+)/.exec(address) ?? []
  if (place === undefined || id === undefined) return null
  try {
    return { place: decodeURIComponent(place), id: decodeURIComponent(id) }
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

/** https://spec.matrix.org/latest/appendices/#matrixto-navigation */
function linkTo(room: string, eventId?: string): string {
  const path = [room, eventId ?? []].flat().map(encodeURIComponent).join('/')
  const [, server] = /:(.+)$/.exec(room) ?? []
  return `https://matrix.to/#/${path}${server === undefined ? '' : `?via=${server}`}`
}
