import { anyOf } from './any-of.ts'

/** What the server said no to was the recipient, not the mail or the sender. */
const refusedRecipient = anyOf([
  /(?<!need )rcpt(_to)?\b|does not like recipient/,
  /recipient (address )?(was |is |has been )?(rejected|refused)|(rejected|refused) (the |your )?recipient/,
  // Who says `recipient` answers to whom it was for.
  /(invalid|unknown|unrecogni[sz]ed|bad|no such|no valid|illegal) (recipient|destination)/,
  /recipient['’]?s?( (e-?mail|name|address|mailbox|account)){0,2} (is |was |does |could )?(not|n['’]t|unknown|invalid|unrecogni[sz]ed)/,
  // Gmail, before it wrote reports: in the answer to RCPT.
  /state 1[234]\)/,
  // What the server that reports knows of its own mailboxes, and says without a dialogue.
  /unknown (user|name):|user not found\)|not listed in (the )?(public|domino)/,
  /domino[- ](verzeichnis|directory)|(annuaire|directorio|rubrica|katalog)( de| di)? domino/,
  /unrouteable address|unroutable address|resolver\.adr|\w*recip\w*notfound/,
])

/** It had taken the recipient, and read the mail. */
const afterAll = /\bend of data\b|\[data\]|after I sent the message|\(state 1[5-9]\)/i

/** An address is what both sides have. */
const refusedAddress =
  /\b(invalid|unknown|unrecogni[sz]ed|bad|no such|illegal) address|\b(rejected|refused) (the |your )?address/i

/** The server had taken the recipient already, or was not told of it. */
const afterwards = /\b(in reply to|after) (end of )?(data|mail from)\b|\[(data|mail_from)\]/i

/** Whether the words say that it was the recipient. Many say `user unknown` when they mean that they do not want the mail. */
export const isOfRecipient = (words: string): boolean =>
  !afterAll.test(words) &&
  (refusedRecipient.test(words) || (refusedAddress.test(words) && !afterwards.test(words)))

const refusedMail = anyOf([
  /(in reply to|after) (end of )?(data|mail from)\b/,
  /rejected (the )?message|end of data|after I sent the message/,
  // The domain of those whom it takes mail for is there: one that is not is the sender's.
  /[45]\d\d[- ](?=[^\n]{0,80}\bdomain\b)/,
])

/** Whether it was the mail or its sender: whatever the server does not know then is not the recipient's. */
export const isOfMail = (words: string): boolean => !isOfRecipient(words) && refusedMail.test(words)
