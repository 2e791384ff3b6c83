import type { BounceSample } from './bounce-sample.ts'
import { one, told } from './sample-of.ts'

/** Texts of software that few run, or that few run any more. */
export const rareTexts: readonly BounceSample[] = [
  // https://www.xmailserver.org/Readme.html
  told(
    'xmail: unknown',
    one('ada@example.org', null, 'hard'),
    ['From: postmaster@example.net', 'Subject: Error sending message [17.3.mx] from [example.net]'],
    [
      '[<00>] XMail bounce: Rcpt=[ada@example.org];Error=[550 Mailbox unavailable]',
      '',
      '[<01>] Error sending message [17.3.mx] from [example.net].',
      '',
      'ID:        <S17>',
      'Mail From: <b+0@bounce.example.com>',
      'Rcpt To:   <ada@example.org>',
      'Server:    <mx.example.org> [192.0.2.1]',
      '',
      '[<02>] The reason of the delivery failure was:',
      '',
      '550 Mailbox unavailable',
    ],
  ),
  told(
    'mailenable',
    one('dee@example.org', null, 'soft'),
    ['From: Postmaster@mx.example.net', 'Subject: Message Delivery Failure'],
    [
      'MailEnable: Message could not be delivered to some recipients.',
      'The following recipient(s) could not be reached:',
      '',
      'Recipient: [SMTP:dee@example.org]',
      'Reason: Remote SMTP Server Returned: 552 Mailbox limit exceeded',
    ],
  ),
  told(
    'mailenable: the mail',
    one('eli@example.org', '5.7.1', 'policy'),
    ['From: Postmaster@mx.example.net', 'Subject: Message Delivery Failure'],
    [
      'MailEnable: Message could not be delivered to some recipients.',
      'The following recipient(s) could not be reached:',
      '',
      'Recipient: [SMTP:eli@example.org]',
      'Reason: Remote SMTP Server Returned: 554 5.7.1 Rejected, user unknown or blocked as spam',
    ],
  ),
  told(
    'mercury',
    one('fay@example.org', null, 'hard'),
    ['From: Mercury Mail System <postmaster@example.org>', 'Subject: Postmaster Notify: Delivery Failure.'],
    [
      'The attached message has failed delivery and has been referred',
      'to you as postmaster. The following error report or reports',
      'were given to explain the problem:',
      '',
      '   *** fay@example.org',
      '   User not known at this site.',
    ],
  ),
  told(
    'mmdf',
    one('hal@example.org', null, 'hard'),
    ['From: Memo Service (MMDF) <mmdf@mx.example.org>', 'Subject: Failed mail (msg.aa1234)'],
    [
      '    Your message could not be delivered to',
      "'hal@example.org (host: mx.example.org) (queue: local)' for the following",
      'reason:  \' (USER) Unknown user name in "hal@example.org"\'',
    ],
  ),
  told(
    'icewarp',
    one('ida@example.org', '5.1.1', 'hard'),
    ['From: MAILER-DAEMON@mx.example.net', 'Subject: Mail delivery failed'],
    [
      'Your message could not be delivered to the following recipients:',
      '',
      'ida@example.org',
      '  550 5.1.1 <ida@example.org> User unknown; rejecting',
    ],
  ),
  told(
    'vpop3',
    one('mia@example.org', null, 'hard'),
    ['From: <postmaster@example.org>', 'Subject: Undeliverable Mail - News of this month'],
    ['Your message could not be delivered to:', '', 'mia@example.org', '', 'Reason: No such local user'],
  ),
  told(
    'sendmail 5',
    one('ned@example.org', null, 'hard'),
    ['From: MAILER-DAEMON@mx.example.org (Mail Delivery Subsystem)', 'Subject: Returned mail: User unknown'],
    [
      '   ----- Transcript of session follows -----',
      '>>> RCPT To:<ned@example.org>',
      '<<< 550 ned... User unknown',
      '550 ned@example.org... User unknown',
    ],
  ),
  told(
    'sendmail 5: host',
    one('ola@gone.example', null, 'hard'),
    ['From: MAILER-DAEMON@mx.example.net (Mail Delivery Subsystem)', 'Subject: Returned mail: Host unknown'],
    [
      '   ----- Transcript of session follows -----',
      '550 ola@gone.example... Host unknown (Name server: gone.example: host not found)',
    ],
  ),
  told(
    'cc:mail gateway',
    one('pat@example.org', null, 'hard'),
    ['From: "SMTP Gateway" <postmaster@example.org>', 'Subject: Message not deliverable'],
    ['Message is undeliverable.', 'Reason: User "pat@example.org" is not listed in the directory.'],
  ),
  told(
    'surgemail',
    one('quin@example.org', null, 'soft'),
    ['From: <MAILER-DAEMON@mx.example.net>', 'Subject: Failed mail: exceeded maximum incoming message size'],
    [
      'Delivery failed to these addresses:',
      '',
      '<quin@example.org> [exceeded maximum time in the queue, connection timed out]',
    ],
  ),
  // https://wiki.list.org/DOC: a list that we do not write to
  told(
    'mailman',
    one('wes@example.org', null, 'soft'),
    [
      'From: wes-bounces@example.org',
      'Subject: Your message to Wes awaits moderator approval',
      'Auto-Submitted: auto-replied',
      'X-Failed-Recipients: wes@example.org',
    ],
    ['Your mail was refused.', '', 'You are not allowed to post to this mailing list.'],
  ),
  told(
    'postfix of before reports',
    one('xia@example.org', null, 'hard'),
    [
      'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)',
      'Subject: Undelivered Mail Returned to Sender',
    ],
    [
      'This is the Postfix program at host mx.example.net.',
      '',
      '\t\t\tThe Postfix program',
      '',
      '<xia@example.org>: unknown user: "xia"',
    ],
  ),
  told(
    'exim in french',
    one('yan@example.org', null, 'hard'),
    [
      'From: Mail Delivery System <Mailer-Daemon@mx.example.net>',
      'X-Failed-Recipients: yan@example.org',
      'Subject: =?utf-8?B?w4ljaGVjIGRlIGxhIHJlbWlzZQ==?=',
    ],
    [
      'Ce message a été créé automatiquement.',
      '',
      '  yan@example.org',
      '    SMTP error from remote mail server after RCPT TO:<yan@example.org>:',
      '    550 Utilisateur inexistant',
    ],
  ),
  told(
    'domino in spanish',
    one('zoe@example.org', null, 'hard'),
    [
      'From: Postmaster@example.org',
      'Subject: FALLO DE ENTREGA: El usuario zoe no figura en el Directorio de Domino',
    ],
    [
      'Su mensaje',
      '',
      '  no se pudo entregar a:',
      '',
      '  zoe@example.org',
      '',
      'porque:',
      '',
      '  El usuario zoe (zoe@example.org) no figura en el Directorio de Domino',
    ],
  ),
]
