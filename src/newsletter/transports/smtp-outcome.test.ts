import { expect, test } from 'vitest'

import type { BounceClass } from '../../ledger/mail-feedback.ts'
import { samples } from '../../testing/returned-mails.ts'
import { feedbackOfEvent } from '../feedback/feedback-of-event.ts'
import { feedbackOfMail } from '../feedback/feedback-of-mail.ts'
import { smtpOutcome } from './smtp-outcome.ts'
import { classOfRefusal } from './transport.ts'

type Command = 'RCPT TO' | 'DATA'

const now = new Date('2026-11-23T10:00:00Z')

/** What the mail server that we hand a letter to says at once. */
function atOnce(command: Command, response: string) {
  const code = command === 'DATA' ? 'EMESSAGE' : 'EENVELOPE'
  const error = { code, command, response, responseCode: Number(response.slice(0, 3)) }
  const outcome = smtpOutcome({ error, mayBeTaken: false, now })
  return outcome.kind === 'refused' ? classOfRefusal[outcome.reason] : outcome.kind
}

/** What that server reports when the next one said it. */
async function inReport(command: Command, response: string) {
  const status = /^\d{3}[ -](\d\.\d+\.\d+)/.exec(response)?.[1] ?? '5.0.0'
  const said = response.replaceAll('\n', ' ')
  const raw = samples.postfix
    .replace(/<amina@example\.org>: host[\s\S]*?RCPT TO command\)/, () =>
      [
        `<amina@example.org>: host mx.example.org[192.0.2.1] said:`,
        `    ${said} (in reply to ${command} command)`,
      ].join('\r\n'),
    )
    .replace(/^Status: .*$/m, `Status: ${status}`)
    .replace(/^Diagnostic-Code: .*(\r\n[ \t].*)*/m, () => `Diagnostic-Code: smtp; ${said}`)
  const mail = { raw: Buffer.from(raw), to: 'b@example.org', deliveryId: null, domain: 'example.org', now }
  return (await feedbackOfMail(mail)).bounceClass
}

/** What the mail service tells when somebody said it to that. */
function fromService(response: string) {
  const bounce = { type: 'Permanent', subType: 'General', diagnosticCode: [`smtp; ${response}`] }
  const event = { type: 'email.bounced', created_at: now.toISOString(), data: { email_id: 'm1', bounce } }
  return feedbackOfEvent(event, 'w1')?.bounceClass
}

const replies: readonly (readonly [Command, string, BounceClass])[] = [
  ['RCPT TO', '550 5.1.1 no such user', 'hard'],
  ['RCPT TO', '550-5.1.1 The email account that you tried to reach\n550 5.1.1 does not exist.', 'hard'],
  ['RCPT TO', '550 5.1.2 host unknown', 'hard'],
  ['RCPT TO', '553 5.1.3 bad address syntax', 'hard'],
  ['RCPT TO', '551 5.1.6 has moved', 'hard'],
  ['RCPT TO', '550 5.1.10 recipient not found', 'hard'],
  ['RCPT TO', '550 5.2.1 no such user', 'hard'],
  ['RCPT TO', '550 5.4.4 no route to host by DNS', 'hard'],
  ['RCPT TO', '556 5.1.10 the domain publishes a null MX', 'hard'],
  ['RCPT TO', '550 5.4.1 Recipient address rejected: Access denied', 'hard'],
  ['RCPT TO', '550 user unknown', 'hard'],
  ['RCPT TO', '550 5.2.1 the account is disabled', 'soft'],
  ['RCPT TO', '550 5.2.1 mailbox suspended', 'soft'],
  ['RCPT TO', '550 mailbox is inactive', 'soft'],
  ['RCPT TO', '552 5.2.2 mailbox full', 'soft'],
  ['RCPT TO', '550 5.1.1 mailbox full', 'soft'],
  ['RCPT TO', '550 5.1.8 sender address rejected', 'policy'],
  ['RCPT TO', '550 5.7.1 blocked using a list', 'policy'],
  ['RCPT TO', '550 5.1.1 looks like spam', 'policy'],
  ['RCPT TO', '554 poor reputation', 'policy'],
  ['RCPT TO', '552 5.2.3 message too big', 'policy'],
  ['DATA', '552 5.3.4 message too big', 'policy'],
  ['DATA', '554 5.6.0 content refused', 'policy'],
  ['DATA', '550 5.7.26 fails DMARC', 'policy'],
  ['DATA', '550 5.7.515 access denied, does not meet the required authentication level', 'policy'],
  ['DATA', '550 SC-001 mail was not sent', 'policy'],
  ['DATA', '550 DY-001 mail was not sent', 'policy'],
  ['DATA', '550 OU-002 mail was not sent', 'policy'],
]

