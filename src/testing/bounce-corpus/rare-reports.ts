import type { BounceSample } from './bounce-sample.ts'
import { one, reported } from './sample-of.ts'

/** Reports of software that few run, and of services. */
export const rareReports: readonly BounceSample[] = [
  // https://www.communigate.com/CommuniGatePro/Queue.html
  reported(
    'communigate: local',
    one('bob@example.org', '5.1.1', 'hard'),
    ['From: <MAILER-DAEMON@mx.example.org>', 'Subject: Undeliverable mail: News of this month'],
    [
      "Failed to deliver to 'bob@example.org'",
      'LOCAL module(account bob) reports:',
      ' account bob does not exist',
    ],
    undefined,
  ),
  reported(
    'communigate: full',
    one('cyd@example.org', '5.2.2', 'soft'),
    ['From: <MAILER-DAEMON@mx.example.org>', 'Subject: Undeliverable mail: News of this month'],
    [
      "Failed to deliver to 'cyd@example.org'",
      'LOCAL module(account cyd) reports:',
      ' account is full (quota exceeded)',
    ],
    undefined,
  ),
  // https://www.zmailer.org/reports.html
  reported(
    'zmailer',
    one('gil@example.org', '5.1.1', 'hard'),
    [
      'From: The Post Office <postmaster@mx.example.net>',
      'Subject: Delivery reports about your email [FAILED(1)]',
    ],
    [
      'This is a collection of reports about email delivery process concerning a message you originated.',
      '',
      'FAILED:',
      '  Original Recipient:',
      '    rfc822;gil@example.org',
      '  Control data:',
      '    smtp mx.example.org gil@example.org 99',
      '  Diagnostic texts:',
      '    <gil@example.org>: 550 5.1.1 unknown user',
    ],
    '550 (unknown user)',
  ),
  reported(
    'kerio',
    one('jim@example.org', '5.1.1', 'hard'),
    [
      'From: "Mail Delivery Subsystem" <postmaster@mx.example.net>',
      'Subject: Returned mail: News of this month',
    ],
    [
      'Your message could not be delivered to the following address(es):',
      '',
      '<jim@example.org>: 550 5.1.1 User is unknown {mx-us001}',
    ],
    '550 5.1.1 User is unknown {mx-us001}',
  ),
  // https://amavis.org/README.customize.txt
  reported(
    'amavis',
    one('kit@example.org', '5.7.0', 'policy'),
    [
      'From: "Content-filter at mx.example.org" <postmaster@mx.example.org>',
      'Subject: Considered UNSOLICITED BULK EMAIL from you',
    ],
    [
      'A message from <b+0@bounce.example.com> to:',
      '-> kit@example.org',
      '',
      'was considered unsolicited bulk e-mail (UBE).',
    ],
    '554 5.7.0 Reject, id=12345-01 - SPAM',
  ),
  reported(
    'amavis: banned',
    one('lou@example.org', '5.7.0', 'policy'),
    [
      'From: "Content-filter at mx.example.org" <postmaster@mx.example.org>',
      'Subject: BANNED contents from you',
    ],
    [
      'Our content checker found banned name: .exe in email presumably from you to the following recipient:',
      '-> lou@example.org',
    ],
    '554 5.7.0 Reject, id=12345-02 - BANNED: .exe',
  ),
  reported(
    'exchange 2010: restricted group',
    one('rae@example.org', '5.7.1', 'policy'),
    ['From: Microsoft Exchange <postmaster@example.org>', 'Subject: Undeliverable: News'],
    [
      'Delivery has failed to these recipients or groups:',
      '',
      'rae@example.org',
      "Your message can't be delivered because delivery to this address is restricted.",
      '',
      '#550 5.7.1 RESOLVER.RST.AuthRequired; authentication required ##rfc822;rae@example.org',
    ],
    '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required',
  ),
  reported(
    'exchange 2007: not found, long advice',
    one('sal@example.org', '5.1.1', 'hard'),
    ['From: Microsoft Exchange <postmaster@example.org>', 'Subject: Undeliverable: News'],
    [
      'Delivery has failed to these recipients or distribution lists:',
      '',
      'sal@example.org',
      'The recipient’s e-mail address was not found in the recipient’s e-mail system. Microsoft Exchange will not try to redeliver this message for you. Please check the e-mail address and try resending this message, or provide the following diagnostic text to your system administrator.',
    ],
    '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found',
  ),
  reported(
    'workmail',
    one('tia@example.org', '5.1.1', 'hard'),
    ['From: MAILER-DAEMON@amazonses.example', 'Subject: Delivery Status Notification (Failure)'],
    ['An error occurred while trying to deliver the mail to the following recipients:', 'tia@example.org'],
    '550 5.1.1 The account does not exist.',
  ),
  reported(
    'icloud',
    one('uma@example.org', '5.2.2', 'soft'),
    [
      'From: Mail Delivery System <MAILER-DAEMON@mx.example.net>',
      'Subject: Undelivered Mail Returned to Sender',
    ],
    [
      '<uma@example.org>: host mx.example.org said: 552 5.2.2 <uma@example.org>: user is over quota (in reply to RCPT TO command)',
    ],
    '552 5.2.2 <uma@example.org>: user is over quota',
  ),
  reported(
    'proton',
    one('val@example.org', '5.1.1', 'hard'),
    [
      'From: Mail Delivery System <MAILER-DAEMON@mx.example.net>',
      'Subject: Undelivered Mail Returned to Sender',
    ],
    [
      '<val@example.org>: host mx.example.org said: 550 5.1.1 <val@example.org>: Recipient address rejected: Address does not exist (in reply to RCPT TO command)',
    ],
    '550 5.1.1 <val@example.org>: Recipient address rejected: Address does not exist',
  ),
]
