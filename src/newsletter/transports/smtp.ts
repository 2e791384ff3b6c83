import { createHash } from 'node:crypto'

import type { NodemailerError } from 'nodemailer'

import { mergeEncoded } from '../compiled-edition.ts'
import { signedHead } from '../dkim/sign-message.ts'
import { type SigningKey, SigningKeyError, type SigningKeyFor } from '../dkim/signing-key.ts'
import { type Door, type MailLane, PlaceError } from './connection-places.ts'
import { NoTurnError, type SmtpConnections, smtpConnections, type WaysPatience } from './smtp-connections.ts'
import { letterOf, type OutgoingMail, singleMailOf } from './smtp-message.ts'
import { smtpOutcome } from './smtp-outcome.ts'
import { ANSWER_MS, RESET_MS, type SmtpServer, type SmtpSession, type Submission } from './smtp-session.ts'
import type { Outcome, SendOptions, Transport } from './transport.ts'

export interface SmtpSettings {
  /** `smtp://user:password@host:port` or `smtps://`. */
  readonly url: string
  /** Of this process, for letters; single mails have two more. @default 5 */
  readonly maxConnections?: number
  /** Where the server's connections are shared with other processes. @default null: it has those above to itself */
  readonly doors?: Readonly<Record<MailLane, Door>> | null
  /** Mails that the server takes in a second, from all of us. @default null: no limit is known */
  readonly mailsPerSecond?: number | null
  /** Where what comes back goes, for mails that have a delivery. @default null: to the sender */
  readonly bounceDomain?: string | null
  /** What mails are signed with. @default nothing: the server signs, or nobody */
  readonly signingKeyFor?: SigningKeyFor
  /** Within which a whole mail has left, the wait for a connection included. @default three minutes */
  readonly leavesWithinMs?: number
}

const CONNECTIONS = 5
/** Apart from those of letters, so that nobody who signs up waits behind an issue. */
const CONNECTIONS_FOR_SINGLE_MAILS = 2
/** After a rest as many mails may leave at once as in a quarter of a second. */
const BURST = 0.25
const NOT_SIGNED_MS = 15 * 60_000
/** Until a mail has left, giving up does no harm: without its end nobody can have taken it. */
const LEAVES_WITHIN_MS = 3 * 60_000

/** The longest that handing one mail over takes, whatever the server does. */
export const SMTP_LONGEST_MS = LEAVES_WITHIN_MS + ANSWER_MS + RESET_MS

/** A mail server of any kind. It drops no repeated mail, so a lost answer stays in doubt. */
export function smtp(settings: SmtpSettings): Transport {
  const {
    url,
    maxConnections = CONNECTIONS,
    doors = null,
    mailsPerSecond = null,
    bounceDomain = null,
    signingKeyFor = async () => null,
    leavesWithinMs = LEAVES_WITHIN_MS,
  } = settings
  const own = { signingKeyFor, leavesWithinMs }
  const server = serverOf(url)
  const forLetters = smtpConnections(server, doors?.letters ?? maxConnections)
  const forAnswers = smtpConnections(server, doors?.urgent ?? CONNECTIONS_FOR_SINGLE_MAILS)
  // What was made for one person is no less a newsletter than a letter; where there is room it takes none of anybody's.
  const forPersonal = doors === null ? forAnswers : smtpConnections(server, doors.personal)
  return {
    name: 'smtp',
    capabilities: {
      batchMax: 50,
      batchMaxBytes: 20_000_000,
      idempotent: false,
      idempotencyTtlMs: 0,
      concurrency: 2 * (doors?.letters.places ?? maxConnections),
      requestsPerSecond: mailsPerSecond,
      requestsAtOnce: Math.max(1, (mailsPerSecond ?? 0) * BURST),
    },

    letterBytes: ({ encoded }) =>
      encoded.reduce((sum, part) => sum + (part instanceof Uint8Array ? part.length : 0), 0),

    payloadHash: (batch) => {
      const hash = createHash('sha256')
      for (const mail of batch.mails)
        for (const piece of [mail.head.messageId, ...mergeEncoded(batch.edition, mail.values)])
          hash.update(piece)
      return hash.digest('hex')
    },

    send: (batch, options) =>
      Promise.all(
        batch.mails.map((mail) =>
          submit(letterOf(batch.edition, mail, bounceDomain), forLetters, own, options),
        ),
      ),

    sendOne: (mail, options) => {
      const outgoing = singleMailOf(mail, bounceDomain)
      // What is in no ledger is waited for by somebody.
      const connections = outgoing.deliveryId === null ? forAnswers : forPersonal
      return submit(outgoing, connections, own, options)
    },

    close: async () => {
      forLetters.close()
      forAnswers.close()
      forPersonal.close()
    },
  }
}

type Own = Required<Pick<SmtpSettings, 'signingKeyFor' | 'leavesWithinMs'>>

