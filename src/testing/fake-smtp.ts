import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'

import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/** A mail that the server accepted. */
export interface ReceivedMail {
  readonly from: string
  readonly to: string
  readonly raw: Buffer
  /** What the sender asked to be told about it. RFC 3461 */
  readonly dsn: {
    readonly ret: string | null
    readonly envid: string | null
    readonly notify: readonly string[]
  }
  readonly parsed: Email
}

type Stage = 'greeting' | 'mail' | 'rcpt' | 'data'

/**
 * What goes wrong once. `data`: the message has begun to leave, or for an answer, has left. `dot`: all of it is here and
 * nothing is stored. `accepted`: it is stored and the reply is due. A stall lasts until `cutStalled`.
 */
export type SmtpFault =
  | { readonly at: Stage; readonly answer: string }
  | { readonly at: Stage | 'dot' | 'accepted'; readonly hangUp: true }
  | { readonly at: Stage | 'dot' | 'accepted'; readonly stall: true }

interface FakeSmtpOptions {
  /** @default true */
  readonly smtpUtf8?: boolean
  /** If given, nobody else may send. */
  readonly login?: { readonly user: string; readonly password: string }
  /** @default a free one */
  readonly port?: number
  /** Who comes while so many are there is sent away with 421. @default all may come */
  readonly maxClients?: number
}

/** A mail server on loopback that keeps what it accepts and can say no in all the ways that real ones do. */
export async function fakeSmtp({ smtpUtf8 = true, login, port = 0, maxClients }: FakeSmtpOptions = {}) {
  const mails: ReceivedMail[] = []
  const faults: SmtpFault[] = []
  const refusals = new Map<string, string>()
  const sockets = new Map<number, Socket>()
  const arrivals = new Set<() => void>()
  const stalled = new Set<SMTPServerSession>()
  let delayMs = 0
  let connections = 0

  const faultAt = (stage: SmtpFault['at']): SmtpFault | undefined => {
    const index = faults.findIndex(({ at }) => at === stage)
    return index < 0 ? undefined : faults.splice(index, 1)[0]
  }
  const hangUp = ({ remotePort }: SMTPServerSession) => sockets.get(remotePort)?.destroy()
  const breakOff = (fault: Exclude<SmtpFault, { answer: string }>, session: SMTPServerSession) =>
    'stall' in fault ? void stalled.add(session) : hangUp(session)

  /** Carries out the fault, or goes on. */
  const proceed = (stage: Stage, session: SMTPServerSession, done: (error?: Error) => void): void => {
    const fault = faultAt(stage)
    if (fault === undefined) done()
    else if ('answer' in fault) done(replyOf(fault.answer))
    else breakOff(fault, session)
  }

  /** The sender was killed in the middle of a mail, which therefore never arrived. */
  const gone = (): void => undefined

  const server = new SMTPServer({
    hideSMTPUTF8: !smtpUtf8,
    hideDSN: false,
    disabledCommands: login === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    authOptional: login === undefined,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    ...(maxClients !== undefined && { maxClients }),
    onAuth: ({ username, password }, _session, done) =>
      username === login?.user && password === login?.password
        ? done(null, { user: username })
        : done(replyOf('535 5.7.8 no')),
    onConnect: (session, done) => proceed('greeting', session, done),
    onMailFrom: (_address, session, done) => proceed('mail', session, done),
    onRcptTo: ({ address }, session, done) => {
      const refusal = refusals.get(address)
      return refusal === undefined ? proceed('rcpt', session, done) : done(replyOf(refusal))
    },
    onData: (stream, session, done) => {
      const fault = faultAt('data')
      if (fault !== undefined && !('answer' in fault)) {
        stream.once('data', () => breakOff(fault, session))
        return
      }
      void buffer(stream).then(async (raw) => {
        if (fault !== undefined) return done(replyOf(fault.answer))
        const early = faultAt('dot')
        if (early !== undefined && !('answer' in early)) return breakOff(early, session)
        if (delayMs > 0) await wait(delayMs)
        const { mailFrom, rcptTo, dsn } = session.envelope
        const from = mailFrom === false ? '' : mailFrom.address
        const parsed = await PostalMime.parse(raw)
        for (const { address: to, dsn: wanted } of rcptTo) {
          const asked = { ret: dsn?.ret ?? null, envid: dsn?.envid ?? null, notify: wanted?.notify ?? [] }
          mails.push({ from, to, raw, parsed, dsn: asked })
        }
        for (const arrived of arrivals) arrived()
        const late = faultAt('accepted')
        if (late === undefined) return done(null, 'queued')
        if (!('answer' in late)) breakOff(late, session)
      }, gone)
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    connections += 1
    if (socket.remotePort !== undefined) sockets.set(socket.remotePort, socket)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: boundTo } = server.server.address() as AddressInfo
  const credentials = login === undefined ? '' : `${login.user}:${login.password}@`

  return {
    url: `smtp://${credentials}127.0.0.1:${boundTo}`,
    mails: (): readonly ReceivedMail[] => mails,
    /** Settles when so many mails have been accepted, whether or not the sender was told. */
    arrived: (count: number): Promise<void> =>
      new Promise((resolve) => {
        const look = () => {
          if (mails.length < count) return
          arrivals.delete(look)
          resolve()
        }
        arrivals.add(look)
        look()
      }),
    /** How many there have been so far. */
    connections: (): number => connections,
    /** Closes all that are open, as servers do with those that are idle. */
    hangUp: (): void => {
      for (const socket of sockets.values()) socket.destroy()
    },
    /** Happens to the next mail that comes so far. */
    failNext: (fault: SmtpFault): void => void faults.push(fault),
    /** Whatever was to go wrong and did not, does not. */
    forgetFaults: (): void => void faults.splice(0),
    /** From now on every mail takes so long before it is stored. */
    delay: (milliseconds: number): void => {
      delayMs = milliseconds
    },
    /** Ends the connections on which nothing is said any more. Answers how many those were. */
    cutStalled: (): number => {
      const count = stalled.size
      for (const session of stalled) hangUp(session)
      stalled.clear()
      return count
    },
    /** Every mail to this address gets the answer, e.g. `550 5.1.1 no such user`. */
    refuse: (address: string, answer: string): void => void refusals.set(address, answer),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.values()) socket.destroy()
      await new Promise<void>((resolve) => server.close(resolve))
    },
  }
}

/** "550 5.1.1 text" as the error that smtp-server answers with. */
const replyOf = (answer: string): Error =>
  Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) })
