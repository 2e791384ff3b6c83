import type { StatusCodes } from './status-codes.ts'

/**
 * What a bounce says about the address:
 *
 * - `hard`: there is no such mailbox, or no such mail domain. Never write to it again.
 * - `soft`: not now, or not this mail: full, slow, too large. It may work the next time.
 * - `policy`: the other side does not want our mail, whoever it is for. The address is not at fault.
 */
export type BounceClass = 'hard' | 'soft' | 'policy'

export interface Failure extends StatusCodes {
  /** Whatever words came with the numbers. */
  readonly words: string
}

/** It took too long, or somebody was away. */
const timing =
  /\b(timed? ?out|temporar|try again|retry|connection (refused|reset|lost|dropped|closed)|unreachable|no route|network|not yet been|delayed|loop|hop count|too many hops|service unavailable|resources|load|dns (server )?(failure|error)|servfail)/i

/** Words that acquit the address, however permanent the failure is. Looked for first: calling a mailbox dead by mistake costs a reader. */
const notTheAddress: readonly [RegExp, BounceClass][] = [
  [
    /\b(relay(ing)?|relayed)\b.{0,40}\b(denied|not (permitted|allowed)|prohibited|access)|not permitted to relay|unable to relay|\brelay(ing)? (denied|not)|we do not relay/i,
    'policy',
  ],
  [
    /\b(spam|junk|unsolicited|bulk mail|blacklist|blocklist|block list|black list|blocked|banned|rbl|dnsbl|spamhaus|spamcop|barracuda|sorbs|uribl|reputation|malware|virus|phish)/i,
    'policy',
  ],
  [
    /\b(dmarc|dkim|spf|sender policy|ptr record|reverse dns|rdns|reverse (lookup|host|address)|helo|ehlo|tls|encrypt|starttls|certificate|authenticat)/i,
    'policy',
  ],
  [
    /\b(policy|policies|poor|prohibited|not authori[sz]ed|unauthori[sz]ed|administrative(ly)?|access denied|access restriction|forbidden|restricted|complaint|rate limit|ratelimit|too many|throttl|greylist|graylist|deferred due)/i,
    'policy',
  ],
  [
    /\b(quota|mailbox (is )?(full|exceed)|mailfolder is full|(over|exceeded?) (the )?(storage|quota|limit)|storage (limit|allocation|space)|disk (full|space|quota)|insufficient (disk|storage|system)|not enough (storage|space|disk)|out of (storage|disk)|mailbox exceeds|full mailbox|is full|size limit|too (big|large)|exceeds? (the )?(size|maximum|fixed|limit))/i,
    'soft',
  ],
  [timing, 'soft'],
  [
    /\b(suspend|disabled|inactive|not active|deactivated|locked|frozen|dormant|expired mailbox|has been blocked)/i,
    'soft',
  ],
  [
    /\b(content|attachment|message (format|header)|header|syntax|8-?bit|charset|mime|from: address|sender (address )?(rejected|verify|denied|unknown|not)|verify your sender|return.?path|mail from)/i,
    'soft',
  ],
]

/** Words for a mailbox that is not there. */
const noMailbox =
  /\b(user|recipient|mailbox|account|address|addressee|destination|local part|id|userid|person|customer|name)\b[^\n]{0,40}\b(unknown|not (found|exist|known|listed|recogni[sz]ed|valid|here|local)|does(n['’]t| not) (exist|have)|do(n['’]t| not) exist|no(t)? longer|non.?exist|invalid|unavailable|undeliverable|could not be found|isn['’]t|is not a)|\b(unknown|invalid|no such|non.?existent|bad|illegal|undefined)\b[^\n]{0,24}\b(user|recipient|mailbox|account|address|addressee|destination|alias|local|person|id|userid|name)\b|no mailbox here|not our customer|unrouteable address|address (has )?changed|has moved|mailbox has moved|no forwarding address|delivery not authorized, message refused|not a valid (mailbox|user|recipient|account)|no account by that name|there is no one|user doesn['’]t have|not found in directory|does not exist|unknown or illegal alias|this account is not allowed|recipient rejected|invalid recipient|no one (by|with) that name|i couldn['’]t find any host|user not found|recipnotfound|user is unknown|address error|mailbox unavailable|mailbox not available|unknown user/i

/** Words for a domain that takes no mail. */
const noDomain =
  /\b(host|domain|mx|server|site|name server|hostname)\b[^\n]{0,40}\b(unknown|not found|does(n['’]t| not) exist|no such|lookup failure|non.?exist|not valid|invalid|cannot be resolved|could not be (found|resolved)|no mx)|\b(unknown|no such|bad|illegal)\b (host|domain)|nxdomain|name or service not known|no (valid |usable )?mx|null ?mx|does not (accept|receive) (any )?(mail|email)|not accepting (network )?messages|system not accepting|unrouteable (mail )?domain|name service error|cannot find (your )?(host|hostname)|all relevant mx records point to non-?existent hosts|dns (domain|name) [^\n]{0,30}does not exist|host or domain name not found/i

/** RFC 3463: no such mailbox, system or syntax; moved; RFC 7505: takes no mail. */
const hardStatus = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.4.4', '5.3.2'])

/** What the server said no to was the recipient, not the mail or the sender. */
const refusedRecipient =
  /\brcpt\b|does not like recipient|recipient address rejected|address (not found|couldn['’]t be found)|invalid final delivery userid|recipient name is not recognized|rejected recipient/i

/** A domain that says that it takes no mail at all. https://www.rfc-editor.org/rfc/rfc7505 */
const takesNoMail = /null ?mx|(host|domain|system) does not (accept|receive) (any )?(mail|email)/i

/**
 * Judges by the enhanced status, then the words. Words alone count only where the server spoke of the recipient: many say
 * `user unknown` when they mean that they do not want the mail. Where things contradict each other the gentler one
 * stands: a mailbox that is called dead by mistake is a reader lost without anybody noticing.
 */
export const bounceClassOf = (failure: Failure): BounceClass => verdictOn(failure) ?? 'soft'

/** Null: nothing in it says what the matter was. */
export function verdictOn({ status, replyCode, words }: Failure): BounceClass | null {
  const isTemporary = status?.startsWith('4') ?? replyCode?.startsWith('4') ?? false
  if (isTemporary) return 'soft'
  if (status === '5.1.7' || status === '5.1.8') return 'policy'
  if (takesNoMail.test(words)) return 'hard'
  const acquitted = acquits(words)
  if (status !== null && hardStatus.has(status))
    return acquitted === null || acquitted !== 'policy' || noMailbox.test(words) ? 'hard' : acquitted
  if (status === '5.4.1' && /recipient address rejected: access denied/i.test(words)) return 'hard'
  if (status?.startsWith('5.7.')) return 'policy'
  if (status === '5.2.2' || status === '5.2.3') return 'soft'
  const isRefused = refusedRecipient.test(words)
  if (isRefused && noMailbox.test(words) && (acquitted === null || isTimeOnly(words))) return 'hard'
  if (acquitted !== null) return acquitted
  return noDomain.test(words) || /recipient address rejected\.?\s*$/i.test(words) ? 'hard' : null
}

/** Only the time it took speaks for the address, which says nothing where the mailbox was refused. */
const isTimeOnly = (words: string): boolean =>
  notTheAddress.filter(([pattern]) => pattern.test(words)).every(([pattern]) => pattern === timing)

const acquits = (words: string): BounceClass | null =>
  notTheAddress.find(([pattern]) => pattern.test(words))?.[1] ?? null
