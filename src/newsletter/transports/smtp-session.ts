import type { NodemailerError } from 'nodemailer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

import { measuredMessage, type Progress, type WireMessage } from './measured-message.ts'

/** A mail and its envelope. */
interface RawMessage extends WireMessage {
  readonly from: string
  readonly to: string
  /** What the server is to name in its reports about the mail, if it gives any. Null: it is in no ledger. RFC 3461 */
  readonly envelopeId: string | null
}

/** What nodemailer says of it. Without `responseCode` the server said nothing. */
type SmtpError = Pick<NodemailerError, 'code' | 'originalCode' | 'command' | 'response' | 'responseCode'>

export type Submission =
  | { readonly taken: true }
  | {
      readonly taken: false
      readonly error: SmtpError
      readonly progress: Progress
    }

/** One connection, greeted and logged in, that takes one message after another. Whatever speaks SMTP stands behind this. */
export interface SmtpSession {
  /** Whether mailbox names beyond ASCII can be written to (RFC 6531). */
  readonly takesUtf8: boolean
  /** False once either side closed it, or is about to. */
  isOpen(): boolean
  /** Never rejects. `signal` closes the connection in the middle of whatever it does. */
  submit(message: RawMessage, signal: AbortSignal): Promise<Submission>
  /** Settles once it is closed. Never rejects. */
  close(): Promise<void>
}

export interface SmtpServer {
  readonly host: string
  readonly port: number
  /** TLS from the first octet on; otherwise as soon as the server offers it. */
  readonly secure: boolean
  readonly auth: { readonly user: string; readonly pass: string } | null
}

const CONNECT_MS = 15_000
const GREETING_MS = 15_000
/** A server that does not answer QUIT must not keep a process from ending. */
const GOODBYE_MS = 2_000
/** RFC 5321 lets a server take ten minutes after the last dot; whoever gives up earlier may cause a duplicate. */
const SILENCE_MS = 600_000

/** @throws {NodemailerError} when there is no way in. */
export function openSmtpSession({ host, port, secure, auth }: SmtpServer): Promise<SmtpSession> {
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: SILENCE_MS,
  })
  return new Promise((resolve, reject) => {
    // Also for what goes wrong later: a message under way is told by its own callback.
    connection.on('error', reject)
    connection.connect((error) => {
      if (error) return reject(error)
      const session = sessionOver(connection)
      if (auth === null || !connection.allowsAuth) return resolve(session)
      connection.login({ ...auth, credentials: auth }, (refused) => {
        if (refused === null) return resolve(session)
        connection.close()
        reject(refused)
      })
    })
  })
}

function sessionOver(connection: SMTPConnection): SmtpSession {
  const takesUtf8 = /^250[ -]SMTPUTF8\b/im.test(connection.lastServerResponse || '')
  return {
    takesUtf8,
    isOpen: () => !connection.destroyed && connection._socket !== null && connection._socket !== false,
    submit: (message, signal) => submit(connection, message, signal),
    close: () =>
      new Promise((resolve) => {
        if (connection.destroyed) return resolve()
        connection.once('end', () => resolve())
        connection.quit()
        setTimeout(() => {
          connection.close()
          resolve()
        }, GOODBYE_MS).unref()
      }),
  }
}

async function submit(connection: SMTPConnection, raw: RawMessage, signal: AbortSignal): Promise<Submission> {
  const { from, to, envelopeId } = raw
  const message = measuredMessage(raw, connection._socket === false ? null : connection._socket)
  // To be told of every success would be a mail for every mail.
  const dsn =
    envelopeId === null ? {} : { dsn: { id: envelopeId, return: 'headers', notify: ['failure', 'delay'] } }
  const error = await new Promise<NodemailerError | null>((resolve) => {
    const cut = () => {
      connection.close()
      resolve(new Error('the attempt was ended'))
    }
    if (signal.aborted) return cut()
    signal.addEventListener('abort', cut, { once: true })
    connection.send({ from, to: [to], ...dsn }, message.stream, (failure) => {
      signal.removeEventListener('abort', cut)
      resolve(failure)
    })
  })
  if (error === null) return { taken: true }
  const progress = message.progress()
  if (!(await canGoOn(connection, error))) connection.close()
  return { taken: false, error, progress }
}

/** A refusal is about one message. Whether the connection is good for the next one is asked before anybody relies on it. */
function canGoOn(connection: SMTPConnection, { code, responseCode }: NodemailerError): Promise<boolean> {
  const isRefusal = (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined
  if (!isRefusal || responseCode === 421 || connection.destroyed) return Promise.resolve(false)
  return new Promise((resolve) => {
    const ended = () => resolve(false)
    connection.once('end', ended)
    connection.reset((error) => {
      connection.removeListener('end', ended)
      resolve(error === null)
    })
  })
}
