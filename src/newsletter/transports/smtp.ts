import { createHash } from 'node:crypto'
import { PassThrough, type Readable } from 'node:stream'

import { createTransport, type NodemailerError, type SendMailOptions } from 'nodemailer'

import { mergeEncoded } from '../compiled-edition.ts'
import { headOf } from '../headers.ts'
import { domainOf, mailAddress } from '../mail-address.ts'
import { returnPathOf } from '../return-path.ts'
import { smtpOutcome } from './smtp-outcome.ts'
import { smtpUtf8Probe } from './smtp-utf8-probe.ts'
import type { FrozenBatch, FrozenMail, Outcome, SendOptions, SingleMail, Transport } from './transport.ts'

export interface SmtpSettings {
  /** `smtp://user:password@host:port` or `smtps://`. */
  readonly url: string
  /** @default 5 */
  readonly maxConnections?: number
  /** Where what comes back goes, for mails that have a delivery. @default null: to the sender */
  readonly bounceDomain?: string | null
}

const CONNECT_MS = 15_000
const GREETING_MS = 15_000
/** RFC 5321 lets a server take ten minutes after the last dot; whoever gives up earlier may cause a duplicate. */
const SILENCE_MS = 600_000

/** A mail server of any kind, through nodemailer. It drops no repeated mail, so a lost answer stays in doubt. */
export function smtp({ url, maxConnections = 5, bounceDomain = null }: SmtpSettings): Transport {
  const pool = createTransport({
    ...connectionOptions(url),
    pool: true,
    maxConnections,
    // For a connection that the server closed while it was idle: nodemailer repeats only what has not begun to leave.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // nodemailer's error alone cannot tell "nothing left" from "the last reply was lost". Whether the message began to leave
  // is seen from the stream that the connection reads it from. The envelope is what both ends of a call have in hand.
  const bodies = new WeakMap<object, Readable>()
  pool.use('stream', (mail, done) => {
    const { envelope } = mail.data
    mail.message.processFunc((input) => {
      const body = input.pipe(new PassThrough())
      if (typeof envelope === 'object' && envelope !== null) bodies.set(envelope, body)
      return body
    })
    done()
  })
  const speaksSmtpUtf8 = smtpUtf8Probe(connectionOptions(url))
  let isClosed = false

  async function submit(mail: Outgoing, { signal }: SendOptions): Promise<Outcome> {
    try {
      if (mail.needsSmtpUtf8 && !(await speaksSmtpUtf8())) return notSupported
      const dsn = mail.deliveryId === null ? {} : { dsn: reportsAbout(mail.deliveryId) }
      await pool.sendMail({ ...mail.options, ...dsn, envelope: mail.envelope, signal })
      return { kind: 'accepted', providerId: mail.messageId }
    } catch (error) {
      const bodyLeft = bodies.get(mail.envelope)?.readableDidRead ?? false
      if (isSmtpError(error) || isClosed)
        return smtpOutcome({ error: asSmtpError(error), bodyLeft, now: new Date() })
      throw error
    }
  }

  return {
    name: 'smtp',
    capabilities: {
      batchMax: 50,
      batchMaxBytes: 20_000_000,
      idempotent: false,
      idempotencyTtlMs: 0,
    },

    payloadHash: (batch) => {
      const hash = createHash('sha256')
      for (const mail of batch.mails)
        hash.update(mail.head.messageId).update(mergeEncoded(batch.edition, mail.values))
      return hash.digest('hex')
    },

    send: (batch, options) =>
      Promise.all(
        batch.mails.map((mail) => submit(letterOf(batch, mail, { date: new Date(), bounceDomain }), options)),
      ),

    sendOne: (mail, options) => submit(singleOf(mail, bounceDomain), options),

    close: async () => {
      isClosed = true
      pool.close()
    },
  }
}

/** A mail in nodemailer's terms. */
interface Outgoing {
  readonly envelope: { readonly from: string; readonly to: string[] }
  readonly options: SendMailOptions
  readonly needsSmtpUtf8: boolean
  /** Ours: whatever bounces later will name it. */
  readonly messageId: string
  /** Null: it is in no ledger. */
  readonly deliveryId: string | null
}

/** What a server that can is to tell about a mail. To say `success` would be a mail for every mail. RFC 3461, section 4 */
const reportsAbout = (deliveryId: string) => ({
  id: deliveryId,
  return: 'headers' as const,
  notify: ['failure' as const, 'delay' as const],
})

const notSupported: Outcome = {
  kind: 'refused',
  reason: 'address-not-supported',
  permanent: false,
  code: null,
}

/** The message as it goes over the wire: nodemailer has nothing left to encode. */
const letterOf = (
  { edition }: FrozenBatch,
  { head, values }: FrozenMail,
  { date, bounceDomain }: { readonly date: Date; readonly bounceDomain: string | null },
): Outgoing => ({
  envelope: {
    from: returnPathOf(head.deliveryId, bounceDomain) ?? head.from.address.address,
    to: [head.to.address],
  },
  needsSmtpUtf8: head.to.needsSmtpUtf8,
  messageId: head.messageId,
  deliveryId: head.deliveryId,
  options: {
    raw: Buffer.concat([
      Buffer.from(headOf(head, { date, contentType: edition.contentType })),
      mergeEncoded(edition, values),
    ]),
  },
})

function singleOf(mail: SingleMail, bounceDomain: string | null): Outgoing {
  const { key, from, replyTo, to, subject, html, text, locale, listed, attachments = [] } = mail
  const deliveryId = listed?.deliveryId ?? null
  const sender = mailAddress(from.address)
  const { address, needsSmtpUtf8 } = mailAddress(to)
  const messageId =
    listed?.messageId ?? `${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domainOf(sender)}`
  const answering = {
    'Auto-Submitted': 'auto-generated',
    ...(locale !== null && { 'Content-Language': locale }),
  }
  return {
    envelope: {
      from: (deliveryId === null ? null : returnPathOf(deliveryId, bounceDomain)) ?? sender.address,
      to: [address],
    },
    needsSmtpUtf8,
    messageId,
    deliveryId,
    options: {
      from: { name: from.name, address: sender.address },
      to: { name: '', address },
      ...(replyTo !== null && { replyTo: { name: '', address: mailAddress(replyTo).address } }),
      subject,
      ...(html !== null && { html }),
      ...(text !== null && { text }),
      messageId: `<${messageId}>`,
      // A letter's own are encoded already.
      headers:
        listed === undefined
          ? answering
          : listed.others.map(([name, value]) => ({
              key: name,
              value: { prepared: true, foldLines: true, value },
            })),
      ...(attachments.length > 0 && { attachments: [...attachments] }),
      textEncoding: 'quoted-printable',
    },
  }
}

function connectionOptions(address: string) {
  const url = new URL(address)
  const secure = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: SILENCE_MS,
  }
}

const isSmtpError = (error: unknown): error is NodemailerError => error instanceof Error && 'code' in error

/** What waits in a pool that is closed fails without a code. */
const asSmtpError = (error: unknown): NodemailerError =>
  isSmtpError(error) ? error : new Error('the pool was closed', { cause: error })
