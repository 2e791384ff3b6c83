import { anyOf } from './any-of.ts'
import { adviceAbroad, goneAbroad, noMailboxAbroad } from './bounce-words-abroad.ts'

/** Who or what should be there. */
const mailbox = [
  'user|user ?(name|id|account)|login|recipient|addressee|subscriber|member|person|customer',
  'mail ?(box|addr(ess)?|account|user)|mbox|inbox|account|address|alias|destination|local[ -]?part',
  'name|id',
].join('|')

/** That it is not there, said behind it. */
const missing = [
  'unknown|undefined|invalid|illegal|inexistent|non[ -]?exist[ae]nt|unrecogni[sz]ed|unavailable|unrout(e)?able',
  "(not|n['’]t)( yet| currently)?( be| been)? (found|exist(s|ing)?|known|listed|recogni[sz]ed|valid|here|local|present|registered|defined|available|matched|allowed here)",
  "not (a|an|ok|in|on|our|one of|user|known)|(is|was)n['’]t (a|an|in|found|valid|known|here)",
  "(do(es)?|did) ?(n['’]?t|not) (exists?|have|match|live|work)|never existed",
  'no longer (exists?|valid|available|here|with|works?|known|registered|present|in|at|a|an|employed)',
  'has (left|gone)|left the',
  'is not a|name not allowed',
].join('|')

/** The same, said before it. */
const noSuch = [
  'unknown(?! to\\b)|undefined|invalid|illegal|inexistent|non[ -]?exist[ae]nt|bad|unrecogni[sz]ed|unregistered|undeliverable|unrout(e)?able',
  "incorrect|(\\w{2,6}n['’]t|not) an?( valid| known| local| active| registered| existing| recogni[sz]ed){0,4}",
  "do(es)?( ?n['’]?t| not) (have|exists?|know)( that| this| such| an?| any)?|(can)?(not|n['’]t) (find|locate|recogni[sz]e)( that| this| the| such)?",
].join('|')

/** Words for a mailbox that is not there. */
export const saysNoMailbox = (words: string): boolean =>
  noMailbox.test(words) || noMailboxAbroad.test(words) || isGone(words)

/** Words for a mailbox that was there and is not any more: somebody closed it for good. */
export const isGone = (words: string): boolean => gone.test(words) || goneAbroad.test(words)

const owned = '(account|mail ?box|address|user|alias|recipient|subscriber)'
const passive = '(is|was|been|has been|have been|already|now|permanently)'

const gone = anyOf([
  new RegExp(`${owned}( \\S{1,80})? (${passive} ){1,4}(deleted|removed|erased|abolished)\\b`),
  new RegExp(`${owned} (${passive} ){0,4}(closed|cancell?ed)\\b|(deleted|closed) ${owned}`),
  new RegExp(`${owned}[^\\n]{0,40}\\bno longer exists?\\b`),
])

const noMailbox = anyOf([
  new RegExp(`(${mailbox})(e?s)?\\b[^\\n]{0,40}?\\b(${missing})\\b`),
  new RegExp(`(${noSuch})\\b[^\\n]{0,24}?\\b(${mailbox})\\b`),
  new RegExp(`no (such|valid|matching|known|local)\\b[^\\n]{0,24}?\\b(${mailbox})(e?s)?\\b`),
  /no ?(one|body|mail ?box|account|user|recipient|person|address|alias|customer|entry)( here| \S{1,80})? (by|with|of|for|called|named|matching|at|here|found|under)\b/,
  /no longer (works?|employed|with (us|this|the)|here)\b/,
  /no mail ?box\b|there is no one|not (our|a) customer|not user of|not (a|an|our) [^\n]{0,24}user\b/,
  /unrouteable address|unroutable address|no forwarding address|address error/,
  /address rejected\b(?!:)/,
  /(has been|was) replaced by|address (has )?changed|has moved/,
  /missing home directory/,
  /\w*recip\w*notfound|badr(cpt|ecipient)to|in my bad ?r(cpt|ecipient)to list/,
  /(bad|wrong|incorrect) destination( mail ?box| system)?( address)?/,
  /recipient rejected|mailbox not available/,
  /does not exist/,
  /i couldn['’]t find any host/,
])

/** Words for a mailbox whose owner is elsewhere now. */
export const hasMoved = anyOf([
  /(user|recipient|mailbox|account|he|she) (has )?moved to\b/,
  /address (has been|was) (changed|replaced)|has a new (e-?mail )?address/,
  /user not local; please try/,
])

/** What should be found by name. */
const host = 'host|hostname|domain|mx|exchanger|mail ?server|name ?server|gateway|site'
const unfound = [
  "unknown|not found|(wasn|weren)['’]t found|non[ -]?exist[ae]nt|not valid|invalid|no such|no mx|unresolvable",
  "do(es)?(n['’]t| not) exist|do(es)?(n['’]t| not) have (an? )?(mx|address|mail)",
  "(cannot|can['’]t|could(n['’]t| not)) be (found|resolved|located)",
].join('|')

/** Words for a domain that takes no mail. */
export const noDomain = anyOf([
  // No further than to what the host said, and to whom.
  new RegExp(`(${host})\\b[^\\n<>@:]{0,40}\\b(${unfound})`),
  /server\b[^\n<>@:]{0,40}\b(not found|does(n['’]t| not) exist|cannot be resolved|could not be (found|resolved))/,
  new RegExp(
    `(unknown|no such|bad|illegal|invalid|non-?existent|unresolvable|unroutable|unrouteable)( \\w{1,12})? (${host})\\b`,
  ),
  new RegExp(
    `(resolve|find|locate) (the |a |an |any )?(${host}|destination|recipient|mail exchanger)\\b|no (mail )?(servers?|exchangers?|hosts?) (appear|found|for|exist)`,
  ),
  /host found but no data record|host address lookups failed permanently/,
  /nxdomain|name or service not known|nodename nor servname|name service error/,
  /no (valid |usable )?mx|null ?mx|all relevant mx records point to non-?existent hosts/,
  /not accepting (network )?messages|system not accepting/,
  /nowhere to deliver mail/,
  /dns (domain|name) [^\n]{0,30}does not exist/,
])

/** A domain or server that says that it takes no mail at all, not only ours. https://www.rfc-editor.org/rfc/rfc7505, rfc7504 */
export const takesNoMail = anyOf([
  /null ?mx/,
  /(host|domain|system|server|site) (does not|doesn['’]t) (accept|receive) (any )?(mail|e-?mail|messages)\b(?=[ \t]*($|\n|[^\w\s]|in reply|for |at all|here\b))/,
  /sends and receives no (mail|e-?mail)|domain (is )?not in use/,
])

/** Somebody who guesses or advises: nothing in such a sentence says what the matter was. */
const advice =
  /\b(may|might|maybe|perhaps|possibl[ey]|probably|could have|usually|sometimes|please|if|unless|whether|check|verify|make sure|ensure|try)\b/i

/** What is left of a text without guesses and advice. */
export const withoutAdvice = (text: string): string =>
  text
    .split(/(?<=[.!?;])\s+|(?<=[。！？])|\n\s*\n/)
    .filter((sentence) => !advice.test(sentence) && !adviceAbroad.test(sentence))
    .join('\n')
