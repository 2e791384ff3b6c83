import type { BounceClass } from '../../ledger/mail-feedback.ts'

/** What a server answered, and when. */
export interface Reply {
  readonly code: string
  /** Null: it gave none. */
  readonly status: string | null
  readonly words: string
  readonly stage: 'RCPT TO' | 'DATA' | 'MAIL FROM'
  /** What it means, in the eyes of a person. */
  readonly bounceClass: BounceClass
}

const to =
  (stage: Reply['stage'], bounceClass: BounceClass) =>
  (code: string, status: string | null, words: string): Reply => ({ code, status, words, stage, bounceClass })

export const dead = to('RCPT TO', 'hard')
/** Full, switched off or out of order: it may be there tomorrow. */
export const notNow = to('RCPT TO', 'soft')
export const refused = to('RCPT TO', 'policy')
export const notTheMail = to('DATA', 'policy')
export const notNowTheMail = to('DATA', 'soft')
export const notTheSender = to('MAIL FROM', 'policy')
