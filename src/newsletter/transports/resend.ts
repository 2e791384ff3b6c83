import { createHash } from 'node:crypto'
import { ReadableStream } from 'node:stream/web'

import type { CreateEmailOptions } from 'resend'

import { mergeDecoded } from '../compiled-edition.ts'
import { headerPhrase, subjectLine } from '../header-text.ts'
import { mailAddress } from '../mail-address.ts'
import { type LetterFields, letterBytes, resendBatchBody } from './resend-batch-body.ts'
import { type ResendAccount, resendClient } from './resend-client.ts'
import { type ResendError, resendOutcome } from './resend-outcome.ts'
import type {
  Attachment,
  FrozenBatch,
  FrozenMail,
  Outcome,
  SendOptions,
  SingleMail,
  Transport,
} from './transport.ts'

export interface ResendSettings extends ResendAccount {
  /** That the account may make. @default 5, which it is unless the service raised it */
  readonly requestsPerSecond?: number
}

/** The key is remembered for 24 hours; the last one is left for clocks and slow answers. */
export const IDEMPOTENCY_TTL_MS = 23 * 60 * 60_000

/** Of all that an account does. https://resend.com/docs/api-reference/rate-limit */
const REQUESTS_PER_SECOND = 5

/**
 * One at a time, evenly over the second: a service that counts by the second refuses what comes in a heap. The rest is
 * time that a worker may wake up late without losing it.
 */
const AT_ONCE = 1.1

/** The SDK waits for ever. A replay under the same key is safe, so giving up costs nothing. */
const TIMEOUT_MS = 60_000

const inTime = (signal: AbortSignal): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])

