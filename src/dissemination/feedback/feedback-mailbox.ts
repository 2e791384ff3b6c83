import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import type { Payload } from 'payload'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

import { feedbackOfMail } from '../../newsletter/feedback/feedback-of-mail.ts'
import { readReturnPath } from '../../newsletter/return-path.ts'
import { recordFeedback } from './record-feedback.ts'

/** A report returns our mail in full at most, which is below 100 KB; some wrap it in much of their own. */
const MAX_BYTES = 2 * 1024 * 1024
const MAX_CONNECTIONS = 50
const SILENCE_MS = 60_000

interface Settings {
  readonly domain: string
  readonly host: string
  /** 0: a free one. */
  readonly port: number
}

export interface FeedbackMailbox {
  readonly port: number
  stop(): Promise<void>
}

/**
 * Listens for what comes back, by SMTP: mails to our return paths and to `complaints@`, and no others, so it is no way to
 * anybody else. It takes a mail (250) only once it is kept, and sends none, so it answers no machine in circles.
 */
export async function openFeedbackMailbox(
  payload: Payload,
  { domain, host, port }: Settings,
): Promise<FeedbackMailbox> {
  const complaints = `complaints@${domain}`
  const server = new SMTPServer({
    // Without a certificate of the domain, encryption would be for show. The mail server in front has one.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: MAX_BYTES,
    maxClients: MAX_CONNECTIONS,
    socketTimeout: SILENCE_MS,
    banner: 'what comes back',
    onRcptTo: ({ address }, { envelope }, done) => {
      if (address.toLowerCase() !== complaints && readReturnPath(address, domain) === null)
        return done(reply(550, 'no such mailbox'))
      // Each tells of one delivery; whoever has more to tell comes again.
      return envelope.rcptTo.length > 0 ? done(reply(452, 'one recipient at a time')) : done()
    },
    onData: (stream, { envelope }, done) => {
      const [recipient] = envelope.rcptTo
      take(stream, recipient?.address ?? complaints).then(
        (failure) => done(failure),
        (err: unknown) => {
          payload.logger.error({ msg: 'what came back could not be kept', err })
          done(reply(451, 'try again later'))
        },
      )
    },
  })

  /** Null: it is kept. */
  async function take(stream: SMTPServerDataStream, to: string): Promise<Error | null> {
    const raw = await wholeOf(stream)
    if (raw === null) return reply(552, 'too large')
    const now = new Date()
    const deliveryId = readReturnPath(to, domain)
    const feedback = await feedbackOfMail({ raw, to, deliveryId, domain, now }).catch((err: unknown) => {
      payload.logger.warn({ msg: 'a mail that came back cannot be read', deliveryId, err })
      return null
    })
    if (feedback === null) return reply(554, 'cannot be read')
    await recordFeedback(payload, feedback, now)
    return null
  }

  // A connection that breaks is the other side's: they come again.
  server.on('error', (err) => payload.logger.warn({ msg: 'a mail that came back broke off', err }))
  server.listen(port, host)
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Null: it is too long. What is more than that is read and let go, so that the sender is told. */
async function wholeOf(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= MAX_BYTES) chunks.push(chunk)
  }
  return bytes > MAX_BYTES ? null : Buffer.concat(chunks)
}

/** In the way that smtp-server wants to be told. */
const reply = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode })
