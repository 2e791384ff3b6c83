import type { BounceClass } from '../../ledger/mail-feedback.ts'
import { acquits, isAboutTimeOnly, noDomain, noMailbox } from './bounce-words.ts'
import type { StatusCodes } from './status-codes.ts'

export interface Failure extends StatusCodes {
  /** Whatever words came with the numbers. */
  readonly words: string
}

/** RFC 3463: no such mailbox, system or syntax; moved; RFC 7505: takes no mail. */
const hardStatus = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.4.4', '5.3.2'])

/** RFC 3463: our address is the one that is not taken. */
const senderStatus = new Set(['5.1.7', '5.1.8'])

/** RFC 3463: full; larger than they take. */
const fullStatus = new Set(['5.2.2', '5.2.3'])

/** What the server said no to was the recipient, not the mail or the sender. */
const refusedRecipient =
  /\brcpt\b|does not like recipient|recipient address rejected|address (not found|couldn['’]t be found)|invalid final delivery userid|recipient name is not recognized|rejected recipient/i

/** A domain that says that it takes no mail at all. https://www.rfc-editor.org/rfc/rfc7505 */
const takesNoMail = /null ?mx|(host|domain|system) does not (accept|receive) (any )?(mail|email)/i

/** Exchange Online's edge knows no such mailbox. https://learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr */
const isUnknownAtEdge = ({ status, words }: Failure): boolean =>
  status === '5.4.1' && /recipient address rejected: access denied/i.test(words)

/**
 * Judges by the enhanced status, then the words. Words alone count only where the server spoke of the recipient: many say
 * `user unknown` when they mean that they do not want the mail. Where things contradict each other the gentler one
 * stands: a mailbox that is called dead by mistake is a reader lost without anybody noticing.
 */
export const bounceClassOf = (failure: Failure): BounceClass => verdictOn(failure) ?? 'soft'

/** Null: nothing in it says what the matter was. */
export function verdictOn(failure: Failure): BounceClass | null {
  const { status, replyCode, words } = failure
  if ((status ?? replyCode)?.startsWith('4') === true) return 'soft'
  if (takesNoMail.test(words)) return 'hard'
  const byStatus = status === null ? null : verdictOfStatus(status, failure)
  return byStatus ?? verdictOfWords(words)
}

function verdictOfStatus(status: string, failure: Failure): BounceClass | null {
  if (senderStatus.has(status)) return 'policy'
  if (hardStatus.has(status))
    return acquits(failure.words) === 'policy' && !noMailbox.test(failure.words) ? 'policy' : 'hard'
  if (isUnknownAtEdge(failure)) return 'hard'
  if (status.startsWith('5.7.')) return 'policy'
  return fullStatus.has(status) ? 'soft' : null
}

function verdictOfWords(words: string): BounceClass | null {
  const acquitted = acquits(words)
  if (refusedRecipient.test(words) && noMailbox.test(words) && (acquitted === null || isAboutTimeOnly(words)))
    return 'hard'
  if (acquitted !== null) return acquitted
  return noDomain.test(words) || /recipient address rejected\.?\s*$/i.test(words) ? 'hard' : null
}
