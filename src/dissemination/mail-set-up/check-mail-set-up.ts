import type { Database } from '../../database/database.ts'
import type { Env } from '../../env.ts'
import type { Requester } from '../../network/request.ts'
import { dkimKeysOf } from '../../newsletter/dkim/dkim-keys.ts'
import { domainOf, mailAddress } from '../../newsletter/mail-address.ts'
import { checkUnsubscribe } from './check-unsubscribe.ts'
import { checkDkim, checkDmarc, checkMx, checkReturns, checkSpf, type SenderDomains } from './dns-checks.ts'
import { type DnsLookUp, DnsSilenceError } from './dns-look-up.ts'
import { checkResend } from './resend-checks.ts'
import { type CheckName, check, checkNames, type SetUpCheck } from './set-up-check.ts'

type MailEnv = Pick<
  Env,
  | 'MAIL_FROM'
  | 'BOUNCE_DOMAIN'
  | 'SMTP_URL'
  | 'RESEND_API_KEY'
  | 'RESEND_BASE_URL'
  | 'RESEND_WEBHOOK_SECRET'
  | 'PUBLIC_URL'
>

interface Means {
  readonly dns: DnsLookUp
  readonly request: Requester
  readonly database: Database
}

/** Of the address that mails come from. */
export const senderDomain = ({ MAIL_FROM }: Pick<Env, 'MAIL_FROM'>): string =>
  domainOf(mailAddress(MAIL_FROM))

/** Reserved, so that nobody's mail is ever sent from them. RFC 2606 and 6761 */
const isReserved = (domain: string): boolean =>
  /(^|\.)(example|test|invalid|localhost|local)$/.test(domain) || /(^|\.)example\.(com|net|org)$/.test(domain)

/**
 * Looks at all that mailbox providers look at, as it is now, and says of each what to change. Nothing is kept, and nothing
 * is sent but look-ups and one request to ourselves.
 */
export async function checkMailSetUp(
  env: MailEnv,
  { dns, request, database }: Means,
): Promise<readonly SetUpCheck[]> {
  const sender = senderDomain(env)
  const address = { values: { address: env.MAIL_FROM } }
  const unsubscribe = checkUnsubscribe(env.PUBLIC_URL, request)
  if (isReserved(sender))
    return inOrder([
      check('sender', 'to-do', 'sender-example', address),
      ...(['spf', 'dkim', 'dmarc', 'mx'] as const).map((name) => check(name, 'open', 'sender-needed')),
      await unsubscribe,
    ])
  const { RESEND_API_KEY, RESEND_BASE_URL, SMTP_URL } = env
  const domains: SenderDomains = {
    sender,
    bounces: env.BOUNCE_DOMAIN ?? null,
    smtpHost: SMTP_URL === undefined ? null : new URL(SMTP_URL).hostname,
  }
  const publicHost = new URL(env.PUBLIC_URL).hostname
  const viaService =
    RESEND_API_KEY === undefined
      ? []
      : await checkResend(sender, { apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL ?? null })
  const keys = await dkimKeysOf(sender, database)
  const isSigned =
    keys.some(({ state }) => state === 'active') ||
    viaService.some(({ finding }) => finding === 'provider-verified')
  const ownServer = [
    heard('spf', checkSpf(domains, dns)),
    heard('dkim', checkDkim(keys, dns)),
    heard('returns', checkReturns(domains, publicHost, dns)),
  ]
  const checks = await Promise.all([
    check('sender', 'fine', 'sender-own', address),
    ...(RESEND_API_KEY === undefined ? ownServer : [returnsOfService(env)]),
    heard('dmarc', checkDmarc(domains, isSigned, dns)),
    heard('mx', checkMx(domains, dns)),
    unsubscribe,
  ])
  return inOrder([...checks, ...viaService])
}

const returnsOfService = ({ RESEND_WEBHOOK_SECRET }: MailEnv): SetUpCheck =>
  RESEND_WEBHOOK_SECRET === undefined
    ? check('returns', 'to-do', 'returns-unheard')
    : check('returns', 'fine', 'returns-heard')

/** What nobody answered stays open: no record is to be made because a name server was slow. */
async function heard(name: CheckName, answer: Promise<SetUpCheck>): Promise<SetUpCheck> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof DnsSilenceError) return check(name, 'open', 'dns-silent')
    throw error
  }
}

const inOrder = (checks: readonly SetUpCheck[]): readonly SetUpCheck[] =>
  checks.toSorted((one, other) => checkNames.indexOf(one.name) - checkNames.indexOf(other.name))
