import { randomBytes } from 'node:crypto'

const DAY_MS = 24 * 60 * 60 * 1000

/** How long messages carry signatures of both secrets, so that the receiver can change over when it suits. */
const OVERLAP_MS = 7 * DAY_MS

/** In the form of the standard: `whsec_` and 32 bytes in base64. */
const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

type Secrets = Readonly<Record<string, string>>

/** The secrets of an account with a new one to sign with, beside which the one so far goes on for a while. */
export function rotated(
  { signingSecret = '' }: Secrets,
  now: Date,
): Secrets & { readonly signingSecret: string } {
  return {
    signingSecret: newWebhookSecret(),
    ...(signingSecret !== '' && {
      previousSecret: signingSecret,
      previousUntil: new Date(now.getTime() + OVERLAP_MS).toISOString(),
    }),
  }
}

/**
 * Those that a message is signed with now, the newest first.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#zero-downtime-secret-rotation
 */
export function secretsAt(
  { signingSecret = '', previousSecret, previousUntil }: Secrets,
  now: Date,
): string[] {
  const isGood = previousSecret !== undefined && Date.parse(previousUntil ?? '') > now.getTime()
  return [signingSecret, ...(isGood ? [previousSecret] : [])]
}
