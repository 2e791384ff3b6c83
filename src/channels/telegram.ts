import { createHash } from 'node:crypto'

import { z } from 'zod'

import type { Capabilities, Channel, Post, Receipt, RequestOptions } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { readOwnPicture } from './own-picture.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'
import { bot, type TelegramCall } from './telegram-bot.ts'
import { composePost } from './telegram-text.ts'

/** It takes no keys and shows a bot nothing of what it posted: when an answer is lost, a person has to look. */
const capabilities: Capabilities = {
  deduplicates: false,
  update: 'in-place',
  remove: 'yes',
  // https://core.telegram.org/bots/api#deletemessage
  removeWithinMs: 48 * 3_600_000,
  isFinal: false,
  posts: 'by-itself',
  language: 'none',
  concurrency: 1,
  // https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
  pace: { submissions: 20, perMs: 60_000 },
}

const user = z.object({ id: z.number(), username: z.string().optional() })
const message = z.object({
  message_id: z.number(),
  chat: z.object({ id: z.number(), username: z.string().optional() }),
})
const chatMember = z.object({ status: z.string(), can_post_messages: z.boolean().optional() })

/** A bot that posts in a channel, of which an administrator made it one. https://core.telegram.org/bots/api */
export const telegram: Service = {
  name: 'telegram',
  capabilities,
  look: 'message',
  fixedUrl: 'https://api.telegram.org',
  settings: [{ name: 'chat', required: true, pattern: /^(?:@[A-Za-z]\w{3,31}|-?\d{1,20})$/ }],
  secrets: [{ name: 'botToken', required: true }],
  countsFollowers: true,
  takes: 'summary',
  open,
}

function open(account: OpenAccount, { request, requestOwn }: ChannelTools): Channel {
  const { chat = '' } = account.settings
  const call = bot(account, { request })

  /** The one request that readers see, and then what stands there. */
  const submit = async (
    visible: Omit<TelegramCall, 'effect'>,
    picture: string,
    options: RequestOptions,
  ): Promise<Receipt> => receiptOf(await call({ ...visible, effect: 'visible' }, message, options), picture)
  const fileOf = async (image: NonNullable<Post['image']>, options: RequestOptions) => ({
    name: 'photo',
    type: image.type,
    bytes: await readOwnPicture(image, requestOwn, options),
  })
  /** Which of the edits that Telegram has makes a message into a post. */
  async function editOf(
    { text, image, fields }: Post,
    { picture, ...place }: Place,
    options: RequestOptions,
  ) {
    const input = { ...place, parse_mode: 'HTML' }
    const asCaption = { method: 'editMessageCaption', input: { ...input, caption: text } }
    if (image === null && picture !== '' && fields?.picture === 'stays') return asCaption
    if (image === null && picture !== '')
      throw new ChannelError('rejected', 'telegram cannot take a picture out of a message')
    if (image === null) return { method: 'editMessageText', input: { ...input, text } }
    if (nameOf(image) === picture) return asCaption
    const media = { type: 'photo', media: 'attach://photo', caption: text, parse_mode: 'HTML' }
    return { method: 'editMessageMedia', input: { ...place, media }, file: await fileOf(image, options) }
  }

  return {
    service: 'telegram',
    capabilities,
    addresses: { example: `${linkTo(chat)}/12`, nameOf: (url) => nameIn(url, chat) },
    compose: composePost,
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),

    async verify(options) {
      const { id, username } = await call({ method: 'getMe', input: {} }, user, options)
      const question = { method: 'getChatMember', input: { chat_id: chat, user_id: id } }
      if (!mayPost(await call(question, chatMember, options)))
        throw new ChannelError('unauthorised', `the bot @${username} may not post in ${chat}`)
      return { name: chat, url: chat.startsWith('@') ? linkTo(chat) : null }
    },

    followers: (options) =>
      call({ method: 'getChatMemberCount', input: { chat_id: chat } }, z.int().min(0), options),

    async publish({ post: { text, image } }, options) {
      const input = { chat_id: chat, parse_mode: 'HTML' }
      if (image === null) return submit({ method: 'sendMessage', input: { ...input, text } }, '', options)
      const file = await fileOf(image, options)
      return submit({ method: 'sendPhoto', input: { ...input, caption: text }, file }, nameOf(image), options)
    },

    async update({ remoteId }, { post }, options) {
      const place = parseId(remoteId)
      try {
        const picture = post.image === null ? place.picture : nameOf(post.image)
        return await submit(await editOf(post, place, options), picture, options)
      } catch (error) {
        // Of one that a person adopted it is not known that it has a picture.
        if (isOfPicture(error) && post.fields?.picture === 'stays')
          return await submit(await editOf(post, { ...place, picture: UNKNOWN }, options), UNKNOWN, options)
        // It stands there as we want it.
        if (!(error instanceof ChannelError && error.reason === 'duplicate')) throw error
        const { chat_id: id, message_id } = place
        return receiptOf({ message_id, chat: { id, username: publicNameOf(chat) } }, place.picture)
      }
    },

    async remove({ remoteId }, options) {
      const { chat_id, message_id } = parseId(remoteId)
      const deletion = { method: 'deleteMessage', input: { chat_id, message_id }, effect: 'visible' } as const
      try {
        await call(deletion, z.literal(true), options)
      } catch (error) {
        if (!(error instanceof ChannelError && error.reason === 'missing')) throw error
      }
    },
  }
}

