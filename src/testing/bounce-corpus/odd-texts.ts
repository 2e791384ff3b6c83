import {
  type BounceSample,
  headPart,
  mailOf,
  ownHead,
  plainPart,
  reportOf,
  statusPart,
} from './bounce-sample.ts'

const daemon = 'From: Mail Delivery System <MAILER-DAEMON@mx.example.net>'
const undelivered = 'Subject: Undelivered Mail Returned to Sender'

/** Texts in encodings and wrappings of all kinds. */
export const oddTexts: readonly BounceSample[] = [
  {
    name: 'text in two encodings',
    address: 'kay@example.org',
    status: '5.1.1',
    bounceClass: 'hard',
    raw: mailOf(
      [daemon, undelivered, 'Content-Type: text/plain', 'Content-Transfer-Encoding: quoted-printable'],
      [
        '<kay=40example.org>: 550 5.1.1 recipient address rejected: user un=',
        'known',
        '',
        '--- Original message ---',
        '',
        ...ownHead('kay@example.org'),
      ],
    ),
  },
  {
    name: 'text in base64',
    address: 'lia@example.org',
    status: '5.1.1',
    bounceClass: 'hard',
    raw: mailOf(
      [daemon, undelivered, 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
      [
        Buffer.from(
          [
            '<lia@example.org>:',
            '550 5.1.1 Адресат не существует',
            '',
            '--- Original message ---',
            '',
            ...ownHead('lia@example.org'),
          ].join('\r\n'),
        ).toString('base64'),
      ],
    ),
  },
  {
    name: 'text in an old charset',
    address: 'mei@example.org',
    status: null,
    bounceClass: 'hard',
    raw: mailOf(
      [
        daemon,
        undelivered,
        'Content-Type: text/plain; charset=windows-1251',
        'Content-Transfer-Encoding: quoted-printable',
      ],
      // Cyrillic for: there is no such user.
      [
        'mei@example.org',
        '550 RCPT TO: =ED=E5=F2 =F2=E0=EA=EE=E3=EE =EF=EE=EB=FC=E7=EE=E2=E0=F2=E5=EB=FF',
        '',
        '--- Original message ---',
        '',
        ...ownHead('mei@example.org'),
      ],
    ),
  },
  {
    name: 'html only',
    address: 'nia@example.org',
    status: '5.1.10',
    bounceClass: 'hard',
    raw: mailOf(
      [
        'From: Microsoft Outlook <postmaster@example.net>',
        'Subject: Undeliverable: News',
        'Content-Type: text/html; charset=utf-8',
      ],
      [
        '<html><body><p>Delivery has failed to these recipients or groups:</p><p><a href="mailto:nia@example.org">nia@example.org</a></p>',
        '<p>The email address wasn&#39;t found.</p><p>Remote server returned &#39;550 5.1.10 RESOLVER.ADR.RecipientNotFound&#39;</p></body></html>',
      ],
    ),
  },
  {
    name: 'report in a forwarded mail',
    address: 'oda@example.org',
    status: '5.1.1',
    bounceClass: 'hard',
    raw: mailOf(
      [
        daemon,
        'Subject: Fwd: Undelivered Mail Returned to Sender',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="=_f"',
      ],
      [
        '--=_f',
        'Content-Type: message/rfc822',
        '',
        reportOf(
          [daemon, undelivered],
          [
            plainPart('<oda@example.org>: 550 5.1.1 user unknown'),
            statusPart({ address: 'oda@example.org', status: '5.1.1', diagnostic: '550 5.1.1 user unknown' }),
            headPart('oda@example.org'),
          ],
        ),
        '--=_f--',
      ],
    ),
  },
  // http://dream.jp/support/techinfo/mail/error/error05.html
  {
    name: 'openwave',
    address: 'pam@example.org',
    status: null,
    bounceClass: 'hard',
    raw: mailOf(
      [
        'From: Mail Administrator <Postmaster@mail.example.net>',
        'Subject: Mail System Error - Returned Mail',
        'Content-Type: text/plain',
      ],
      [
        'This Message was undeliverable due to the following reason:',
        '',
        'Each of the following recipients was rejected by a remote mail server.',
        'The reasons given by the server are included to help you determine why',
        'each recipient was rejected.',
        '',
        '    Recipient: <pam@example.org>',
        '    Reason:    <pam@example.org>... User unknown',
        '',
        'Please reply to <Postmaster@mail.example.net>',
        'if you feel this message to be in error.',
      ],
    ),
  },
  // https://github.com/hmailserver/hmailserver hmailserver/source/Server/SMTP/ExternalDelivery.cpp
  ...(
    [
      ["No mail servers appear to exists for the recipient's address.", 'hard'],
      ['Connection to recipients server failed.', 'soft'],
    ] as const
  ).map(
    ([words, bounceClass], index): BounceSample => ({
      name: `hmailserver: ${words}`,
      address: `ray${index}@example.org`,
      status: null,
      bounceClass,
      raw: mailOf(
        ['From: mailer-daemon@mx.example.net', 'Subject: Message undeliverable: News of this month'],
        [
          'Your message did not reach some or all of the intended recipients.',
          '',
          'The following recipient(s) could not be reached:',
          '',
          `ray${index}@example.org`,
          '   Error Type: SMTP',
          `   Error Description: ${words}`,
          '',
          'hMailServer',
        ],
      ),
    }),
  ),
]
