/** Mails as they come back, written after the formats that mail servers use. For tests. */

const mail = (head: readonly string[], body: readonly string[]): string => [...head, '', ...body].join('\r\n')

const from = {
  postfix: 'From: MAILER-DAEMON@mx.example.org (Mail Delivery System)',
  person: 'From: Amina <amina@example.org>',
}

export const deliveryId = '0199c0de-0000-7000-8000-00000000000a'

const ourHead = [
  'X-Delivery-ID: 0199c0de-0000-7000-8000-00000000000a',
  'To: amina@example.org',
  'Subject: News',
]

/** RFC 6522, with a part for people, one for machines, and the head of our own mail. */
const multipart = (head: readonly string[], type: string, parts: readonly (readonly string[])[]): string =>
  mail(
    [...head, 'MIME-Version: 1.0', `Content-Type: multipart/report; report-type=${type}; boundary="cut"`],
    [...parts.flatMap((part) => ['--cut', ...part, '']), '--cut--', ''],
  )

const told = (...lines: readonly string[]) => ['Content-Type: text/plain', '', ...lines]
const returned = ['Content-Type: text/rfc822-headers', '', ...ourHead]

const status = (...fields: readonly string[]) => [
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example.org',
  '',
  'Final-Recipient: rfc822; amina@example.org',
  ...fields,
]

const feedback = (type: string) => [
  'Content-Type: message/feedback-report',
  '',
  `Feedback-Type: ${type}`,
  'User-Agent: Loop/1.0',
  'Version: 1',
  'Original-Rcpt-To: amina@example.org',
]

const dsn = (...fields: readonly string[]): string =>
  multipart([from.postfix, 'Subject: Undelivered Mail Returned to Sender'], 'delivery-status', [
    told('Your mail could not be delivered.'),
    status(...fields),
    returned,
  ])