/** Of a picture, of which we know only that it is there. */
const UNKNOWN = 'unknown'

/** Refused, so nothing happened. */
const isOfPicture = (error: unknown): boolean =>
  error instanceof ChannelError && /there is no text in the message to edit/i.test(error.message)

const publicNameOf = (chat: string): string | undefined => (chat.startsWith('@') ? chat.slice(1) : undefined)

/** In a group, where members post, the right to post in channels is not spoken of. */
const mayPost = (member: z.infer<typeof chatMember>): boolean =>
  member.status === 'creator' ||
  member.status === 'member' ||
  (member.status === 'administrator' && member.can_post_messages !== false)

/** By this an edit tells whether the picture is another: Telegram would not say. */
const nameOf = ({ url }: NonNullable<Post['image']>): string =>
  createHash('sha256').update(url).digest('hex').slice(0, 12)

interface Place {
  /** A name where only the address is known at which people see the message. */
  readonly chat_id: number | string
  readonly message_id: number
  /** Empty: none, as far as we know. */
  readonly picture: string
}

/** Where a message stands, and which picture it has: `<chat>/<message>`, and `/<picture>` if it has one. */
function receiptOf(
  {
    message_id: id,
    chat,
  }: { readonly message_id: number; readonly chat: { id: number | string; username?: string | undefined } },
  picture: string,
): Receipt {
  const remoteId = [chat.id, id, ...(picture === '' ? [] : [picture])].join('/')
  // Those of a channel without a name see it at an address of their own.
  const name = chat.username ?? `c/${String(chat.id).replace(/^-100/, '')}`
  return { remoteId, remoteUrl: `https://t.me/${name}/${id}`, mark: null }
}

/** Where a chat is. One without a name has a number, of which members see a part. */
const linkTo = (chat: string): string =>
  `https://t.me/${publicNameOf(chat) ?? `c/${chat.replace(/^-100/, '')}`}`

/** A post of another chat is none of ours. */
function nameIn(url: string, chat: string): string | null {
  const { number, name, id } = address.exec(url)?.groups ?? {}
  // A chat of which we know the name has a number too, which we do not know.
  const isHere =
    name === undefined
      ? isNumber(chat) && `-100${number}` === chat
      : `@${name}`.toLowerCase() === chat.toLowerCase()
  return id !== undefined && isHere ? `${chat}/${id}` : null
}

const isNumber = (chat: string): boolean => /^-?\d+$/.test(chat)

const named = /^(?<chat>-?\d+|@\w+)\/(?<id>\d+)(?:\/(?<picture>\w+))?$/
const address = /^https:\/\/t\.me\/(?:c\/(?<number>\d+)|(?<name>\w+))\/(?<id>\d+)(?:\?.*)?$/

/** @param remoteId a receipt's, or the address of a message that a person adopted. */
function parseId(remoteId: string): Place {
  const {
    chat,
    number,
    name,
    id,
    picture = '',
  } = (named.exec(remoteId) ?? address.exec(remoteId))?.groups ?? {}
  const where = chat ?? (number === undefined ? name && `@${name}` : `-100${number}`)
  if (where === undefined) throw new ChannelError('rejected', `${remoteId} is no message at telegram`)
  return { chat_id: isNumber(where) ? Number(where) : where, message_id: Number(id), picture }
}
