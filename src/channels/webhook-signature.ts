import { createHmac } from 'node:crypto'

const PREFIX = 'whsec_'
/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme */
const MIN_BYTES = 24
const MAX_BYTES = 64

interface Message {
  readonly id: string
  /** Of this attempt; the receiver refuses old ones. */
  readonly sentAt: Date
  readonly body: string
}

/** The key in `whsec_<base64>`. Null when it is none, or too short or long to be one. */
export function parseWebhookSecret(secret: string): Buffer | null {
  const [, encoded = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? []
  const key = Buffer.from(encoded, 'base64')
  return secret.startsWith(PREFIX) && key.length >= MIN_BYTES && key.length <= MAX_BYTES ? key : null
}

/**
 * The three headers by which a receiver knows the sender and drops what it already has.
 * @param keys one signature each: a receiver takes a message that has one it knows.
 */
export function signatureHeaders(
  { id, sentAt, body }: Message,
  ...keys: readonly Buffer[]
): Record<string, string> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000))
  const signed = (key: Buffer) =>
    `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': keys.map(signed).join(' '),
  }
}
