import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { SMTPServer, type SMTPServerSession } from 'smtp-server'

import type { MailStore } from './mail-store.ts'
import type { Envelope } from './read-mail.ts'

const MAX_BYTES = 30 * 1024 * 1024

/** A listening SMTP server that accepts every mail for anybody and passes none on. */
export interface CatchingSmtp {
  readonly port: number
  stop(): Promise<void>
}

export async function startSmtp(port: number, store: MailStore): Promise<CatchingSmtp> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    logger: false,
    size: MAX_BYTES,
    onAuth: (_auth, _session, done) => done(null, { user: 'anybody' }),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(new Error('the mail is too large'))
        // The answer 250 comes only when the mail is on disk.
        store.add(Buffer.concat(chunks), envelopeOf(session)).then(() => done(null), done)
      })
    },
  })
  // A sender that was killed resets its connection: that is no reason for everything that npm start runs to end.
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const envelopeOf = ({ envelope }: SMTPServerSession): Envelope => ({
  from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
  to: envelope.rcptTo.map(({ address }) => address.toLowerCase()),
})
