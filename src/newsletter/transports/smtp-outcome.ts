import type { NodemailerError } from 'nodemailer'

import { type JudgedReply, judgedReply } from '../feedback/class-of-reply.ts'
import { classOfRefusal, type Outcome, type RefusalReason } from './transport.ts'

/** Why nodemailer failed, as far as it decides what happens next. */
export interface SmtpFailure {
  readonly error: Pick<NodemailerError, 'code' | 'command' | 'response' | 'responseCode'>
  /** Whether the message had left to its end when it failed: without its final dot no server takes it. */
  readonly mayBeTaken: boolean
  readonly now: Date
}

const MINUTE_MS = 60_000
/** Greylisting wants five minutes. https://www.rfc-editor.org/rfc/rfc6647#section-5.2 */
const BUSY_MS = 5 * MINUTE_MS
/** What Gmail asks for after 421 4.7.28. https://support.google.com/a/answer/3726730 */
const RATE_LIMITED_MS = 10 * MINUTE_MS
/** People empty a mailbox in hours, not minutes. */
const MAILBOX_FULL_MS = 30 * MINUTE_MS
const UNAUTHORISED_MS = 15 * MINUTE_MS

/**
 * Whether it is tried again depends on reply codes and on how far the exchange had come, never on text. A reply is a definite
 * answer; without one it depends on whether the whole message had left. What a refusal says of the address is judged like
 * one that comes back.
 */
export function smtpOutcome({ error, mayBeTaken, now }: SmtpFailure): Outcome {
  const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)
  const { responseCode, command = '', response = '' } = error
  const judged = judgedReply({ response, command })
  const { status } = judged
  const code = codeOf(error, status)
  if (error.code === 'EAUTH')
    return { kind: 'not-now', reason: 'unauthorised', retryAt: later(UNAUTHORISED_MS), code }
  if (responseCode === undefined || responseCode < 400) {
    return mayBeTaken
      ? { kind: 'ambiguous', reason: 'no-answer' }
      : { kind: 'not-now', reason: 'unreachable', retryAt: later(MINUTE_MS), code }
  }
  // With 421 nodemailer names the connection instead of the command, unless it was the greeting.
  const isCutShort = responseCode === 421 && command === 'CONN' && error.code === 'ECONNECTION'
  const isAboutAddress = command === 'RCPT TO' || command === 'DATA' || isCutShort
  if (isAboutRate(responseCode, status))
    return {
      kind: 'not-now',
      reason: 'rate-limited',
      retryAt: later(RATE_LIMITED_MS),
      code,
      about: isAboutAddress ? 'provider' : 'transport',
    }
  if (status === '4.2.2')
    return { kind: 'not-now', reason: 'mailbox-full', retryAt: later(MAILBOX_FULL_MS), code }
  // Before MAIL the other side speaks of itself, not of this mail. 503 is about the order of commands.
  const aboutThisMail = command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA'
  if (responseCode < 500 || responseCode === 503 || !aboutThisMail)
    return {
      kind: 'not-now',
      reason: 'busy',
      retryAt: later(BUSY_MS),
      code,
      about: busyWith(responseCode, isAboutAddress),
    }
  const reason = refusalOf(command, judged)
  return { kind: 'refused', reason, permanent: classOfRefusal[reason] === 'hard', code }
}

/**
 * Gmail's 4.7.28, and 421 with a word on security. Otherwise 4.7.x is mostly greylisting, which concerns one sender and
 * recipient. https://support.google.com/a/answer/3726730 https://www.rfc-editor.org/rfc/rfc6647#section-5.2
 */
const isAboutRate = (responseCode: number, status: string | null): boolean =>
  status === '4.7.28' || (responseCode === 421 && status?.startsWith('4.7.') === true)

/** 421 closes the connection, so it is never about one mailbox. Before a recipient was named it is about us alone. */
function busyWith(responseCode: number, isAboutAddress: boolean) {
  if (!isAboutAddress) return 'transport'
  return responseCode === 421 ? 'provider' : 'mailbox'
}

/** RFC 3463: the mail is larger than they take, there or in that mailbox, or its content or form is not taken. */
const aboutMessage = /^5\.(2\.3|3\.4|6\.\d+)$/

function refusalOf(command: string, { bounceClass, status }: JudgedReply): RefusalReason {
  // Whoever is written to was not spoken of yet.
  if (command === 'MAIL FROM') return 'sender-refused'
  // RFC 6531: letters beyond ASCII.
  if (status === '5.6.7') return 'address-not-supported'
  switch (bounceClass) {
    case 'hard':
      return 'address-rejected'
    case 'policy':
      return aboutMessage.test(status ?? '') ? 'message-refused' : 'policy'
    case 'soft':
      return status === '5.2.2' ? 'mailbox-full' : 'mailbox-refused'
  }
}

function codeOf({ code, responseCode }: SmtpFailure['error'], status: string | null): string | null {
  if (responseCode === undefined) return code ?? null
  return status === null ? String(responseCode) : `${responseCode} ${status}`
}