export const samples = {
  postfix: multipart([from.postfix, 'Subject: Undelivered Mail Returned to Sender'], 'delivery-status', [
    told(
      'I am sorry to have to inform you that your message could not be delivered.',
      '',
      '<amina@example.org>: host mx.example.org[192.0.2.1] said: 550 5.1.1',
      '    <amina@example.org>: Recipient address rejected: User unknown (in reply to RCPT TO command)',
    ),
    status(
      'Original-Recipient: rfc822;amina@example.org',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 <amina@example.org>: Recipient address',
      '    rejected: User unknown',
    ),
    returned,
  ]),

  /** Announces parts that are not there: the fields stand in the text. */
  withoutParts: mail(
    [from.postfix, 'Subject: Delivery Status Notification (Failure)'],
    [
      'Your message could not be delivered.',
      '',
      'Reporting-MTA: dns; mx.example.org',
      '',
      'Final-Recipient: rfc822; amina@example.org',
      'Action: failed',
      'Status: 5.1.1',
    ],
  ),

  exim: mail(
    [
      'From: Mail Delivery System <Mailer-Daemon@mx.example.org>',
      'X-Failed-Recipients: amina@example.org',
      'Auto-Submitted: auto-replied',
      'Subject: Mail delivery failed: returning message to sender',
    ],
    [
      'A message that you sent could not be delivered to one or more of its recipients.',
      'This is a permanent error. The following address(es) failed:',
      '',
      '  amina@example.org',
      '    host mx.example.org [192.0.2.1]',
      '    SMTP error from remote mail server after RCPT TO:<amina@example.org>:',
      '    550 5.1.1 No such user here',
      '',
      '------ This is a copy of the message, including all the headers. ------',
      '',
      ...ourHead,
    ],
  ),

  qmail: mail(
    ['From: MAILER-DAEMON@mx.example.org', 'Subject: failure notice'],
    [
      'Hi. This is the qmail-send program at mx.example.org.',
      "I'm afraid I wasn't able to deliver your message to the following addresses.",
      "This is a permanent error; I've given up. Sorry it didn't work out.",
      '',
      '<amina@example.org>:',
      'Sorry, no mailbox here by that name. (#5.1.1)',
      '',
      '--- Below this line is a copy of the message.',
      '',
      ...ourHead,
    ],
  ),

  sendmail: mail(
    [
      'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example.org>',
      'Subject: Returned mail: see transcript for details',
    ],
    [
      '   ----- The following addresses had permanent fatal errors -----',
      '<amina@example.org>',
      '    (reason: 552 5.2.2 Mailbox full)',
      '',
      '   ----- Transcript of session follows -----',
      '... while talking to mx.example.org.:',
      '>>> RCPT To:<amina@example.org>',
      '<<< 552 5.2.2 Mailbox full',
    ],
  ),

  gmail: multipart(
    [
      'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Auto-Submitted: auto-replied',
      'Subject: Delivery Status Notification (Failure)',
    ],
    'delivery-status',
    [
      [
        'Content-Type: text/html; charset="UTF-8"',
        '',
        '<html><body><h1>Address not found</h1><p>Your message wasn&#39;t delivered to <b>amina@example.org</b>',
        'because the address couldn&#39;t be found.</p></body></html>',
      ],
      status(
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.',
        ' 550 5.1.1 https://support.google.com/mail/?p=NoSuchUser',
      ),
      returned,
    ],
  ),

  exchange: multipart(['From: postmaster@example.org', 'Subject: Undeliverable: News'], 'delivery-status', [
    told('Delivery has failed to these recipients or groups:', '', 'amina@example.org', 'Access denied.'),
    status(
      'Action: failed',
      'Status: 5.4.1',
      'Diagnostic-Code: smtp;550 5.4.1 Recipient address rejected: Access denied. AS(201806281)',
    ),
    returned,
  ]),

  spamRefusal: dsn(
    'Action: failed',
    'Status: 5.7.1',
    'Diagnostic-Code: smtp; 554 5.7.1 Service unavailable; client [192.0.2.9] blocked using zen.spamhaus.org',
  ),
  /** A status of a dead mailbox, in words of a filter. */
  contradiction: dsn(
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 message looks like spam',
  ),
  noSuchDomain: dsn('Action: failed', 'Status: 5.1.2', 'Diagnostic-Code: smtp; 550 5.1.2 host unknown'),
  tooLarge: dsn(
    'Action: failed',
    'Status: 5.3.4',
    'Diagnostic-Code: smtp; 552 5.3.4 message size exceeds fixed limit',
  ),
  gaveUp: dsn('Action: failed', 'Status: 4.4.7', 'Diagnostic-Code: smtp; connection timed out'),
  delayed: dsn('Action: delayed', 'Status: 4.4.1', 'Will-Retry-Until: Fri, 27 Nov 2026 10:00:00 +0000'),
  delayedText: mail(
    [from.postfix, 'Subject: Warning: message 1abc delayed 24 hours'],
    ['This message has not yet been delivered to:', '', '  amina@example.org', '', 'No action is required.'],
  ),
  delivered: dsn('Action: delivered', 'Status: 2.0.0'),
  relayed: dsn('Action: relayed', 'Status: 2.0.0'),

  abuse: multipart([from.person, 'Subject: FW: News'], 'feedback-report', [
    told('This is an email abuse report.'),
    feedback('abuse'),
    ['Content-Type: message/rfc822', '', ...ourHead, '', 'News of this month'],
  ]),
  optOut: multipart([from.person, 'Subject: FW: News'], 'feedback-report', [
    told('This is an opt-out report.'),
    feedback('opt-out'),
    returned,
  ]),
  unsubscribe: mail([from.person, 'Subject: unsubscribe'], ['']),

  vacation: mail(
    [from.person, 'Return-Path: <>', 'Auto-Submitted: auto-replied (vacation)', 'Subject: Away: News'],
    ['I am away until Monday and cannot be reached. Mail to me is delayed.'],
  ),
  readReceipt: multipart([from.person, 'Subject: Read: News'], 'disposition-notification', [
    told('Your message was displayed.'),
    ['Content-Type: message/disposition-notification', '', 'Final-Recipient: rfc822; amina@example.org'],
  ]),
  answer: mail(
    [from.person, 'Subject: Re: News', 'In-Reply-To: <x@example.org>'],
    ['Thank you! My colleague told me that mail to her was returned: user unknown.'],
  ),
  empty: '',
} as const
