import { type BounceSample, headPart, plainPart, reportOf, statusPart } from './bounce-sample.ts'

const daemon = 'From: Mail Delivery System <MAILER-DAEMON@mx.example.net>'
const undelivered = 'Subject: Undelivered Mail Returned to Sender'

const reported = (
  name: string,
  expected: Pick<BounceSample, 'address' | 'status' | 'bounceClass'>,
  parts: readonly (readonly string[])[],
): BounceSample => ({ name, ...expected, raw: reportOf([daemon, undelivered], parts) })

const fields = (...lines: readonly string[]): readonly string[] => [
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example.net',
  '',
  ...lines,
]

/** Reports that RFC 3464 allows or forbids, and that come all the same. https://www.rfc-editor.org/rfc/rfc3464#section-2.3 */
export const oddReports: readonly BounceSample[] = [
  reported(
    'report without a status part',
    { address: 'ana@example.org', status: '5.1.1', bounceClass: 'hard' },
    [
      plainPart(
        '<ana@example.org>: host mx.example.org said: 550 5.1.1 User unknown (in reply to RCPT TO command)',
      ),
      headPart('ana@example.org'),
    ],
  ),
  reported('report without a status', { address: 'bea@example.org', status: '5.1.1', bounceClass: 'hard' }, [
    plainPart('It was not delivered.'),
    fields(
      'Final-Recipient: rfc822; bea@example.org',
      'Action: failed',
      'Diagnostic-Code: smtp; 550 5.1.1 unknown',
    ),
    headPart('bea@example.org'),
  ]),
  reported('report with a comment', { address: 'cem@example.org', status: '5.1.1', bounceClass: 'hard' }, [
    plainPart('It was not delivered.'),
    fields(
      'Final-Recipient: RFC822;<cem@example.org>',
      'Action: FAILED',
      'Status: 5.1.1 (bad mailbox address)',
    ),
    headPart('cem@example.org'),
  ]),
  reported(
    'report with the original recipient only',
    { address: 'dov@example.org', status: '5.2.2', bounceClass: 'soft' },
    [
      plainPart('It was not delivered.'),
      fields('Original-Recipient: rfc822;dov@example.org', 'Action: failed', 'Status: 5.2.2'),
      headPart('dov@example.org'),
    ],
  ),
  reported('report that is encoded', { address: 'eda@example.org', status: '5.1.1', bounceClass: 'hard' }, [
    plainPart('It was not delivered.'),
    [
      'Content-Type: message/delivery-status',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(statusPart({ address: 'eda@example.org', status: '5.1.1' }).slice(2).join('\r\n')).toString(
        'base64',
      ),
    ],
    headPart('eda@example.org'),
  ]),
  reported(
    'report with a folded answer',
    { address: 'fil@example.org', status: '5.1.1', bounceClass: 'hard' },
    [
      plainPart('It was not delivered.'),
      fields(
        'Final-Recipient: rfc822; fil@example.org',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550-5.1.1 The account that you tried to reach does not',
        ' 550-5.1.1 exist. Please try again with another address, which is not on any',
        ' 550 5.1.1 list of spam. - gsmtp',
      ),
      headPart('fil@example.org'),
    ],
  ),
  reported('report of a program', { address: 'gus@example.org', status: '5.1.1', bounceClass: 'hard' }, [
    plainPart('<gus@example.org>: unknown user: "gus"'),
    fields(
      'Final-Recipient: rfc822; gus@example.org',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: x-unix; unknown user: "gus"',
    ),
    headPart('gus@example.org'),
  ]),
  // https://www.rfc-editor.org/rfc/rfc2156 5.1.3, X.400's words
  reported('report from x.400', { address: 'hua@example.org', status: '5.1.1', bounceClass: 'hard' }, [
    plainPart('The recipient is unknown.'),
    fields(
      'Final-Recipient: rfc822; hua@example.org',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: X.400; Reason (1) unable to transfer, Diagnostic (0) unrecognised OR name',
    ),
    headPart('hua@example.org'),
  ]),
  reported(
    'report with a status that says nothing',
    { address: 'ian@example.org', status: '5.1.0', bounceClass: 'hard' },
    [
      plainPart('It was not delivered.'),
      fields(
        'Final-Recipient: rfc822; ian@example.org',
        'Action: failed',
        'Status: 5.0.0 (permanent failure)',
        'Remote-MTA: dns; [192.0.2.1]',
        "Diagnostic-Code: smtp; 5.1.0 - Unknown address error 550-'No such recipient here' (delivery attempts: 0)",
      ),
      headPart('ian@example.org'),
    ],
  ),
  reported(
    'report whose status is gentler than its words',
    { address: 'jin@example.org', status: '4.2.2', bounceClass: 'soft' },
    [
      plainPart('It was not delivered.'),
      fields(
        'Final-Recipient: rfc822; jin@example.org',
        'Action: failed',
        'Status: 4.2.2',
        'Diagnostic-Code: smtp; 452 4.2.2 The mailbox is full',
      ),
      headPart('jin@example.org'),
    ],
  ),
]
