import { load } from 'cheerio'
import { z } from 'zod'

import { json, type PartnerAnswer, type PartnerRequest } from '../../demo/partners/exchange.ts'
import { type LoopbackService, startLoopbackService } from './loopback-service.ts'

export const matrixAccount = {
  accessToken: 'syt_ZW1lbg_fQwXkLvCrbIhPzTfGbGx_1NqkzE',
  room: '!kYBpEOfcZjTLhWHsUP:emen.example',
} as const

const ME = '@emen:emen.example'
const MAX_EVENT_BYTES = 65_536

interface Event {
  readonly id: string
  readonly sender: string
  readonly transactionId: string | null
  content: Readonly<Record<string, unknown>>
  /** Id of the event that it revises. Null: a message of its own. */
  readonly revises: string | null
  isRedacted: boolean
}

export interface FakeMatrix extends LoopbackService {
  events(): readonly Event[]
  standing(): readonly string[]
  newestText(): string
  /** Forgets which transactions there were, as servers do after a day. */
  forgetTransactions(): void
  /** Takes the account out of the room. */
  leave(): void
  changeByHand(): void
  removeByHand(): void
  /** Says how long to wait in the body alone, as older servers do. */
  refuseNext(retryAfterMs: number): void
}

interface FakeMatrixOptions {
  /**
   * `whole`: a message comes with its newest revision. `named`: with the name of that alone, as before version 1.7 of the
   * specification; where several are listed, they say what it says.
   * https://spec.matrix.org/v1.6/client-server-api/#server-side-aggregation-of-mreplace-relationships
   */
  readonly revisions?: 'whole' | 'named'
}

/**
 * A homeserver with one room and one account in it, which refuses what the real ones refuse.
 * https://spec.matrix.org/latest/client-server-api/
 */