/** https://resend.com/docs/api-reference/emails/send-batch-emails */
export function resend({
  apiKey,
  baseUrl,
  requestsPerSecond = REQUESTS_PER_SECOND,
}: ResendSettings): Transport {
  const client = resendClient({ apiKey, baseUrl })

  /** Replayed under the same key like a batch. https://resend.com/docs/api-reference/emails/send-email */
  async function sendAlone(mail: CreateEmailOptions, key: string, signal: AbortSignal): Promise<Outcome> {
    const { data, error, headers } = await client.emails.send(mail, {
      idempotencyKey: key,
      signal: inTime(signal),
    })
    if (error !== null) return outcomeOf(error, headers)
    return idOf(data) === null
      ? { kind: 'ambiguous', reason: 'answer-incomplete' }
      : { kind: 'accepted', providerId: idOf(data) }
  }

  /** One after the other, each under its own key, which is the same whenever the batch is handed over again. */
  async function sendEach(batch: FrozenBatch, signal: AbortSignal): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    for (const [index, mail] of batch.mails.entries())
      outcomes.push(await sendAlone(letterOf(batch, mail), `${batch.key}/${index}`, signal))
    return outcomes
  }

  return {
    name: 'resend',
    capabilities: {
      batchMax: 100,
      // No limit is documented; a hundred letters of 60 KB are 7 MB, and an upload that long fails more often.
      batchMaxBytes: 5_000_000,
      idempotent: true,
      idempotencyTtlMs: IDEMPOTENCY_TTL_MS,
      concurrency: 2,
      requestsPerSecond,
      requestsAtOnce: AT_ONCE,
    },

    letterBytes,

    // Of the letter's fingerprint, not of a hundred copies of it. Should they differ for any other reason, such as a new
    // version of this program, the service still refuses other bytes under a known key.
    payloadHash: ({ edition, mails }) =>
      createHash('sha256')
        .update(JSON.stringify([edition.fingerprint, mails]))
        .digest('hex'),

    async send(batch, { signal }) {
      // Batches take no files. https://resend.com/docs/api-reference/emails/send-batch-emails
      if (batch.edition.attachments.length > 0) return sendEach(batch, signal)
      // The SDK would write the same letter a hundred times over, which takes longer than all the rest.
      const { bytes, pieces } = resendBatchBody(batch.edition, batch.mails, fieldsOf)
      const { data, error, headers } = await client.fetchRequest<BatchAnswer>('/emails/batch', {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${apiKey}`,
          'Content-Type': 'application/json',
          // So that the stream is not sent in chunks of unknown number.
          'Content-Length': String(bytes),
          // Without one it answers 403.
          'User-Agent': 'emissary',
          'Idempotency-Key': batch.key,
          // Strict would refuse a hundred mails for one bad address.
          'x-batch-validation': 'permissive',
        },
        body: ReadableStream.from(pieces),
        duplex: 'half',
        signal: inTime(signal),
      })
      if (error !== null) return batch.mails.map(() => outcomeOf(error, headers))
      return acceptedOf(data, batch.mails.length)
    },

    sendOne: (mail: SingleMail, { signal }: SendOptions) =>
      sendAlone(singlePayloadOf(mail), mail.key, signal),

    close: async () => undefined,
  }
}

const outcomeOf = (error: ResendError, headers: Readonly<Record<string, string>> | null): Outcome =>
  resendOutcome({ error, headers, now: new Date() })

/** The same mail gives the same fields: keys in fixed order, nothing that depends on the time. */
const fieldsOf = ({ head }: FrozenMail): LetterFields => ({
  from: fromOf(head.from.name, head.from.address.address),
  to: [head.to.address],
  subject: head.subject,
  replyTo: head.replyTo?.address ?? null,
  headers: Object.fromEntries(head.others),
  // What webhooks tell later is matched by these.
  tags: [
    { name: 'd', value: head.deliveryId },
    { name: 's', value: head.issueId },
  ],
})

/** A letter with files, which is sent by itself. */
function letterOf({ edition }: FrozenBatch, mail: FrozenMail): CreateEmailOptions {
  const { replyTo, tags, to, ...fields } = fieldsOf(mail)
  return {
    ...fields,
    to: [...to],
    tags: [...tags],
    ...mergeDecoded(edition, mail.values),
    ...(replyTo !== null && { replyTo }),
    ...withFiles(edition.attachments),
  }
}

function singlePayloadOf({
  from,
  to,
  replyTo,
  subject,
  html,
  text,
  locale,
  listed,
  attachments = [],
}: SingleMail) {
  const deliveryId = listed?.deliveryId ?? null
  const answering = {
    'Auto-Submitted': 'auto-generated',
    ...(locale !== null && { 'Content-Language': locale }),
  }
  const mail = {
    from: fromOf(from.name, mailAddress(from.address).address),
    to: [mailAddress(to).address],
    subject: subjectLine(subject, locale),
    ...(replyTo !== null && { replyTo: mailAddress(replyTo).address }),
    headers: listed === undefined ? answering : Object.fromEntries(listed.others),
    ...(deliveryId !== null && { tags: [{ name: 'd', value: deliveryId }] }),
    ...withFiles(attachments),
  }
  if (html !== null) return { ...mail, html, ...(text !== null && { text }) }
  return { ...mail, text: text ?? '' }
}

const withFiles = (attachments: readonly Attachment[]) =>
  attachments.length > 0 && {
    attachments: attachments.map(({ filename, contentType, content, encoding }) => ({
      filename,
      contentType,
      content: encoding === 'base64' ? content : Buffer.from(content).toString('base64'),
    })),
  }

const fromOf = (name: string, address: string): string => `${headerPhrase(name)} <${address}>`

/** What the service answers when it took the batch, as far as it can be trusted to be there. */
interface BatchAnswer {
  readonly data?: unknown
  readonly errors?: unknown
}

/**
 * Ids come in the order of the mails, without those that were refused. When the numbers do not add up nobody can say
 * whose they are.
 */
function acceptedOf(answer: BatchAnswer | null, count: number): Outcome[] {
  const refused = new Set(listOf(answer?.errors).map((error) => error?.index))
  const isKnown = [...refused].every(
    (index) => Number.isInteger(index) && Number(index) >= 0 && Number(index) < count,
  )
  const ids = listOf(answer?.data).map(idOf)
  if (!isKnown || refused.size + ids.length !== count || ids.includes(null))
    return Array.from({ length: count }, () => ({ kind: 'ambiguous', reason: 'answer-incomplete' }))
  const next = ids.values()
  return Array.from({ length: count }, (_, index) =>
    refused.has(index)
      ? { kind: 'refused', reason: 'message-refused', permanent: false, code: 'batch-item' }
      : { kind: 'accepted', providerId: next.next().value ?? null },
  )
}

/** Of whatever came in place of a list: none. */
const listOf = (given: unknown): readonly ({ readonly id?: unknown; readonly index?: unknown } | null)[] =>
  Array.isArray(given) ? given : []

const idOf = (answer: { readonly id?: unknown } | null | undefined): string | null =>
  typeof answer?.id === 'string' && answer.id !== '' ? answer.id : null
