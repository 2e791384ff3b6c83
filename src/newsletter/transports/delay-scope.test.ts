import { expect, test } from 'vitest'

import { smtpOutcome } from './smtp-outcome.ts'

type Failure = Parameters<typeof smtpOutcome>[0]['error']

/** As nodemailer tells it. */
const failure = (code: Failure['code'], command: string, response: string): Failure => ({
  code,
  command,
  response,
  responseCode: Number(response.slice(0, 3)),
})

test.for<[string, Failure, string, string | undefined]>([
  [
    '421 at a recipient is about us, there',
    failure('EENVELOPE', 'RCPT TO', '421 4.7.28 x'),
    'rate-limited',
    'provider',
  ],
  [
    '421 that ends the connection too',
    failure('ECONNECTION', 'CONN', '421 4.7.0 x'),
    'rate-limited',
    'provider',
  ],
  [
    '421 as the greeting is about us, wherever we write',
    failure('EPROTOCOL', 'CONN', '421 busy'),
    'busy',
    'transport',
  ],
  ['421 after the message', failure('EMESSAGE', 'DATA', '421 4.3.2 x'), 'busy', 'provider'],
  [
    'a full mailbox is one mail’s affair',
    failure('EENVELOPE', 'RCPT TO', '452 4.2.2 x'),
    'mailbox-full',
    undefined,
  ],
  ['greylisting is one mail’s affair', failure('EENVELOPE', 'RCPT TO', '450 4.2.0 x'), 'busy', 'mailbox'],
  [
    'so it is where it comes as a matter of security',
    failure('EENVELOPE', 'RCPT TO', '451 4.7.1 greylisted'),
    'busy',
    'mailbox',
  ],
  [
    '4.7.28 is about our rate, whatever the reply code',
    failure('EENVELOPE', 'RCPT TO', '450 4.7.28 x'),
    'rate-limited',
    'provider',
  ],
  ['what is said of the sender is about us', failure('EENVELOPE', 'MAIL FROM', '451 x'), 'busy', 'transport'],
])('%s', ([, error, reason, about]) => {
  const outcome = smtpOutcome({ error, mayBeTaken: false, now: new Date() })
  expect(outcome).toMatchObject({ kind: 'not-now', reason })
  expect('about' in outcome ? outcome.about : undefined).toBe(about)
})
