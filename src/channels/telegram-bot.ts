import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import type { Answer, Request } from '../network/request.ts'
import { ask, parseAnswer, readBody } from './ask.ts'
import type { RequestOptions } from './channel.ts'
import { ChannelError, type ChannelErrorReason } from './channel-error.ts'
import type { ChannelTools, OpenAccount } from './service.ts'

/** https://core.telegram.org/bots/api#making-requests */
const fault = z.object({
  ok: z.literal(false),
  description: z.string(),
  parameters: z
    .object({ retry_after: z.number().nonnegative(), migrate_to_chat_id: z.number() })
    .partial()
    .optional(),
})

/**
 * Telegram tells most errors apart by words alone, which are collected at https://github.com/TelegramBotAPI/errors.
 * What is not among them is the post's fault.
 */
const meanings: readonly (readonly [RegExp, ChannelErrorReason])[] = [
  [/message is not modified/i, 'duplicate'],
  [/message to (edit|delete) not found|MESSAGE_ID_INVALID/i, 'missing'],
  // Also of one that stood for a while before we knew of it.
  [/message can't be deleted/i, 'too-late'],
  [/chat not found|CHAT_ID_INVALID|PEER_ID_INVALID/i, 'misconfigured'],
  [/administrator rights|not enough rights|CHAT_ADMIN_REQUIRED|CHAT_WRITE_FORBIDDEN/i, 'unauthorised'],
]

/** https://core.telegram.org/bots/api#authorizing-your-bot */
const botToken = /^\d+:[\w-]+$/

interface TelegramFile {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

export interface TelegramCall {
  readonly method: string
  readonly input: Readonly<Record<string, unknown>>
  /** Sent along, under its name. */
  readonly file?: TelegramFile
  readonly effect?: 'none' | 'visible'
}

/**
 * Asks Telegram in the bot's name. Its token is part of the address, which is why that is in no message.
 * @throws {ChannelError} that holds no part of the address.
 */
export function bot(
  { baseUrl, secrets: { botToken: token = '' } }: OpenAccount,
  { request }: Pick<ChannelTools, 'request'>,
) {
  return async function call<T>(
    { method, input, file, effect = 'none' }: TelegramCall,
    shape: z.ZodType<T>,
    { signal, now }: RequestOptions,
  ): Promise<T> {
    if (!botToken.test(token))
      throw new ChannelError('misconfigured', 'the token is not digits, a colon, and letters')
    const question = {
      url: new URL(`/bot${token}/${method}`, baseUrl),
      method: 'POST',
      signal,
      ...encoded(input, file),
    } satisfies Request
    const answer = await ask(question, {
      request,
      now,
      effect,
      // It fails in the middle at times: the message may have been sent all the same.
      ...(effect === 'visible' && { reasons: { 500: 'unconfirmed' as const } }),
      classify: (given) => classified(given, now),
    })
    const otherwise = effect === 'visible' ? 'unconfirmed' : 'misconfigured'
    return parseAnswer(answer, z.object({ ok: z.literal(true), result: shape }), otherwise).result
  }
}

function classified({ status, body }: Answer, now: Date) {
  const told = readBody({ body }, fault)
  if (told === null) return null
  const { description, parameters: { retry_after: seconds, migrate_to_chat_id: moved } = {} } = told
  if (seconds !== undefined)
    return new ChannelError('rate-limited', `telegram answered ${status}: ${description}`, {
      status,
      retryAfter: new Date(now.getTime() + seconds * 1000),
    })
  if (moved !== undefined)
    return new ChannelError('misconfigured', `the chat has another name now: ${moved}`, { status })
  if (status !== 400) return null
  return meanings.find(([words]) => words.test(description))?.[1] ?? null
}

function encoded(
  input: TelegramCall['input'],
  file: TelegramFile | undefined,
): Pick<Request, 'headers' | 'body'> {
  if (file === undefined)
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }
  const boundary = `emissary-${randomUUID()}`
  const part = (disposition: string, content: string | Buffer, type = '') => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n${type}\r\n`),
    typeof content === 'string' ? Buffer.from(content) : content,
    Buffer.from('\r\n'),
  ]
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([
      // By hand: a `FormData` turns each line break of a text into two characters.
      ...Object.entries(input).flatMap(([name, value]) =>
        part(`name="${name}"`, typeof value === 'string' ? value : JSON.stringify(value)),
      ),
      ...part(`name="${file.name}"; filename="picture"`, file.bytes, `content-type: ${file.type}\r\n`),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  }
}
