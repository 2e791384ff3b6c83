import type { BounceClass } from '../../ledger/mail-feedback.ts'
import { acquits, contradicts, isAboutMail, isAboutTime, isOfSender } from './acquitting-words.ts'
import { hasMoved, isGone, noDomain, saysNoMailbox, takesNoMail, withoutAdvice } from './bounce-words.ts'
import type { StatusCodes } from './status-codes.ts'
import { isOfMail, isOfRecipient } from './what-was-refused.ts'

export interface Failure extends StatusCodes {
  /** Whatever words came with the numbers. */
  readonly words: string
  /** Whether whoever reports speaks of mailboxes of its own, and quotes nobody. @default false */
  readonly isOwn?: boolean
}

/** Characters that say what the matter was: what is longer tells no more, or is made to keep us busy. */
export const MAX_WORDS = 4_000

/** RFC 3463: no such mailbox, system or syntax; moved; RFC 7505: takes no mail. */
const hardStatus = new Set([
  ...['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.3.2', '5.4.4'],
  // Exchange Online's own: the next server knows no such recipient; there is no such domain.
  ...['5.1.350', '5.1.351', '5.4.310'],
])

/** RFC 3463: our address is the one that is not taken. */
const senderStatus = new Set(['5.1.7', '5.1.8'])

/** Refused for reasons of theirs, by RFC 3463; many servers say so of all whom they do not know. */
const refusesAs = new Set(['5.7.0', '5.7.1'])

/** RFC 3463: larger than they take, there or in that mailbox. What there is to mend is ours. */
const sizeStatus = new Set(['5.2.3', '5.3.4'])

/** Somebody was asked at least, and did not answer, where the status says that there is no host. */
const wasThere = /conn(ection)? (refused|reset|timed)|timed? ?out/i

/** Exchange Online's edge knows no such mailbox. https://learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr */
const isUnknownAtEdge = ({ status, words }: Failure): boolean =>
  status === '5.4.1' && /recipient address(es)? rejected ?: access denied/i.test(words)

/**
 * Judges by the enhanced status, then the words. Words alone count only where the server spoke of the recipient: many say
 * `user unknown` when they mean that they do not want the mail. Where things contradict each other the gentler one
 * stands: a mailbox that is called dead by mistake is a reader lost without anybody noticing.
 */
export const bounceClassOf = (failure: Failure): BounceClass => verdictOn(failure) ?? 'soft'

/** Null: nothing in it says what the matter was. */
export function verdictOn(failure: Failure): BounceClass | null {
  const { status, replyCode } = failure
  if ((status ?? replyCode)?.startsWith('4') === true) return 'soft'
  const said = { ...failure, words: inOneLine(failure.words.slice(0, MAX_WORDS)) }
  if (status !== null && senderStatus.has(status)) return 'policy'
  if (takesNoMail.test(said.words) && !/\bsender\b/i.test(said.words) && contradicts(said.words) === null)
    return 'hard'
  // RFC 7505: ours has no mail exchanger. Sendmail gives it also where it is theirs.
  if (status === '5.7.27') return 'policy'
  const byStatus = status === null ? null : verdictOfStatus(status, said)
  return byStatus ?? verdictOfWords(said)
}

/** An answer of several lines has its code on each, in the middle of what it says. */
const inOneLine = (words: string): string =>
  words.replace(/(?<=\S)[ \t\n]{1,8}[245]\d\d[- ](?:[245]\.\d{1,3}\.\d{1,3}[ \t]|(?<=-))/g, ' ')

function verdictOfStatus(status: string, failure: Failure): BounceClass | null {
  const { words } = failure
  if (status === '5.4.4' && wasThere.test(words)) return 'soft'
  if (hardStatus.has(status) && isOfSender(words)) return 'policy'
  if (hardStatus.has(status)) return saysNoMailbox(words) ? 'hard' : (contradicts(words) ?? 'hard')
  if (isUnknownAtEdge(failure)) return 'hard'
  if (refusesAs.has(status) && speaksOfRecipient(failure) && saysNoMailbox(words) && acquits(words) === null)
    return 'hard'
  if (status === '5.2.1' && isGone(words) && acquits(words) === null) return 'hard'
  if (/^5\.[67]\./.test(status) || sizeStatus.has(status)) return 'policy'
  return status === '5.2.2' ? 'soft' : null
}

/** RFC 3463, section 3.2: a status of the fives and ones is about the recipient's address, whatever it is. */
const speaksOfRecipient = ({ status, words }: Failure): boolean =>
  status?.startsWith('5.1.') === true || isOfRecipient(words)

/** Yahoo says so as well of an account that nobody used for long, and that may be opened again. */
const hasNoAccount = /(does not|doesn['’]t) have an? \S{1,64} account/i

const hasNone = (words: string): boolean =>
  saysNoMailbox(words) && !isAboutTime(words) && !hasNoAccount.test(words)

/** RFC 3463, section 3.3: the mailbox is there, and something is the matter with it. */
const outOfOrder = /\b(unavailable|not available|undeliverable)\b/gi

function verdictOfWords(failure: Failure): BounceClass | null {
  const { status, words, isOwn = false } = failure
  const acquitted = acquits(words)
  if (acquitted !== null) return acquitted
  const about = status?.startsWith('5.2.') ? words.replace(outOfOrder, '') : words
  if (speaksOfRecipient(failure) && saysNoMailbox(about)) return 'hard'
  if (isOwn && hasNone(withoutAdvice(words))) return 'hard'
  if (isAboutTime(words)) return 'soft'
  if (!/^5\.[14]\./.test(status ?? '') && isOfMail(words)) return isAboutMail(words) ? 'policy' : null
  if (noDomain.test(words) || hasMoved.test(words) || /recipient address rejected\.?\s*$/i.test(words))
    return 'hard'
  return isAboutMail(words) ? 'policy' : null
}