export async function startFakeMatrix({ revisions = 'whole' }: FakeMatrixOptions = {}): Promise<FakeMatrix> {
  const events: Event[] = []
  const transactions = new Map<string, string>()
  const waits: number[] = []
  let isMember = true
  const add = (event: Omit<Event, 'id' | 'isRedacted'>): string => {
    const id = `$event${events.length + 1}_${'x'.repeat(30)}`
    events.push({ ...event, id, isRedacted: false })
    return id
  }
  const revisionsOf = (id: string) =>
    events.filter(({ revises, isRedacted }) => revises === id && !isRedacted)
  const shownAs = (event: Event) => {
    const newest = revisionsOf(event.id).at(-1)
    const replaced = newest && {
      event_id: newest.id,
      sender: newest.sender,
      ...(revisions === 'whole' && { content: newest.content }),
    }
    return {
      event_id: event.id,
      type: 'm.room.message',
      sender: event.sender,
      content: event.isRedacted ? {} : event.content,
      unsigned: {
        ...(event.transactionId !== null && { transaction_id: event.transactionId }),
        ...(event.isRedacted && { redacted_because: { type: 'm.room.redaction' } }),
        ...(replaced && { 'm.relations': { 'm.replace': replaced } }),
      },
    }
  }
  const listed = (event: Event) => {
    const said = revisionsOf(event.id).at(-1)?.content['m.new_content']
    const shown = shownAs(event)
    return revisions === 'named' && said !== undefined && !event.isRedacted
      ? { ...shown, content: said }
      : shown
  }
  const once = (transactionId: string, make: () => string): PartnerAnswer => {
    const id = transactions.get(transactionId) ?? make()
    transactions.set(transactionId, id)
    return json(200, { event_id: id })
  }

  const inRoom: readonly Route[] = [
    [
      /^PUT v3 send\/m\.room\.message\/([^/]+)$/,
      ([transactionId = ''], { body }) => {
        if (body.length > MAX_EVENT_BYTES) return fault(413, 'M_TOO_LARGE', 'event too large')
        const read = messageContent.safeParse(JSON.parse(body.toString('utf8')))
        if (!read.success) return fault(400, 'M_BAD_JSON', z.prettifyError(read.error))
        const revises = read.data['m.relates_to']?.event_id ?? null
        return once(transactionId, () => add({ sender: ME, transactionId, content: read.data, revises }))
      },
    ],
    [
      /^PUT v3 redact\/([^/]+)\/([^/]+)$/,
      ([id = '', transactionId = '']) => {
        const event = events.find((each) => each.id === id)
        if (event === undefined) return fault(404, 'M_NOT_FOUND', 'Could not find event')
        return once(transactionId, () => {
          event.isRedacted = true
          return `$redaction_of_${id}`
        })
      },
    ],
    [
      /^GET v3 event\/([^/]+)$/,
      ([id = '']) => {
        const event = events.find((each) => each.id === id)
        return event === undefined ? fault(404, 'M_NOT_FOUND', 'Event not found') : json(200, shownAs(event))
      },
    ],
    [
      /^GET v1 relations\/([^/]+)\/m\.replace$/,
      ([id = '']) =>
        events.some((each) => each.id === id)
          ? json(200, { chunk: revisionsOf(id).map(listed) })
          : fault(404, 'M_NOT_FOUND', 'Event not found'),
    ],
    [
      /^GET v3 messages$/,
      (_, { url: { searchParams } }) => {
        const { senders } = filter.parse(JSON.parse(searchParams.get('filter') ?? '{}'))
        const from = Number(searchParams.get('from') ?? 0)
        const limit = Math.min(Number(searchParams.get('limit') ?? 10), 20)
        const found = events.filter(({ sender }) => senders.includes(sender)).reverse()
        const chunk = found.slice(from, from + limit).map(listed)
        return json(200, { chunk, ...(from + limit < found.length && { end: String(from + limit) }) })
      },
    ],
    [/^GET v3 state\/m\.room\.member\/([^/]+)$/, () => json(200, { membership: 'join' })],
  ]

  const service = await startLoopbackService((request) => {
    const { url, method, headers, body } = request
    if (headers.get('authorization') !== `Bearer ${matrixAccount.accessToken}`)
      return fault(401, 'M_UNKNOWN_TOKEN', 'Unrecognised access token')
    const wait = waits.shift()
    if (wait !== undefined)
      return json(429, { errcode: 'M_LIMIT_EXCEEDED', error: 'Too Many Requests', retry_after_ms: wait })
    const path = url.pathname
    if (path === '/_matrix/client/v3/account/whoami') return json(200, { user_id: ME })
    if (method === 'POST' && path === '/_matrix/media/v3/upload')
      return body.length > 0 && headers.get('content-type')?.startsWith('image/') === true
        ? json(200, { content_uri: 'mxc://emen.example/AQwafuaFswefuhsfAFAgsw' })
        : fault(400, 'M_UNKNOWN', 'No picture')
    const [, version, room = '', rest] = /^\/_matrix\/client\/(v[13])\/rooms\/([^/]+)\/(.+)$/.exec(path) ?? []
    if (decodeURIComponent(room) !== matrixAccount.room || !isMember)
      return fault(403, 'M_FORBIDDEN', 'User not in room')
    for (const [pattern, answer] of inRoom) {
      const found = pattern.exec(`${method} ${version} ${rest}`)
      if (found !== null) return answer(found.slice(1).map(decodeURIComponent), request)
    }
    return fault(404, 'M_UNRECOGNIZED', 'Unrecognized request')
  })

  const live = () => events.filter(({ revises, isRedacted }) => revises === null && !isRedacted)
  const currentContent = (event: Event) => {
    const newest = revisionsOf(event.id).at(-1)
    return (newest?.content['m.new_content'] ?? event.content) as Readonly<Record<string, string>>
  }
  return {
    ...service,
    events: () => events,
    standing: () =>
      live().map((event) => load(currentContent(event).formatted_body ?? '')('a').attr('href') ?? ''),
    newestText: () =>
      live()
        .map((event) => shownText(currentContent(event)))
        .at(-1) ?? '',
    forgetTransactions: () => transactions.clear(),
    leave() {
      isMember = false
    },
    changeByHand() {
      const content = { msgtype: 'm.text', body: 'Changed by hand' }
      add({
        sender: ME,
        transactionId: null,
        content: { ...content, 'm.new_content': content },
        revises: live().at(-1)?.id ?? null,
      })
    },
    removeByHand() {
      const newest = live().at(-1)
      if (newest !== undefined) newest.isRedacted = true
    },
    refuseNext: (retryAfterMs) => void waits.push(retryAfterMs),
  }
}

type Route = readonly [RegExp, (path: readonly string[], request: PartnerRequest) => PartnerAnswer]

const fault = (status: number, errcode: string, error: string) => json(status, { errcode, error })

const filter = z.object({ senders: z.array(z.string()), types: z.tuple([z.literal('m.room.message')]) })

/** https://spec.matrix.org/latest/client-server-api/#mroommessage-msgtypes */
const allowedMarkup = new Set(['p', 'strong', 'br', 'a', 'img'])
const words = z.object({
  msgtype: z.literal('m.text'),
  body: z.string().min(1),
  format: z.literal('org.matrix.custom.html'),
  formatted_body: z
    .string()
    .refine(
      (html) => tagsOf(html).every((tag) => allowedMarkup.has(tag)),
      'markup that readers are not shown',
    ),
  external_url: z.url(),
  'm.mentions': z.strictObject({}),
})
const revision = z.object({
  msgtype: z.literal('m.text'),
  body: z.string().startsWith('* '),
  'm.mentions': z.strictObject({}),
  'm.new_content': words,
  'm.relates_to': z.strictObject({ rel_type: z.literal('m.replace'), event_id: z.string().startsWith('$') }),
})
const messageContent = z.union([revision, words.extend({ 'm.relates_to': z.undefined().optional() })])

const tagsOf = (html: string): string[] => {
  const shown = load(html, null, false)
  return shown('*')
    .map((_, element) => shown(element).prop('tagName')?.toLowerCase())
    .toArray()
}

/** As a program that shows HTML shows it, or else the plain text. */
const shownText = ({ formatted_body: html, body = '' }: Readonly<Record<string, string>>): string =>
  html === undefined ? body : load(html, null, false).root().text()
