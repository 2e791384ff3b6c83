import type { Database } from '../../database/database.ts'
import type { Env } from '../../env.ts'
import type { Requester } from '../../network/request.ts'
import { type DkimKey, dkimKeysOf } from '../../newsletter/dkim/dkim-keys.ts'
import type { ResendSettings } from '../../newsletter/transports/resend.ts'
import { checkUnsubscribe } from './check-unsubscribe.ts'
import { checkDkim, checkDmarc, checkMx, checkReturns, type WayOut } from './dns-checks.ts'
import type { DnsLookUp } from './dns-look-up.ts'
import { heard } from './heard.ts'
import { isReserved, type MailSender, mailSenders } from './mail-senders.ts'
import { checkResend } from './resend-checks.ts'
import { check, checkNames, type SetUpCheck } from './set-up-check.ts'
import { checkSpfOfServer } from './spf-checks.ts'

type MailEnv = Pick<
  Env,
  | 'MAIL_FROM'
  | 'CONFIRMATIONS_FROM'
  | 'MAIL_TRANSPORTS'
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

/** The ways out that are set up. */
interface WaysOut {
  readonly resend: ResendSettings | null
  /** Host of the mail server. Null: there is none. */
  readonly smtp: string | null
}

/**
 * Looks at all that mailbox providers look at, as it is now, for each sender and each way out, and says of each what to
 * change. Nothing is kept, and nothing is sent but look-ups and one request to ourselves.
 */
export async function checkMailSetUp(
  env: MailEnv,
  { dns, request, database }: Means,
): Promise<readonly SetUpCheck[]> {
  const senders = mailSenders(env)
  const ways = waysOut(env)
  const areSeveral = ways.resend !== null && ways.smtp !== null
  const checks = await Promise.all([
    ...senders.map(async (sender) =>
      named(
        senders.length > 1 ? sender.domain : '',
        areSeveral,
        isReserved(sender.domain)
          ? beforeSender(sender)
          : await checkSender(sender, { env, ways, dns, keys: await dkimKeysOf(sender.domain, database) }),
      ),
    ),
    senders.every(({ domain }) => isReserved(domain))
      ? []
      : named('', areSeveral, await checkWays(env, ways, dns)),
    checkUnsubscribe(env.PUBLIC_URL, request).then((outcome) => [outcome]),
  ])
  return checks.flat().toSorted((one, other) => checkNames.indexOf(one.name) - checkNames.indexOf(other.name))
}

/** A check, and by which way out mails leave that it is about. */
interface WayCheck {
  readonly way: 'Resend' | 'SMTP' | null
  readonly check: SetUpCheck
}

const named = (sender: string, areSeveral: boolean, checks: readonly WayCheck[]): readonly SetUpCheck[] =>
  checks.map(({ way, check: outcome }) => ({
    ...outcome,
    of: [areSeveral ? way : null, sender].filter((part) => part !== null && part !== '').join(' · '),
  }))

const ofBoth = (outcome: SetUpCheck): WayCheck => ({ way: null, check: outcome })
const ofServer = (outcome: SetUpCheck): WayCheck => ({ way: 'SMTP', check: outcome })
const ofService = (outcome: SetUpCheck): WayCheck => ({ way: 'Resend', check: outcome })

function waysOut({ MAIL_TRANSPORTS, RESEND_API_KEY, RESEND_BASE_URL, SMTP_URL }: MailEnv): WaysOut {
  const has = (name: 'resend' | 'smtp') => MAIL_TRANSPORTS.includes(name)
  return {
    resend:
      RESEND_API_KEY === undefined || !has('resend')
        ? null
        : { apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL ?? null },
    smtp: SMTP_URL === undefined || !has('smtp') ? null : new URL(SMTP_URL).hostname.replace(/^\[|\]$/g, ''),
  }
}

const beforeSender = ({ addresses }: MailSender): readonly WayCheck[] => [
  ofBoth(check('sender', 'to-do', 'sender-example', { values: { address: addresses.join(', ') } })),
  ...(['spf', 'dkim', 'dmarc', 'mx'] as const).map((name) => ofBoth(check(name, 'open', 'sender-needed'))),
]

interface Looking {
  readonly env: MailEnv
  readonly ways: WaysOut
  readonly dns: DnsLookUp
  readonly keys: readonly DkimKey[]
}

async function checkSender(
  { domain, addresses }: MailSender,
  { env, ways, dns, keys }: Looking,
): Promise<readonly WayCheck[]> {
  const { resend, smtp } = ways
  const viaService = resend === null ? [] : await checkResend(domain, resend, dns)
  const bounces = returnsOf(domain, addresses, env)
  const viaServer = smtp === null ? [] : [await heard('dkim', domain, checkDkim(keys, dns))]
  const isSignedHere = keys.some(({ state }) => state === 'active')
  const isSignedThere = viaService.some(({ finding }) => finding === 'provider-verified')
  const proofs: WayOut[] = [
    ...(smtp === null ? [] : bounces.map((returns) => ({ isSigned: isSignedHere, returns }))),
    ...(resend === null ? [] : [{ isSigned: isSignedThere, returns: domain }]),
  ]
  return [
    ofBoth(check('sender', 'fine', 'sender-own', { values: { address: addresses.join(', ') } })),
    ...viaService.map(ofService),
    ...viaServer.map(ofServer),
    ofBoth(await heard('dmarc', domain, checkDmarc(domain, proofs, dns))),
    ofBoth(await heard('mx', domain, checkMx(domain, dns))),
  ]
}

/** Domains that bounces of a sender's mails go back to: letters to ours, where there is one, and the rest to the sender. */
function returnsOf(
  domain: string,
  addresses: readonly string[],
  { BOUNCE_DOMAIN, CONFIRMATIONS_FROM }: MailEnv,
): readonly string[] {
  const answers = addresses.includes(CONFIRMATIONS_FROM) ? [domain] : []
  return BOUNCE_DOMAIN === undefined ? [domain] : [...new Set([BOUNCE_DOMAIN, ...answers])]
}

/** What is about a way out, whoever the sender is. */
async function checkWays(
  env: MailEnv,
  { resend, smtp }: WaysOut,
  dns: DnsLookUp,
): Promise<readonly WayCheck[]> {
  const { BOUNCE_DOMAIN, RESEND_WEBHOOK_SECRET, PUBLIC_URL } = env
  const publicHost = new URL(PUBLIC_URL).hostname
  const bounces = new Set(
    mailSenders(env).flatMap(({ domain, addresses }) => returnsOf(domain, addresses, env)),
  )
  const ofMailServer =
    smtp === null
      ? []
      : await Promise.all([
          ...[...bounces]
            .filter((domain) => !isReserved(domain))
            .map((domain) => heard('spf', domain, checkSpfOfServer(domain, { host: smtp, publicHost }, dns))),
          heard('returns', BOUNCE_DOMAIN ?? '', checkReturns(BOUNCE_DOMAIN ?? null, publicHost, dns)),
        ])
  const ofMailService =
    resend === null
      ? []
      : [
          RESEND_WEBHOOK_SECRET === undefined
            ? check('returns', 'to-do', 'returns-unheard')
            : check('returns', 'fine', 'returns-heard'),
        ]
  return [...ofMailService.map(ofService), ...ofMailServer.map(ofServer)]
}
