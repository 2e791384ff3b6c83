import { inspect } from 'node:util'

import type { Answer } from '../network/request.ts'
import type { Channel } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { type Redact, redactor } from './redact.ts'

/** Is told what a service answers and how it fails, whatever was asked of it. */
export interface ChannelWatch {
  answered(answer: Pick<Answer, 'status' | 'headers'>): void
  failed(error: ChannelError): void
}

/**
 * The same channel, of whose errors nobody learns a secret: a service may repeat one in its answer, and some have it in
 * their addresses.
 * @param secrets asked for when something fails: what a session brought is among them.
 */
export function guardedChannel(
  channel: Channel,
  secrets: () => readonly string[],
  watch?: Pick<ChannelWatch, 'failed'>,
): Channel {
  const fail = (error: unknown): never => {
    const told = withoutSecrets(error, redactor(secrets()))
    if (told instanceof ChannelError) watch?.failed(told)
    throw told
  }
  const guarded = (part: (...args: unknown[]) => unknown) =>
    function guardedPart(...args: unknown[]) {
      try {
        const answer = part.apply(channel, args)
        return answer instanceof Promise ? answer.catch(fail) : answer
      } catch (error) {
        return fail(error)
      }
    }
  return Object.fromEntries(
    Object.entries(channel).map(([name, part]) => [
      name,
      typeof part === 'function' ? guarded(part as (...args: unknown[]) => unknown) : part,
    ]),
  ) as unknown as Channel
}

/** What an error says is kept, and what it was caused by goes where that would say more. */
function withoutSecrets(error: unknown, redact: Redact): unknown {
  if (!(error instanceof Error)) return redact.isClean(inspect(error)) ? error : new Error('a channel failed')
  const message = redact(error.message)
  if (message === error.message && redact.isClean(inspect(error, { depth: 6, maxStringLength: null })))
    return error
  if (error instanceof ChannelError)
    return new ChannelError(error.reason, message, {
      retryAfter: error.retryAfter,
      receipt: error.receipt,
      status: error.status,
    })
  const told = new Error(message)
  told.name = error.name
  told.stack = redact(error.stack ?? '')
  return told
}
