import type { BounceClass } from '../../ledger/mail-feedback.ts'
import { anyOf } from './any-of.ts'
import { fullAbroad, senderAbroad, spamAbroad, switchedOffAbroad } from './bounce-words-abroad.ts'

/** It took too long, or somebody was away. */
const timing = anyOf([
  /time(d|s)? ?out/,
  /temporar/,
  /try (again|later)/,
  /retry/,
  /conn(ection)? (refused|reset|lost|dropped|closed)/,
  /unreachable/,
  /no route/,
  /network/,
  /not yet been/,
  /delayed/,
  /loop/,
  /hop count|hops/,
  /service (currently |is )?unavailable/,
  /resources/,
  /load/,
  /busy/,
  /dns (server |query )?(failure|error|failed)/,
  /(grey|gray)list|deferred/,
  /name lookup failure/,
  /expired|too long in (the )?queue|in the queue too long|gave up/,
  /servfail/,
])

/** The same, said of the mailbox: it may be there tomorrow. */
const forNow = anyOf([
  /(currently|temporar(y|ily)|momentarily|presently) [^\n]{0,20}(unavailable|not available|inaccessible|disabled|suspended|locked|rejected|limited|unable|refus)/,
  /(unavailable|not available|inaccessible|cannot be accessed)[^\n]{0,20}(at (this|the)|currently|temporar|right now|for now)/,
  /(try|retry|send)( it| your message)?( again)? (later|in a|after|tomorrow)/,
  /receiving (mail |e-?mail |messages )?(too (quickly|fast)|at a rate)|(callout|recipient) verif/,
  /(internal|backend|database|directory|lookup|system|local|configuration) (error|failure|problem|unavailable|(is |was )?not available)/,
  /(mail ?box|account) (cannot|can['’]t|could not) be (accessed|opened|locked)/,
])

const relaying = anyOf([
  /(relay(ing)?|relayed)\b.{0,40}\b(denied|not|prohibited|access|disabled|refused|forbidden|rejected)/,
  /(not|n['’]t) (permitted|allowed|able|going) to relay|unable to relay|(not|n['’]t) relay\b/,
  /allowed rcpthosts|(local|internal) (users?|recipients?) only|delivery (is )?not allowed/,
])

const spam = anyOf([
  /spam/,
  /junk/,
  /unsolicited/,
  /bulk mail/,
  /(black|block|deny|reject|ban) ?list/,
  /blocked(?! (due to|for|because of) inactiv)/,
  /banned/,
  /rbl|dnsbl|uribl|surbl|spamhaus|spamcop|barracuda|sorbs|senderscore|cloudmark/,
  /reputation/,
  /malware|virus|phish|macros?\b/,
])

const authentication = anyOf([
  /dmarc|dkim|spf|sender policy|spoof/,
  /ptr( record)?|reverse dns|rdns|reverse (lookup|host|address)/,
  /helo|ehlo|(invalid|bad|missing) (dns|mx)\b/,
  /client host (name )?(rejected|refused)|(find|resolve) your\b/,
  /tls|starttls|encrypt|certificate/,
  /authenticat/,
  /ip address[^\n]{0,30}\b(unknown|not|invalid|no)\b/,
  /your (e-?mail )?(address(?! book)|domain|host|server|network)\b[^\n,]{0,40}\b(not|no|invalid|unknown|missing|bad)\b/,
])

const rules = anyOf([
  /policy|policies|poor|prohibit/,
  /not authori[sz]ed|unauthori[sz]ed|administrative(?!ly (disabled|suspended|locked))|forbidden|restrict/,
  /(access|permission|service) (denied|restriction|refuse)|denied by/,
  /refused to talk to me/,
  /complaint/,
  // Outlook.com's own. https://postmaster.live.com/snds/ipstatus
  /(sc|dy|ou)-\d{3}\b/,
  /rate ?limit|too many(?! (hops|messages on))|throttl|limit exceeded/,
  /recipient['’]?s? (preferences|rules)|refused by (the )?filter|rule imposed/,
  /(doesn['’]t|does not) (want|wish)|(on|in) (the |your |their )?(allow|safe|white)/,
  /only accepts (mail|e-?mail|messages) from|not (allowed|permitted) to (send|post|submit)/,
  /(do(n['’]t| not)|does(n['’]t| not)|not) accept (mail|e-?mail|messages) from/,
  /your (ip|host|server|domain|network|mail server|message|mail)\b[^\n,]{0,40}\b(listed|rejected|refused|blocked|denied|not (allowed|permitted|accepted))/,
  /(ip|address|host|client) [^\n]{0,40}\b(is|are|was) (listed|(on|in) (our|a|the) [^\n]{0,20}list)/,
  /(message|mail|content) (was |has been |is )?(denied|refused|rejected)/,
])

const room = anyOf([
  /quota/,
  /too many messages on/,
  /mailbox (is )?(full|exceed)|mailfolder is full|full mailbox|mailbox exceeds|(is|storage|box) full/,
  /(over|exceed(ed|s)?|exhausted|out of)[^\n]{0,24}\b(storage|quota|limit|space|allocation|capacity)/,
  /storage (limit|allocation|space)|disk (full|space|quota)/,
  /(insufficient|enough|no more|no) (disk|storage|system|space|room)/,
  /too (big|large) for (the |this )?(mail ?box|user)/,
])

/** Somebody switched it off, and may switch it on. */
const switchedOff = anyOf([
  /suspend|disabled|inactive|inactivity|not active|deactivated|locked|frozen|dormant|hibernat/,
  /expired mailbox|(account|mailbox) (has |is )?expired|terminated|archived|discontinued/,
  /no longer (accept|active)|not accepting (any )?(mail|messages|e-?mail)\b(?! for (this |the )?domain)|(on|put on) hold/,
  /has been blocked/,
])

/** The mail itself, or whom it says that it is from. It would be refused anywhere. */
const theMail = anyOf([
  /content|attachment|message (format|header)|header|syntax|8-?bit|charset|mime\b|malformed/,
  /size limit|too (big|large)|exceeds? (the )?(size|maximum|fixed|limit)|size exceed/,
  /return.?path|mail from/,
])

const refusal =
  "unknown|invalid|illegal|unrout|unresolv|reject|refus|denied|not |n['’]t |verif|blocked|banned|bad|disabled|illegal|does|failed"

const theSender = anyOf([
  new RegExp(`(sender|from: address|return[ -]?path|envelope from)\\b[^\\n]{0,30}(${refusal}|domain)`),
  new RegExp(`(${refusal})[^\\n]{0,24}\\b(sender|return[ -]?path)\\b`),
  /(domain|host)( name)? (of|in|for) (the |your )?sender|your (sender|sending|from|return) (address|domain)/,
  /(in reply to|after) mail from/,
  /(from|reply-to)( e-?mail)? (address|header|domain|field|line)\b|known senders?|list of (\w{1,20} )?senders/,
  /(call-?(out|back)|sender) verif|verification failed/,
  /(send|sending|sent)( e-?mail| mail| messages?)?( from| for) (this|your) (account|address)/,
])

type Acquittal = readonly [RegExp, Exclude<BounceClass, 'hard'>]

/** Words that say something else than a status of no such mailbox does. */
const contradicting: readonly Acquittal[] = [
  [relaying, 'policy'],
  [spam, 'policy'],
  [spamAbroad, 'policy'],
  [authentication, 'policy'],
  [theSender, 'policy'],
  [senderAbroad, 'policy'],
  [rules, 'policy'],
  [room, 'soft'],
  [fullAbroad, 'soft'],
]

/** Words that acquit the address, however permanent the failure is. */
const acquitting: readonly Acquittal[] = [
  ...contradicting,
  [switchedOff, 'soft'],
  [switchedOffAbroad, 'soft'],
  [forNow, 'soft'],
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

/** Whether it is our own address, and not the reader's, that they find fault with. */
export const isOfSender = (words: string): boolean => {
  const said = withoutAddresses(words)
  return theSender.test(said) || senderAbroad.test(said)
}

/** Whether it took too long: that says nothing where the mailbox was refused. */
export const isAboutTime = (words: string): boolean => timing.test(words)

/** Whether the mail itself is spoken of: so do templates that say which mail it was. */
export const isAboutMail = (words: string): boolean => theMail.test(words)