async function submit(
  mail: OutgoingMail,
  connections: SmtpConnections,
  { signingKeyFor, leavesWithinMs }: Own,
  { signal, patience = signal }: SendOptions,
): Promise<Outcome> {
  const leaving = new AbortController()
  const waiting = new AbortController()
  const stopWaiting = () => waiting.abort()
  const timer = setTimeout(() => {
    leaving.abort()
    stopWaiting()
  }, leavesWithinMs)
  if (patience.aborted) stopWaiting()
  else patience.addEventListener('abort', stopWaiting, { once: true })
  try {
    const patiences = { leaving: leaving.signal, waiting: waiting.signal }
    return await submitPatiently(mail, connections, signingKeyFor, { signal, ...patiences })
  } finally {
    clearTimeout(timer)
    patience.removeEventListener('abort', stopWaiting)
  }
}

interface Patiences {
  readonly signal: AbortSignal
  /** Ends everything until the mail has left. */
  readonly leaving: AbortSignal
  /** Ends the wait for a connection that others have. */
  readonly waiting: AbortSignal
}

async function submitPatiently(
  mail: OutgoingMail,
  connections: SmtpConnections,
  signingKeyFor: SigningKeyFor,
  { signal, leaving, waiting }: Patiences,
): Promise<Outcome> {
  const hand = async (session: SmtpSession): Promise<Handed> => {
    if (mail.needsSmtpUtf8 && !session.takesUtf8) return 'not-supported'
    const key = await keyOrNone(mail.senderDomain, signingKeyFor)
    if (key === 'not-signed') return key
    const message = await mail.message()
    const head = await signedHead(message, key)
    const { from, to, isTransparent, deliveryId: envelopeId } = mail
    const whole = { from, to, head, body: message.body, isTransparent, envelopeId }
    return session.submit(whole, { signal, patience: leaving })
  }
  for (let opened = 0; ; ) {
    const { submission, over } = await attempted(connections, hand, { turn: waiting, opening: leaving })
    if (submission === 'not-begun') return notBegun(new Date())
    if (submission === 'not-supported') return notSupported
    if (submission === 'not-signed') return notSigned(new Date())
    if (submission.taken) return { kind: 'accepted', providerId: mail.messageId }
    if (over === 'none') opened += 1
    // What was kept may have been closed while it was idle, and an opening that was cut short may succeed the next moment.
    const isWorthAnother = over === 'kept' || (over === 'none' && opened === 1)
    if (isWorthAnother && wasCut(submission) && !waiting.aborted) continue
    const { error, progress } = submission
    return smtpOutcome({ error, mayBeTaken: progress === 'whole', now: new Date() })
  }
}

/** What a server said of a mail, or why it was not asked. */
type Handed = Submission | 'not-supported' | 'not-signed' | 'not-begun'

async function keyOrNone(domain: string, keyFor: SigningKeyFor): Promise<SigningKey | 'not-signed' | null> {
  try {
    return await keyFor(domain)
  } catch (error) {
    if (error instanceof SigningKeyError) return 'not-signed'
    throw error
  }
}

interface Attempt {
  readonly submission: Handed
  /** Over a connection that was kept, over one opened for it, or over none as it could not be opened. */
  readonly over: 'kept' | 'fresh' | 'none'
}

async function attempted(
  connections: SmtpConnections,
  hand: (session: SmtpSession) => Promise<Handed>,
  patience: WaysPatience,
): Promise<Attempt> {
  try {
    return await connections.use(
      async (session, isFresh) => ({ submission: await hand(session), over: isFresh ? 'fresh' : 'kept' }),
      patience,
    )
  } catch (error) {
    const hadNoTurn = error instanceof PlaceError || error instanceof NoTurnError
    const isStopped = patience.turn.aborted && !patience.opening.aborted
    if (hadNoTurn && isStopped) return { submission: 'not-begun', over: 'none' }
    if (!isSmtpError(error)) throw error
    return { submission: { taken: false, error, progress: 'nothing' }, over: 'none' }
  }
}

/** The connection broke before anything of the message had left, and nothing was said. */
const wasCut = ({ error, progress }: Extract<Submission, { taken: false }>): boolean =>
  progress === 'nothing' &&
  error.responseCode === undefined &&
  (error.code === 'ECONNECTION' || (error.code === 'ESOCKET' && error.originalCode !== 'ECONNREFUSED'))

const isSmtpError = (error: unknown): error is NodemailerError => error instanceof Error && 'code' in error

const notSupported: Outcome = {
  kind: 'refused',
  reason: 'address-not-supported',
  permanent: false,
  code: null,
}

/** No connection was free before whoever sends was told to stop. */
const notBegun = (now: Date): Outcome => ({
  kind: 'not-now',
  reason: 'busy',
  retryAt: now,
  code: null,
  about: 'nobody',
})

/** A person must mend the key ring. */
const notSigned = (now: Date): Outcome => ({
  kind: 'not-now',
  reason: 'unauthorised',
  retryAt: new Date(now.getTime() + NOT_SIGNED_MS),
  code: 'signing-key',
})

function serverOf(address: string): SmtpServer {
  const url = new URL(address)
  const secure = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    auth:
      url.username === ''
        ? null
        : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  }
}
