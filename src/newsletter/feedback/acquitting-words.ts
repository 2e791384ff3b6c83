import type { BounceClass } from '../../ledger/mail-feedback.ts'
import { anyOf } from './any-of.ts'
import { fullAbroad, spamAbroad, switchedOffAbroad } from './bounce-words-abroad.ts'

/** It took too long, or somebody was away. */
const timing = anyOf([
  /timed? ?out/,
  /temporar/,
  /try again/,
  /retry/,
  /conn(ection)? (refused|reset|lost|dropped|closed)/,
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
  /(grey|gray)list|deferred/,
  /name lookup failure/,
  /expired|too long in (the )?queue|in the queue too long|gave up/,
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
  /client host (name )?(rejected|refused)|(find|resolve) your\b/,
  /tls|starttls|encrypt|certificate/,
  /authenticat/,
  /ip address[^\n]{0,30}\b(unknown|not|invalid|no)\b/,
])

const rules = anyOf([
  /policy|policies|poor|prohibited/,
  /not authori[sz]ed|unauthori[sz]ed|administrative(?!ly (disabled|suspended|locked))|forbidden|restricted/,
  /access (denied|restriction)/,
  /refused to talk to me/,
  /complaint/,
  // Outlook.com's own. https://postmaster.live.com/snds/ipstatus
  /(sc|dy|ou)-\d{3}\b/,
  /rate ?limit|too many(?! hops)|throttl/,
  /recipient['’]?s? (preferences|rules)|refused by (the )?filter|rule imposed/,
  /only accepts (mail|e-?mail|messages) from|not (allowed|permitted) to (send|post|submit)/,
  /(do(n['’]t| not)|not) accept (mail|e-?mail|messages) from/,
  /your (ip|host|server|domain|network|mail server|message|mail)\b[^\n]{0,40}\b(listed|rejected|refused|blocked|denied|not (allowed|permitted|accepted))/,
  /(ip|address|host|client) [^\n]{0,40}\b(is|are|was) listed/,
])

const room = anyOf([
  /quota/,
  /mailbox (is )?(full|exceed)|mailfolder is full|full mailbox|mailbox exceeds|is full/,
  /(over|exceeded?) (the )?(storage|quota|limit)/,
  /storage (limit|allocation|space)|disk (full|space|quota)/,
  /insufficient (disk|storage|system)|not enough (storage|space|disk)|out of (storage|disk)/,
])

/** Somebody switched it off, and may switch it on. */
const switchedOff = anyOf([
  /suspend|disabled|inactive|not active|deactivated|locked|frozen|dormant/,
  /expired mailbox|(account|mailbox) (has |is )?expired|terminated|archived/,
  /no longer (accept|active)/,
  /has been blocked/,
])

/** The mail itself, or whom it says that it is from. It would be refused anywhere. */
const theMail = anyOf([
  /content|attachment|message (format|header)|header|syntax|8-?bit|charset|mime\b/,
  /size limit|too (big|large)|exceeds? (the )?(size|maximum|fixed|limit)|size exceed/,
  /return.?path|mail from/,
])

const theSender = anyOf([
  /from: address|sender['’]?s? (address )?(rejected|refused|verif|denied|unknown|not|blocked|domain)/,
  /(verify|verif[^\n]{0,20}) (your |the )?sender|invalid sender/,
  /(in reply to|after) mail from/,
  /(call-?(out|back)|sender) verif|verification failed for/,
])

type Acquittal = readonly [RegExp, Exclude<BounceClass, 'hard'>]

/** Words that say something else than a status of no such mailbox does. */
const contradicting: readonly Acquittal[] = [
  [relaying, 'policy'],
  [spam, 'policy'],
  [spamAbroad, 'policy'],
  [authentication, 'policy'],
  [theSender, 'policy'],
  [rules, 'policy'],
  [room, 'soft'],
  [fullAbroad, 'soft'],
]

/** Words that acquit the address, however permanent the failure is. */
const acquitting: readonly Acquittal[] = [
  ...contradicting,
  [switchedOff, 'soft'],
  [switchedOffAbroad, 'soft'],
]

/** Somebody may be called `spam@` or `policy@`. */
const withoutAddresses = (words: string): string =>
  words.replace(/[^\s<>()"',;:]{1,64}@[^\s<>()"',;:]{1,254}/g, '@')

const classIn = (list: readonly Acquittal[], words: string): Acquittal[1] | null => {
  const said = withoutAddresses(words)
  return list.find(([pattern]) => pattern.test(said))?.[1] ?? null
}

/** What it is instead of a mailbox that is not there. Null: nothing acquits the address. */
export const acquits = (words: string): Acquittal[1] | null => classIn(acquitting, words)

/** What the words say instead, where the status says that there is no such mailbox. Null: nothing. */
export const contradicts = (words: string): Acquittal[1] | null => classIn(contradicting, words)

/** Whether it took too long: that says nothing where the mailbox was refused. */
export const isAboutTime = (words: string): boolean => timing.test(words)

/** Whether the mail itself is spoken of: so do templates that say which mail it was. */
export const isAboutMail = (words: string): boolean => theMail.test(words)
