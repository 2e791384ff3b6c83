import type { BounceClass } from '../../ledger/mail-feedback.ts'
import { bounceClassOf, MAX_WORDS } from './bounce-class.ts'
import { type StatusCodes, statusCodesIn } from './status-codes.ts'

/** What a server says no with while it is spoken to. */
export interface Reply {
  /** As it came, of several lines where it had several: `550-5.1.1 …`. */
  readonly response: string
  /** That it answers. */
  readonly command: string
}

export interface JudgedReply extends StatusCodes {
  readonly bounceClass: BounceClass
}

/**
 * The same judgement as of a mail that comes back, in the words of one: whether a server says no at once, or another on our
 * behalf and later, is chance.
 */
export function judgedReply({ response, command }: Reply): JudgedReply {
  const lines = response.slice(0, MAX_WORDS).split(/[\r\n]+/)
  const said = lines.map((line) => line.trim()).join(' ')
  const codes = statusCodesIn(said)
  return { ...codes, bounceClass: bounceClassOf({ ...codes, words: `${said} in reply to ${command}` }) }
}
