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

/** Each closes the connection. */
interface Ends {
  /** In the middle of whatever it does. */
  readonly signal: AbortSignal
  /** Unless the whole message has left by then. After that the server has `ANSWER_MS`, however it spends them. */
  readonly patience: AbortSignal
}

/** One connection, greeted and logged in, that takes one message after another. Whatever speaks SMTP stands behind this. */
export interface SmtpSession {
  /** Whether mailbox names beyond ASCII can be written to (RFC 6531). */
  readonly takesUtf8: boolean
  /** False once either side closed it, or is about to. */
  isOpen(): boolean
  /** Never rejects. */
  submit(message: RawMessage, ends: Ends): Promise<Submission>
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
export const ANSWER_MS = 600_000
/** All that a server says over a connection, of a hundred mails. Whoever says more does not speak SMTP. */
const MOST_SAID_BYTES = 1024 * 1024
/** Whether a connection can be used again is worth no longer wait. */
export const RESET_MS = 10_000

class NotInTimeError extends Error {
  override readonly name = 'NotInTimeError'
  readonly code = 'ETIMEDOUT'
}

/**
 * @param patience ends the attempt: each step has its own time, and a server may say a little all the while
 * @throws {NodemailerError} when there is no way in, or none in time.
 */
export function openSmtpSession(
  { host, port, secure, auth }: SmtpServer,
  patience: AbortSignal,
): Promise<SmtpSession> {
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: ANSWER_MS,
  })
  hearNoMoreThan(MOST_SAID_BYTES, connection)
  const { promise, resolve, reject } = Promise.withResolvers<SmtpSession>()
  const giveUp = () => {
    connection.close()
    reject(new NotInTimeError('no connection was ready in time'))
  }
  patience.addEventListener('abort', giveUp, { once: true })
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
  return promise.finally(() => patience.removeEventListener('abort', giveUp))
}

/** Where nodemailer takes up what the server says, over TLS or not, and what it does when that is too much. */
interface Hearing {
  _onData(chunk: Buffer): void
  _onResponseTooLarge(): void
}

/** nodemailer limits one answer, but keeps any number of empty lines that come before it. */
function hearNoMoreThan(most: number, connection: SMTPConnection): void {
  const hearing = connection as unknown as Hearing
  const take = hearing._onData
  let heard = 0
  hearing._onData = (chunk) => {
    heard += chunk.length
    if (heard > most) hearing._onResponseTooLarge()
    else take.call(connection, chunk)
  }
}

function sessionOver(connection: SMTPConnection): SmtpSession {
  const takesUtf8 = /^250[ -]SMTPUTF8\b/im.test(connection.lastServerResponse || '')
  return {
    takesUtf8,
    isOpen: () => !connection.destroyed && connection._socket !== null && connection._socket !== false,
    submit: (message, ends) => submit(connection, message, ends),
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

async function submit(
  connection: SMTPConnection,
  raw: RawMessage,
  { signal, patience }: Ends,
): Promise<Submission> {
  const { from, to, envelopeId } = raw
  const message = measuredMessage(raw, connection._socket === false ? null : connection._socket)
  // To be told of every success would be a mail for every mail.
  const dsn =
    envelopeId === null ? {} : { dsn: { id: envelopeId, return: 'headers', notify: ['failure', 'delay'] } }
  const { promise, resolve } = Promise.withResolvers<NodemailerError | null>()
  let answering: NodeJS.Timeout | undefined
  const cut = () => {
    connection.close()
    resolve(new Error('the attempt was ended'))
  }
  const cutUnlessWhole = () => {
    if (message.progress() !== 'whole') return cut()
    answering = setTimeout(cut, ANSWER_MS)
  }
  if (signal.aborted || patience.aborted) cut()
  else {
    signal.addEventListener('abort', cut, { once: true })
    patience.addEventListener('abort', cutUnlessWhole, { once: true })
    connection.send({ from, to: [to], ...dsn }, message.stream, resolve)
  }
  const error = await promise
  clearTimeout(answering)
  signal.removeEventListener('abort', cut)
  patience.removeEventListener('abort', cutUnlessWhole)
  if (error === null) return { taken: true }
  const progress = message.progress()
  if (!(await canGoOn(connection, error))) connection.close()
  return { taken: false, error, progress }
}

/** A refusal is about one message. Whether the connection is good for the next one is asked before anybody relies on it. */
function canGoOn(connection: SMTPConnection, { code, responseCode }: NodemailerError): Promise<boolean> {
  const isRefusal = (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined
  if (!isRefusal || responseCode === 421 || connection.destroyed) return Promise.resolve(false)
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const ended = () => resolve(false)
  const timer = setTimeout(ended, RESET_MS)
  connection.once('end', ended)
  connection.reset((failure) => resolve(failure === null))
  return promise.finally(() => {
    clearTimeout(timer)
    connection.removeListener('end', ended)
  })
}
