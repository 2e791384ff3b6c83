import type { BounceClass } from '../../ledger/mail-feedback.ts'
import { verdictOn } from './bounce-class.ts'
import { statusCodesIn } from './status-codes.ts'

/** How a mail service classes a bounce: Resend, and Amazon SES which it builds on, use the same words. */
export interface ServiceClass {
  /** `Permanent`, `Transient` or `Undetermined`. */
  readonly type: string
  readonly subType: string
}

/** Whether the service refused because the address is on its own list. */
export const isTheirList = ({ subType }: ServiceClass): boolean => /suppress/i.test(subType)

/** They are about the mail, and would be said of it to anybody. */
const aboutTheMail = /ContentRejected|AttachmentRejected|MessageTooLarge/

/** The mailbox is there, whatever type the service makes of it. */
const isFull = /MailboxFull/

/**
 * The service's word, unless the mail server's own is gentler: `Permanent` holds refusals of us as well. Their own list is
 * no bounce of this mail, and is brought over by comparing the lists.
 * @param diagnostic what the mail server said. Empty: the service does not tell.
 */
export function classOfService(bounce: ServiceClass, diagnostic: string): BounceClass {
  if (isTheirList(bounce) || aboutTheMail.test(bounce.subType)) return 'policy'
  const verdict = verdictOn({ ...statusCodesIn(diagnostic), words: diagnostic })
  if (isFull.test(bounce.subType)) return verdict === 'policy' ? 'policy' : 'soft'
  if (bounce.type === 'Permanent') return verdict ?? 'hard'
  return verdict === 'policy' ? 'policy' : 'soft'
}
