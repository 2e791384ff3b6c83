import type { BounceClass } from '../../ledger/mail-feedback.ts'
import { anyOf } from './any-of.ts'

/** It took too long, or somebody was away. */
const timing = anyOf([
  /timed? ?out/,
  /temporar/,
  /try again/,
  /retry/,
  /connection (refused|reset|lost|dropped|closed)/,
  /unreachable/,
  /no route/,
  /network/,
  /not yet been/,
  /delayed/,
  /loop/,
  /hop count/,
  /too many hops/,
  /service unavailable/,
  /resources/,
  /load/,
  /dns (server )?(failure|error)/,
  /servfail/,
])

const relaying = anyOf([
  /(relay(ing)?|relayed)\b.{0,40}\b(denied|not (permitted|allowed)|prohibited|access)/,
  /not permitted to relay/,
  /unable to relay/,
  /relay(ing)? (denied|not)/,
  /we do not relay/,
])

const spam = anyOf([
  /spam/,
  /junk/,
  /unsolicited/,
  /bulk mail/,
  /(black|block) ?list/,
  /blocked/,
  /banned/,
  /rbl|dnsbl|uribl|spamhaus|spamcop|barracuda|sorbs/,
  /reputation/,
  /malware|virus|phish/,
])

const authentication = anyOf([
  /dmarc|dkim|spf|sender policy/,
  /ptr record|reverse dns|rdns|reverse (lookup|host|address)/,
  /helo|ehlo/,
  /tls|starttls|encrypt|certificate/,
  /authenticat/,
])

const rules = anyOf([
  /policy|policies|poor|prohibited/,
  /not authori[sz]ed|unauthori[sz]ed|administrative(ly)?|forbidden|restricted/,
  /access (denied|restriction)/,
  /complaint/,
  /rate ?limit|too many|throttl/,
  /(grey|gray)list|deferred due/,
])

const room = anyOf([
  /quota/,
  /mailbox (is )?(full|exceed)|mailfolder is full|full mailbox|mailbox exceeds|is full/,
  /(over|exceeded?) (the )?(storage|quota|limit)/,
  /storage (limit|allocation|space)|disk (full|space|quota)/,
  /insufficient (disk|storage|system)|not enough (storage|space|disk)|out of (storage|disk)/,
  /size limit|too (big|large)|exceeds? (the )?(size|maximum|fixed|limit)/,
])

/** Somebody switched it off, and may switch it on. */
const switchedOff = anyOf([
  /suspend|disabled|inactive|not active|deactivated|locked|frozen|dormant/,
  /expired mailbox/,
  /has been blocked/,
])

const theMail = anyOf([
  /content|attachment|message (format|header)|header|syntax|8-?bit|charset|mime/,
  /from: address|sender (address )?(rejected|verify|denied|unknown|not)|verify your sender/,
  /return.?path|mail from/,
])

/** Words that acquit the address, however permanent the failure is; the first that are found decide. */
const acquitting: readonly (readonly [RegExp, BounceClass])[] = [
  [relaying, 'policy'],
  [spam, 'policy'],
  [authentication, 'policy'],
  [rules, 'policy'],
  [room, 'soft'],
  [timing, 'soft'],
  [switchedOff, 'soft'],
  [theMail, 'soft'],
]

/** What it is instead of a mailbox that is not there. Null: nothing acquits the address. */
export const acquits = (words: string): BounceClass | null =>
  acquitting.find(([pattern]) => pattern.test(words))?.[1] ?? null

/** Only the time it took speaks for the address, which says nothing where the mailbox was refused. */
export const isAboutTimeOnly = (words: string): boolean =>
  acquitting.filter(([pattern]) => pattern.test(words)).every(([pattern]) => pattern === timing)

/** `user`, then within a few words that there is none; or the other way round. */
const mailbox = 'user|recipient|mailbox|account|address|addressee|destination|local|person|id|userid|name'
const missing = [
  'unknown',
  'not (found|exist|known|listed|recogni[sz]ed|valid|here|local)',
  "do(es)?(n['’]t| not) (exist|have)",
  'no(t)? longer',
  'non.?exist',
  'invalid',
  'unavailable',
  'undeliverable',
  'could not be found',
  "isn['’]t",
  'is not a',
].join('|')

/** Words for a mailbox that is not there. */
export const noMailbox = anyOf([
  new RegExp(`(${mailbox}|local part|customer)\\b[^\\n]{0,40}\\b(${missing})`),
  new RegExp(
    `(unknown|invalid|no such|non.?existent|bad|illegal|undefined)\\b[^\\n]{0,24}\\b(${mailbox}|alias)\\b`,
  ),
  /no mailbox here|no account by that name|no one (by|with) that name|there is no one/,
  /not our customer|not found in directory|not a valid (mailbox|user|recipient|account)/,
  /unrouteable address|no forwarding address|address error/,
  /address (has )?changed|has moved/,
  /delivery not authorized, message refused/,
  /user doesn['’]t have|user is unknown|this account is not allowed|recipient rejected|recipnotfound/,
  /does not exist/,
  /i couldn['’]t find any host/,
  /mailbox not available/,
])

/** Words for a domain that takes no mail. */
export const noDomain = anyOf([
  /(host|domain|mx|server|site|name server|hostname)\b[^\n]{0,40}\b(unknown|not found|does(n['’]t| not) exist|no such|lookup failure|non.?exist|not valid|invalid|cannot be resolved|could not be (found|resolved)|no mx)/,
  /(unknown|no such|bad|illegal)\b (host|domain)/,
  /nxdomain|name or service not known|name service error/,
  /no (valid |usable )?mx|null ?mx|all relevant mx records point to non-?existent hosts/,
  /does not (accept|receive) (any )?(mail|email)/,
  /not accepting (network )?messages|system not accepting/,
  /unrouteable (mail )?domain/,
  /cannot find (your )?(host|hostname)/,
  /dns (domain|name) [^\n]{0,30}does not exist/,
])
