import { sql } from '../../database/database.ts'

/**
 * Why an address must not get mail, the gravest first: its owner marked mail of ours as unwanted, their mailbox does not
 * exist, we were asked to stop, they left a newsletter, they had everything erased.
 */
export const suppressionReasons = ['complaint', 'hard-bounce', 'manual', 'unsubscribed', 'erased'] as const
export type SuppressionReason = (typeof suppressionReasons)[number]

/** Who said so: the person, their mail server, somebody of staff, a list that was brought in, or the sending service. */
export const suppressionOrigins = ['person', 'mailbox', 'officer', 'import', 'resend'] as const
export type SuppressionOrigin = (typeof suppressionOrigins)[number]

/** Of every mail, in place of a newsletter's id. */
export const EVERYTHING = 'global'

/** What an officer may release. Who left or had themselves erased comes back by themselves and not otherwise. */
export const releasableReasons = ['complaint', 'hard-bounce', 'manual'] as const satisfies SuppressionReason[]

export const isReleasable = (reason: SuppressionReason): boolean =>
  (releasableReasons as readonly SuppressionReason[]).includes(reason)

/** Reasons that a sending service has to know too: whoever else we are, to send there harms. As a list of SQL. */
export const BARRING = sql`('complaint', 'hard-bounce', 'manual')`
