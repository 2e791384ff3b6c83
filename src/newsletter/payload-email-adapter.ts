import { randomUUID } from 'node:crypto'

import type { EmailAdapter, SendEmailOptions } from 'payload'

import type { Mailbox } from './headers.ts'
import { goingFirst } from './transports/request-pace.ts'
import type { Outcome, Transport } from './transports/transport.ts'
import { ownTransport } from './transports/transport-for.ts'

interface AdapterSettings {
  readonly from: Mailbox
  /** @default the process's own */
  readonly transport?: () => Transport
}

/** A mail of Payload's own, such as a password reset, that did not leave. */
class MailNotSentError extends Error {
  override readonly name = 'MailNotSentError'
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super(`the mail was not accepted: ${outcome.kind}`)
    this.outcome = outcome
  }
}

const TIMEOUT_MS = 30_000

/** Lets Payload send its own mails (password reset) the way all others leave. */
export const payloadEmailAdapter =
  ({ from, transport = ownTransport }: AdapterSettings): EmailAdapter<Outcome> =>
  ({ payload }) => ({
    name: 'emissary',
    defaultFromAddress: from.address,
    defaultFromName: from.name,
    sendEmail: async (message) => {
      const outcome = await goingFirst(transport(), payload).sendOne(
        {
          key: `payload/${randomUUID()}`,
          from,
          replyTo: null,
          to: onlyAddressOf(message.to),
          subject: message.subject ?? '',
          html: textOf(message.html),
          text: textOf(message.text),
          locale: null,
        },
        { signal: AbortSignal.timeout(TIMEOUT_MS) },
      )
      if (outcome.kind !== 'accepted') throw new MailNotSentError(outcome)
      return outcome
    },
  })

const textOf = (part: unknown): string | null => (typeof part === 'string' && part !== '' ? part : null)

/** Payload writes to one person at a time. @throws {RangeError} when asked for anything else. */
function onlyAddressOf(to: SendEmailOptions['to']): string {
  const [only, ...others]: unknown[] = Array.isArray(to) ? to : [to]
  if (others.length === 0 && typeof only === 'string') return only
  if (others.length === 0 && isMailbox(only)) return only.address
  throw new RangeError('a mail of this kind goes to one person')
}

const isMailbox = (value: unknown): value is { readonly address: string } =>
  typeof value === 'object' && value !== null && 'address' in value && typeof value.address === 'string'