test.for(replies)(
  'at %s "%s" is %s, at once as in a mail that comes back and at a service',
  async ([command, response, expected]) => {
    expect([atOnce(command, response), await inReport(command, response), fromService(response)]).toEqual([
      expected,
      expected,
      expected,
    ])
  },
)

test.for<readonly [Command, string]>([
  ['RCPT TO', '550 no'],
  ['RCPT TO', '550 5.2.1 no'],
  ['DATA', '554 transaction failed'],
])(
  'where "%s" %s says nothing, the gentle judgement stands, at once as later',
  async ([command, response]) => {
    expect([atOnce(command, response), await inReport(command, response)]).toEqual(['soft', 'soft'])
  },
)

test('what is said before anybody was named is about us', () => {
  const error = { code: 'EENVELOPE', command: 'MAIL FROM', response: '550 5.1.1 unknown', responseCode: 550 }
  expect(smtpOutcome({ error, mayBeTaken: false, now })).toMatchObject({ reason: 'sender-refused' })
})

test.for([
  ['DATA', '552 5.3.4 x', 'message-refused'],
  ['DATA', '554 5.6.0 x', 'message-refused'],
  ['RCPT TO', '552 5.2.3 x', 'message-refused'],
  ['DATA', '550 5.7.1 x', 'policy'],
  ['RCPT TO', '552 5.2.2 x', 'mailbox-full'],
  ['RCPT TO', '550 5.2.1 disabled', 'mailbox-refused'],
  ['RCPT TO', '550 5.6.7 x', 'address-not-supported'],
] as const)('at %s "%s" is %s', ([command, response, reason]) => {
  const error = { code: 'EENVELOPE', command, response, responseCode: Number(response.slice(0, 3)) }
  expect(smtpOutcome({ error, mayBeTaken: false, now })).toMatchObject({ kind: 'refused', reason })
})

test.for([
  ['550-We are sorry.\n550 5.1.1 no such user', { reason: 'address-rejected', code: '550 5.1.1' }],
  ['552-Too much.\n552 5.3.4 too large', { reason: 'message-refused', code: '552 5.3.4' }],
  ['421-One moment.\n421 4.7.28 too many', { reason: 'rate-limited', code: '421 4.7.28' }],
  ['452-One moment.\n452 4.2.2 mailbox full', { reason: 'mailbox-full', code: '452 4.2.2' }],
] as const)('a status counts wherever in the answer it stands: %j', ([response, expected]) => {
  const responseCode = Number(response.slice(0, 3))
  const error = { code: 'EENVELOPE', command: 'RCPT TO', response, responseCode }
  expect(smtpOutcome({ error, mayBeTaken: false, now })).toMatchObject(expected)
})

test.for([' ', '\n', '5.1.1 ', 'user unknown ', '-'])(
  'no answer keeps whoever reads it busy for long, though it is made of %j',
  (words) => {
    const response = `550 ${words.repeat(1_000_000 / words.length)}.`
    const error = { code: 'EENVELOPE', command: 'RCPT TO', response, responseCode: 550 }
    expect(smtpOutcome({ error, mayBeTaken: false, now })).toMatchObject({ kind: 'refused' })
  },
)
