import { anyOf } from './any-of.ts'
import { noMailboxAbroad } from './bounce-words-abroad.ts'

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
export const saysNoMailbox = (words: string): boolean => noMailbox.test(words) || noMailboxAbroad.test(words)

const noMailbox = anyOf([
  new RegExp(`(${mailbox}|local part|customer)\\b[^\\n]{0,40}\\b(${missing})`),
  new RegExp(
    `(unknown|invalid|no such|non.?existent|bad|illegal|undefined)\\b[^\\n]{0,24}\\b(${mailbox}|alias)\\b`,
  ),
  /no mailbox here|no account by that name|no one (by|with) that name|there is no one/,
  /not our customer|not found in directory|not a valid (mailbox|user|recipient|account)/,
  /unrouteable address|no forwarding address|address error/,
  /address rejected\b(?!:)/,
  /address (has )?changed|has moved|(has been|was) replaced by/,
  /delivery not authorized, message refused/,
  /no mail ?box\b|no valid recipients|recipient (is )?not (ok|in my)|not (a local|email) address/,
  /not an active address|not a known user|mailbox not present|missing home directory/,
  /\w*recip\w*notfound|badr(cpt|ecipient)to|in my bad ?r(cpt|ecipient)to list/,
  /user doesn['’]t have|user is unknown|this account is not allowed|recipient rejected|recipnotfound/,
  /does not exist/,
  /i couldn['’]t find any host/,
  /mailbox not available/,
])

/** Words for a mailbox whose owner is elsewhere now. */
export const hasMoved = anyOf([
  /(user|recipient|mailbox|account|he|she) (has )?moved to\b/,
  /address (has been|was) (changed|replaced)|has a new (e-?mail )?address/,
])

/** Words for a domain that takes no mail. */
export const noDomain = anyOf([
  // No further than to what the host said, and to whom.
  /(host|domain|mx|name server|hostname)\b[^\n<>@:]{0,40}\b(unknown|not found|does(n['’]t| not) exist|no such|non.?exist|not valid|invalid|cannot be resolved|could not be (found|resolved)|no mx)/,
  /(server|site)\b[^\n<>@:]{0,40}\b(not found|does(n['’]t| not) exist|cannot be resolved|could not be (found|resolved))/,
  /(unknown|no such|bad|illegal)\b (host|domain)/,
  /(invalid|non-?existent|unresolvable) (host|domain)|(resolve|find) (the |a )?(destination|recipient|mail exchanger|gateway)/,
  /host found but no data record|host address lookups failed permanently/,
  /nxdomain|name or service not known|nodename nor servname|name service error/,
  /no (valid |usable )?mx|null ?mx|all relevant mx records point to non-?existent hosts/,
  /does not (accept|receive) (any )?(mail|email)/,
  /not accepting (network )?messages|system not accepting/,
  /unrouteable (mail )?domain/,
  /cannot find (your )?(host|hostname)/,
  /dns (domain|name) [^\n]{0,30}does not exist/,
])
