import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { SMTPServer } from 'smtp-server'

import { deliveryOf } from './examine-mail.ts'

const MAX_BYTES = 30 * 1024 * 1024

export interface SunkMail {
  /** Null: it does not say. */
  readonly deliveryId: string | null
  /** Recipients of the envelope. */
  readonly to: readonly string[]
  readonly raw: Buffer
}

export interface MailSink {
  /** `smtp://127.0.0.1:…` */
  readonly url: string
  close(): Promise<void>
}

/**
 * A mail server of our own, on this machine only, that takes every mail and passes none on. Each is shown once to `seen`
 * before it is taken, and kept no longer than that.
 */
export async function openMailSink(seen: (mail: SunkMail) => Promise<void>): Promise<MailSink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    hideSMTPUTF8: false,
    disableReverseLookup: true,
    logger: false,
    size: MAX_BYTES,
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        const to = envelope.rcptTo.map(({ address }) => address)
        seen({ deliveryId: deliveryOf(raw), to, raw }).then(
          () => done(null),
          (error: unknown) => done(error instanceof Error ? error : new Error('not taken', { cause: error })),
        )
      })
    },
  })
  // A connection that breaks is the sender's to tell of.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
