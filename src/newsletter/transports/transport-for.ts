import { type Env, env } from '../../env.ts'
import { ownSigningKeyFor } from '../dkim/own-signing-keys.ts'
import { resend } from './resend.ts'
import { smtp } from './smtp.ts'
import type { Transport } from './transport.ts'

type MailEnv = Pick<
  Env,
  'RESEND_API_KEY' | 'RESEND_BASE_URL' | 'SMTP_URL' | 'SMTP_CONNECTIONS' | 'BOUNCE_DOMAIN'
>

/**
 * The transport that the settings ask for: Resend where there is a key, else the mail server.
 * @throws {Error} when there is neither.
 */
export function transportFor({
  RESEND_API_KEY,
  RESEND_BASE_URL,
  SMTP_URL,
  SMTP_CONNECTIONS,
  BOUNCE_DOMAIN,
}: MailEnv): Transport {
  if (RESEND_API_KEY !== undefined)
    return resend({ apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL ?? null })
  if (SMTP_URL !== undefined)
    return smtp({
      url: SMTP_URL,
      maxConnections: SMTP_CONNECTIONS,
      bounceDomain: BOUNCE_DOMAIN ?? null,
      signingKeyFor: ownSigningKeyFor,
    })
  throw new Error('no way to send mail: set SMTP_URL or RESEND_API_KEY')
}

let current: Transport | null = null

/** This process's transport. Its connections are shared by all who send. */
export function ownTransport(): Transport {
  current ??= transportFor(env)
  return current
}
