import type { BounceSample } from './bounce-sample.ts'
import { domino, eximLocal, opensmtpd, qmailLocal, text } from './own-verdict.ts'

/** What software says of its own mailboxes, domains and queues, without another server's answer. */
export const ownVerdicts: readonly BounceSample[] = [
  domino(
    'domino: not listed',
    'jo.sand@example.net',
    ['hard', null],
    'DELIVERY FAILURE: User jo.sand not listed in Domino Directory',
    'User jo.sand (jo.sand@example.net) not listed in Domino Directory',
  ),
  domino(
    'domino: disk',
    'lea@example.net',
    ['soft', null],
    'DELIVERY FAILURE: Error transferring',
    'Insufficient disk space on the server',
  ),
  text('notes: not listed', 'iris@example.org', ['hard', null], {
    subject: 'Undeliverable message',
    lines: [
      '------- Failure Reasons  --------',
      '',
      'User not listed in public Name & Address Book',
      'iris@example.org',
    ],
    before: '------- Returned Message --------',
  }),
  text('groupwise: not found', 'omar@example.org', ['hard', null], {
    from: 'postmaster@example.org',
    subject: 'Message status - undeliverable',
    lines: [
      'The message that you sent was undeliverable to the following:',
      '',
      '\tomar@example.org (user not found)',
    ],
  }),
  text('groupwise: full', 'ada@example.org', ['soft', null], {
    from: 'postmaster@example.org',
    subject: 'Message status - undeliverable',
    lines: [
      'The message that you sent was undeliverable to the following:',
      '',
      '\tada@example.org (mailbox full)',
    ],
  }),
  text('imail: unknown', 'kim@example.org', ['hard', null], {
    from: 'Postmaster <postmaster@mx.example.org>',
    subject: 'Undeliverable Mail',
    lines: ['Unknown user: kim@example.org'],
    before: 'Original message follows.',
  }),
  text('imail: full', 'kit@example.org', ['soft', null], {
    from: 'Postmaster <postmaster@mx.example.org>',
    subject: 'Undeliverable Mail',
    lines: ['User mailbox exceeds allowed size: kit@example.org'],
    before: 'Original message follows.',
  }),
  text('exchange 2003: not recognised', 'pia@example.org', ['hard', null], {
    from: 'System Administrator <postmaster@example.org>',
    subject: 'Undeliverable: News of this month',
    lines: [
      'did not reach the following recipient(s):',
      '',
      'pia@example.org on Mon, 23 Nov 2026 10:00:00 +0100',
      '    The recipient name is not recognized',
      '    MSEXCH:IMS:EXAMPLE:HQ:MX 0 (000C05A6) Unknown Recipient',
    ],
  }),
  text('smail: unknown', 'uwe@example.org', ['hard', null], {
    subject: 'mail failed, returning to sender',
    lines: [
      '|------------------------- Message log follows: -------------------------|',
      ' no valid recipients were found for this message',
      '|------------------------- Failed addresses follow: ---------------------|',
      ' <uwe@example.org> ... unknown user',
    ],
    before: '|------------------------- Message header follows: ----------------------|',
  }),
  text('sendmail: mail.local', 'ben@example.org', ['hard', null], {
    subject: 'Returned mail: User unknown',
    lines: [
      '   ----- Transcript of session follows -----',
      'mail.local: unknown name: ben',
      '550 <ben@example.org>... User unknown',
    ],
    before: '   ----- Unsent message follows -----',
  }),
  text('sendmail: the sender is refused', 'leo@example.org', ['policy', null], {
    subject: 'Returned mail: Service unavailable',
    lines: [
      '   ----- Transcript of session follows -----',
      'While talking to mx.example.org:',
      '>>> MAIL From:<news@example.com>',
      '<<< 553 <news@example.com>... Domain does not exist',
      '554 <leo@example.org>... Service unavailable',
    ],
    before: '   ----- Unsent message follows -----',
  }),
  text('sendmail: the mail is refused', 'kim.b@example.org', ['soft', null], {
    subject: 'Returned mail: User unknown',
    lines: [
      '   ----- Transcript of session follows -----',
      'While talking to mx.example.org:',
      '>>> DATA',
      '<<< 550 kim.b@example.org... User unknown',
      '550 <kim.b@example.org>... User unknown',
    ],
    before: '   ----- Unsent message follows -----',
  }),
  text('sendmail: waited too long', 'ivo@example.org', ['soft', null], {
    subject: 'Returned mail: Cannot send message for 5 days',
    lines: [
      '   ----- The following addresses had permanent fatal errors -----',
      '<ivo@example.org>',
      '',
      'Message could not be delivered for 5 days',
    ],
    before: '   ----- Original message follows -----',
  }),
  eximLocal('exim: unrouteable', 'max@example.org', ['hard', null], 'Unrouteable address'),
  eximLocal(
    'exim: unrouteable domain',
    'mo@gone.example',
    ['hard', null],
    'all relevant MX records point to non-existent hosts',
  ),
  eximLocal(
    'exim: mailbox full',
    'rita@example.org',
    ['soft', null],
    'mailbox is full: retry timeout exceeded',
  ),
  eximLocal(
    'exim: nobody answers',
    'sam@example.org',
    ['soft', null],
    'all hosts have been failing for a long time and were last tried after this message arrived',
  ),
  eximLocal('exim: relay', 'tom@example.org', ['policy', null], 'relay not permitted'),
  qmailLocal(
    'qmail: no mailbox',
    'jan@example.org',
    ['hard', '5.1.1'],
    'Sorry, no mailbox here by that name. (#5.1.1)',
  ),
  qmailLocal(
    'qmail: no host',
    'jul@gone.example',
    ['hard', '5.1.2'],
    "Sorry, I couldn't find any host named gone.example. (#5.1.2)",
  ),
  qmailLocal(
    'qmail: over quota',
    'eva@example.org',
    ['soft', '5.2.2'],
    'The users mailfolder is over the allowed quota (size). (#5.2.2)',
  ),
  qmailLocal(
    'qmail: queue',
    'ole@example.org',
    ['soft', '4.4.1'],
    "I'm not going to try again; this message has been in the queue too long. (#4.4.1)",
  ),
  qmailLocal(
    'qmail: loop',
    'liv@example.org',
    ['soft', '5.4.6'],
    'This message is looping: it already has my Delivered-To line. (#5.4.6)',
  ),
  qmailLocal(
    'qmail-ldap: off',
    'siv@example.org',
    ['soft', '5.2.1'],
    'Mailaddress is administratively disabled. (#5.2.1)',
  ),
  opensmtpd('opensmtpd: no domain', 'ann@gone.example', ['hard', null], 'Domain does not exist'),
  opensmtpd('opensmtpd: no exchanger', 'una@gone.example', ['hard', null], 'No MX found for domain'),
  opensmtpd('opensmtpd: expired', 'ugo@example.org', ['soft', null], 'Envelope expired'),
  opensmtpd('opensmtpd: null MX', 'zoe@example.org', ['hard', null], 'Domain does not accept mail'),
]
