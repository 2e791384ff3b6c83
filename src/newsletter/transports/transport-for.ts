import { type Env, env } from '../../env.ts'
import { ownSigningKeyFor } from '../dkim/own-signing-keys.ts'
import { doorsAt, ownPlaces } from './connection-places.ts'
import { resend } from './resend.ts'
import { sendSingle } from './send-single.ts'
import { smtp } from './smtp.ts'
import type { Transport } from './transport.ts'

type MailEnv = Pick<
  Env,
  | 'RESEND_API_KEY'
  | 'RESEND_BASE_URL'
  | 'RESEND_REQUESTS_PER_SECOND'
  | 'SMTP_URL'
  | 'SMTP_CONNECTIONS'
  | 'SMTP_MAILS_PER_SECOND'
  | 'BOUNCE_DOMAIN'
  | 'MAIL_TRANSPORTS'
>

/**
 * The transports that the settings allow, the preferred one first: where both are set the others stand in for it when it
 * is away.
 * @throws {Error} when there is none.
 */
export function transportsFor({
  RESEND_API_KEY,
  RESEND_BASE_URL,
  RESEND_REQUESTS_PER_SECOND,
  SMTP_URL,
  SMTP_CONNECTIONS,
  SMTP_MAILS_PER_SECOND,
  BOUNCE_DOMAIN,
  MAIL_TRANSPORTS,
}: MailEnv): readonly [Transport, ...Transport[]] {
  const open = {
    resend: () =>
      RESEND_API_KEY === undefined
        ? []
        : [
            resend({
              apiKey: RESEND_API_KEY,
              baseUrl: RESEND_BASE_URL ?? null,
              requestsPerSecond: RESEND_REQUESTS_PER_SECOND,
            }),
          ],
    smtp: () =>
      SMTP_URL === undefined
        ? []
        : [
            smtp({
              url: SMTP_URL,
              doors: SMTP_CONNECTIONS === undefined ? null : doorsAt(SMTP_CONNECTIONS, ownPlaces),
              mailsPerSecond: SMTP_MAILS_PER_SECOND ?? null,
              bounceDomain: BOUNCE_DOMAIN ?? null,
              signingKeyFor: ownSigningKeyFor,
            }),
          ],
  }
  const [first, ...others] = MAIL_TRANSPORTS.flatMap((name) => open[name]())
  if (first === undefined) throw new Error('no way to send mail: set SMTP_URL or RESEND_API_KEY')
  return [first, ...others]
}

/** Names of the transports that the settings allow, the preferred one first. */
export const transportNames = ({
  MAIL_TRANSPORTS,
  RESEND_API_KEY,
  SMTP_URL,
}: Pick<MailEnv, 'MAIL_TRANSPORTS' | 'RESEND_API_KEY' | 'SMTP_URL'>): readonly string[] =>
  MAIL_TRANSPORTS.filter((name) => (name === 'resend' ? RESEND_API_KEY : SMTP_URL) !== undefined)

let current: Transport | null = null

/**
 * This process's transport, the preferred one. What it cannot take of single mails the others do, as long as it is certain
 * that it did not. Its connections are shared by all who send.
 */
export function ownTransport(): Transport {
  current ??= standingIn(transportsFor(env))
  return current
}

function standingIn([first, ...others]: readonly [Transport, ...Transport[]]): Transport {
  return {
    ...first,
    sendOne: (mail, options) => sendSingle([first, ...others], mail, options),
    close: async () => {
      for (const transport of [first, ...others]) await transport.close()
    },
  }
}
