import type { BounceClass } from '../../ledger/mail-feedback.ts'
import { type BounceSample, mailOf, ownHead } from './bounce-sample.ts'

type Verdict = readonly [bounceClass: BounceClass, status: string | null]

/** Text only: subject, lines, what parts them from our own mail. */
export const text = (
  name: string,
  address: string,
  [bounceClass, status]: Verdict,
  { from = 'MAILER-DAEMON@mx.example.net', subject, lines, before = '----- Original message -----' }: Told,
): BounceSample => ({
  name,
  raw: mailOf(
    [
      `From: ${from}`,
      `Subject: ${subject}`,
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
    ],
    [...lines, '', before, '', ...ownHead(address)],
  ),
  address,
  status,
  bounceClass,
})

interface Told {
  readonly from?: string
  readonly subject: string
  readonly lines: readonly string[]
  readonly before?: string
}

export const domino = (name: string, address: string, verdict: Verdict, subject: string, reason: string) =>
  text(name, address, verdict, {
    from: 'Postmaster@example.net',
    subject,
    lines: [
      'Your message',
      '',
      '  Subject: News of this month',
      '',
      'was not delivered to:',
      '',
      `  ${address}`,
      '',
      'because:',
      '',
      `  ${reason}`,
    ],
    before: 'Reporting is done.',
  })

export const eximLocal = (name: string, address: string, verdict: Verdict, reason: string) =>
  text(name, address, verdict, {
    subject: 'Mail delivery failed: returning message to sender',
    lines: [
      'This is a permanent error. The following address(es) failed:',
      '',
      `  ${address}`,
      `    ${reason}`,
    ],
    before: '------ This is a copy of the message, including all the headers. ------',
  })

export const qmailLocal = (name: string, address: string, verdict: Verdict, reason: string) =>
  text(name, address, verdict, {
    subject: 'failure notice',
    lines: ['Hi. This is the qmail-send program at mx.example.net.', '', `<${address}>:`, reason],
    before: '--- Below this line is a copy of the message.',
  })

export const opensmtpd = (name: string, address: string, verdict: Verdict, reason: string) =>
  text(name, address, verdict, {
    subject: 'Delivery status notification: error',
    lines: [
      '    Hi!',
      '',
      '    This is the MAILER-DAEMON, please DO NOT REPLY to this email.',
      '',
      `${address}: ${reason}`,
    ],
    before: '    Below is a copy of the original message:',
  })
