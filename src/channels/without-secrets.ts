import type { Channel } from './channel.ts'
import { ChannelError } from './channel-error.ts'

/** Shorter ones would be found in any text. */
const MIN_SECRET_CHARACTERS = 6

/** What stands for a secret in a message. */
const HIDDEN = '***'

/** Credentials in a header or in JSON, which may be what a service gave us for a while. */
const credentials = /\b(basic\s+|bearer\s+|\w*(?:token|jwt|secret|password)"\s*:\s*")[\w+/=.~:-]{6,}/gi

/**
 * The same channel, whose errors hold none of the account's secrets. A service may send back the very request that it
 * did not like, and messages are stored and shown.
 */
export function withoutSecrets(channel: Channel, secrets: Readonly<Record<string, string>>): Channel {
  const hide = hiderOf(secrets)
  const kept = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer
    } catch (error) {
      throw error instanceof ChannelError ? hidden(error, hide) : error
    }
  }
  const { limits, prepare, find, probe } = channel
  return {
    ...channel,
    verify: (options) => kept(channel.verify(options)),
    publish: (submission, options) => kept(channel.publish(submission, options)),
    update: (standing, submission, options) => kept(channel.update(standing, submission, options)),
    remove: (withdrawal, options) => kept(channel.remove(withdrawal, options)),
    ...(limits && { limits: (options) => kept(limits(options)) }),
    ...(prepare && { prepare: (post, options) => kept(prepare(post, options)) }),
    ...(find && { find: (post, options) => kept(find(post, options)) }),
    ...(probe && { probe: (standing, options) => kept(probe(standing, options)) }),
  }
}

/** Each secret in the forms in which it travels: as it is, in an address, in JSON. */
function hiderOf(secrets: Readonly<Record<string, string>>): (text: string) => string {
  const forms = Object.values(secrets)
    .filter((secret) => secret.length >= MIN_SECRET_CHARACTERS)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
  return (text) =>
    forms
      .reduce((left, form) => withoutBeginningAtEnd(left.replaceAll(form, HIDDEN), form), text)
      .replace(credentials, (_, before: string) => before + HIDDEN)
}

/** Messages hold the beginning of an answer only, which may end within a secret. */
function withoutBeginningAtEnd(text: string, secret: string): string {
  for (let length = secret.length - 1; length >= MIN_SECRET_CHARACTERS; length--)
    if (text.endsWith(secret.slice(0, length))) return text.slice(0, -length) + HIDDEN
  return text
}

function hidden(error: ChannelError, hide: (text: string) => string): ChannelError {
  const { reason, message, retryAfter, receipt, status, cause, stack = '' } = error
  const said = hide(message)
  const copy = new ChannelError(reason, said, { cause, retryAfter, receipt, status })
  // Where it came about, not where it was copied. It begins with the message.
  copy.stack = stack.replace(message, () => said)
  return copy
}
