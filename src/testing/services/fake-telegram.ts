import { load } from 'cheerio'
import sharp from 'sharp'
import { z } from 'zod'

import { json, type PartnerAnswer, type PartnerRequest } from '../../demo/partners/exchange.ts'
import { type LoopbackService, startLoopbackService } from './loopback-service.ts'

export const telegramAccount = {
  botToken: '7254931806:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw',
  chat: '@emen_news',
} as const

interface Message {
  readonly id: number
  /** As readers see it. */
  text: string
  html: string
  /** Its bytes. Null: a message without one. */
  picture: Buffer | null
}

export interface FakeTelegram extends LoopbackService {
  messages(): readonly Message[]
  standing(): readonly string[]
  newestText(): string
  removeByHand(): void
  /** Answers the next question in these words, with status 400. */
  refuseNext(description: string, parameters?: Readonly<Record<string, number>>): void
  /** What the channel's owner granted the bot. */
  grant(member: { readonly status: string; readonly can_post_messages?: boolean }): void
}

const CHAT_ID = -1001234567890
const MAX_MESSAGE = 4096
const MAX_CAPTION = 1024
const MAX_PHOTO_BYTES = 10_000_000

/**
 * The Bot API with one channel and one bot in it, which refuses what the real one refuses, in its words.
 * https://core.telegram.org/bots/api
 */
export async function startFakeTelegram(): Promise<FakeTelegram> {
  const messages: Message[] = []
  const refusals: PartnerAnswer[] = []
  let lastId = 10
  let member: Parameters<FakeTelegram['grant']>[0] = { status: 'administrator', can_post_messages: true }

  const found = (given: Given) => messages.find(({ id }) => id === Number(given.message_id))
  const save = (given: Given, html: string, picture: Buffer | null, limit: number): PartnerAnswer => {
    const text = shown(html)
    if (text === null) return refused("Bad Request: can't parse entities: unsupported start tag")
    if (text.trim() === '') return refused('Bad Request: message text is empty')
    if (text.length > limit) return refused('Bad Request: message is too long')
    const before = found(given)
    if (before === undefined) {
      lastId += 1
      messages.push({ id: lastId, text, html, picture })
      return sent(lastId)
    }
    if (before.html === html && sameBytes(before.picture, picture))
      return refused('Bad Request: message is not modified: specified new message content is the same')
    Object.assign(before, { text, html, picture })
    return sent(before.id)
  }
  const edit = (given: Given, change: (standing: Message) => PartnerAnswer): PartnerAnswer => {
    const standing = found(given)
    return standing === undefined ? refused('Bad Request: message to edit not found') : change(standing)
  }

  const methods: Readonly<Record<string, (given: Given, photo: Buffer | null) => PartnerAnswer>> = {
    getMe: () => result({ id: 7254931806, is_bot: true, username: 'emen_bot' }),
    getChatMember: ({ user_id }) =>
      Number(user_id) === 7254931806 ? result({ ...member }) : refused('Bad Request: member not found'),
    getChatMemberCount: () => result(42),
    sendMessage: (given) => save(given, String(given.text ?? ''), null, MAX_MESSAGE),
    sendPhoto: (given, photo) =>
      photo === null
        ? refused('Bad Request: there is no photo in the request')
        : save(given, String(given.caption ?? ''), photo, MAX_CAPTION),
    editMessageText: (given) =>
      edit(given, ({ picture }) =>
        picture === null
          ? save(given, String(given.text ?? ''), null, MAX_MESSAGE)
          : refused('Bad Request: there is no text in the message to edit'),
      ),
    editMessageCaption: (given) =>
      edit(given, ({ picture }) =>
        picture === null
          ? refused('Bad Request: there is no caption in the message to edit')
          : save(given, String(given.caption ?? ''), picture, MAX_CAPTION),
      ),
    editMessageMedia: (given, photo) =>
      edit(given, () => {
        const media = inputMedia.safeParse(JSON.parse(String(given.media)))
        if (!media.success || photo === null) return refused("Bad Request: can't parse InputMedia")
        return save(given, media.data.caption, photo, MAX_CAPTION)
      }),
    deleteMessage(given) {
      const index = messages.findIndex(({ id }) => id === Number(given.message_id))
      if (index < 0) return refused('Bad Request: message to delete not found')
      messages.splice(index, 1)
      return result(true)
    },
  }

  const service = await startLoopbackService(async (request) => {
    const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url.pathname) ?? []
    if (token !== telegramAccount.botToken)
      return json(401, { ok: false, error_code: 401, description: 'Unauthorized' })
    const refusal = refusals.shift()
    if (refusal !== undefined) return refusal
    const { given, photo } = await read(request)
    if (photo !== null && !(await isPicture(photo))) return refused('Bad Request: IMAGE_PROCESS_FAILED')
    if (given.chat_id !== undefined && !isChat(given.chat_id)) return refused('Bad Request: chat not found')
    return (
      methods[method]?.(given, photo) ?? json(404, { ok: false, error_code: 404, description: 'Not Found' })
    )
  })

  return {
    ...service,
    messages: () => messages,
    standing: () => messages.map(({ text }) => /https:\/\/\S+/.exec(text)?.[0] ?? ''),
    newestText: () => messages.at(-1)?.text ?? '',
    removeByHand: () => void messages.pop(),
    refuseNext: (description, parameters) => void refusals.push(refused(description, parameters)),
    grant(granted) {
      member = granted
    },
  }
}

type Given = Readonly<Record<string, unknown>>

const inputMedia = z.strictObject({
  type: z.literal('photo'),
  media: z.literal('attach://photo'),
  caption: z.string(),
  parse_mode: z.literal('HTML'),
})

const result = (content: unknown): PartnerAnswer => json(200, { ok: true, result: content })

const sent = (id: number): PartnerAnswer =>
  result({ message_id: id, date: 1, chat: { id: CHAT_ID, type: 'channel', username: 'emen_news' } })

const refused = (description: string, parameters?: Given): PartnerAnswer => {
  const status = parameters?.retry_after === undefined ? 400 : 429
  return json(status, { ok: false, error_code: status, description, ...(parameters && { parameters }) })
}

const isChat = (given: unknown): boolean => given === telegramAccount.chat || Number(given) === CHAT_ID

const sameBytes = (one: Buffer | null, other: Buffer | null): boolean =>
  one === null || other === null ? one === other : one.equals(other)

const isPicture = async (photo: Buffer): Promise<boolean> =>
  photo.length <= MAX_PHOTO_BYTES &&
  (await sharp(photo)
    .metadata()
    .then(
      () => true,
      () => false,
    ))

async function read({ body, headers }: PartnerRequest): Promise<{ given: Given; photo: Buffer | null }> {
  const type = headers.get('content-type') ?? ''
  if (type === 'application/json') return { given: JSON.parse(body.toString('utf8')), photo: null }
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const photo = form.get('photo')
  return {
    given: Object.fromEntries(form),
    photo: photo instanceof Blob ? Buffer.from(await photo.arrayBuffer()) : null,
  }
}

/** What readers see. Null: markup that Telegram does not take. https://core.telegram.org/bots/api#html-style */
function shown(html: string): string | null {
  const rest = html.replace(/<\/?b>/g, '')
  if (/[<>]/.test(rest) || /&(?!(?:lt|gt|amp|quot);)/.test(rest)) return null
  return load(`<pre>${html}</pre>`)('pre').text()
}
