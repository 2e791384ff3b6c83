import { mailOf, ownHead } from './bounce-sample.ts'
import { type DialogueFormat, daemon, type Quoted, spoken } from './dialogue-format.ts'

/** Nothing but text, and our own mail below. */
const inText =
  (head: readonly string[], separator: string, words: (quoted: Quoted) => readonly string[]) =>
  (quoted: Quoted): string =>
    mailOf(head, [...words(quoted), '', separator, '', ...ownHead(quoted.address)])

/** They quote the answer to people only. */
export const telling: readonly DialogueFormat[] = [
  {
    name: 'exim',
    otherwise: null,
    write: (q) =>
      inText(
        [
          daemon('Mail Delivery System'),
          `X-Failed-Recipients: ${q.address}`,
          'Auto-Submitted: auto-replied',
          'Subject: Mail delivery failed: returning message to sender',
        ],
        '------ This is a copy of the message, including all the headers. ------',
        () => [
          'This is a permanent error. The following address(es) failed:',
          '',
          `  ${q.address}`,
          '    host mx.example.org [192.0.2.1]',
          `    SMTP error from remote mail server after ${q.reply.stage === 'DATA' ? 'end of data' : `${q.reply.stage}:<${q.address}>`}:`,
          `    ${spoken(q.reply)}`,
        ],
      )(q),
  },
  {
    name: 'qmail',
    otherwise: null,
    write: inText(
      [daemon(''), 'Subject: failure notice'],
      '--- Below this line is a copy of the message.',
      (q) => [
        'Hi. This is the qmail-send program at mx.example.net.',
        "I'm afraid I wasn't able to deliver your message to the following addresses.",
        '',
        `<${q.address}>:`,
        {
          DATA: '192.0.2.1 failed after I sent the message.',
          'RCPT TO': '192.0.2.1 does not like recipient.',
          'MAIL FROM': 'Connected to 192.0.2.1 but sender was rejected.',
        }[q.reply.stage],
        `Remote host said: ${spoken(q.reply)}`,
        'Giving up on 192.0.2.1.',
      ],
    ),
  },
  {
    name: 'gmail of 2012',
    otherwise: null,
    write: inText(
      [
        'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        'Subject: Delivery Status Notification (Failure)',
      ],
      '----- Original message -----',
      (q) => [
        'Delivery to the following recipient failed permanently:',
        '',
        `     ${q.address}`,
        '',
        'Technical details of permanent failure:',
        'Google tried to deliver your message, but it was rejected by the server for the recipient domain example.org.',
        `The error that the other server returned was:`,
        `${spoken(q.reply)} (state ${{ 'MAIL FROM': 11, 'RCPT TO': 14, DATA: 18 }[q.reply.stage]}).`,
      ],
    ),
  },
  {
    name: 'yahoo',
    otherwise: null,
    write: inText(
      ['From: MAILER-DAEMON@yahoo.example', 'Subject: Failure Notice'],
      '--- Below this line is a copy of the message.',
      (q) => [
        'Sorry, we were unable to deliver your message to the following address.',
        '',
        `<${q.address}>:`,
        `${spoken(q.reply)} [${q.reply.stage.replace(' ', '_')}]`,
      ],
    ),
  },
  {
    name: 'gmx and 1&1',
    otherwise: null,
    write: inText(
      [daemon('Mail Delivery System'), 'Subject: Mail delivery failed: returning message to sender'],
      '--- The header of the original message is following. ---',
      (q) => [
        'A message that you sent could not be delivered to one or more of its recipients.',
        'The following address failed:',
        '',
        `"${q.address}":`,
        `SMTP error from remote server after ${q.reply.stage.split(' ')[0]} command:`,
        'host: mx.example.org',
        spoken(q.reply),
      ],
    ),
  },
  {
    name: 'apache james',
    otherwise: null,
    write: inText(
      [daemon('Mail Delivery System'), 'Subject: Re: News of this month'],
      'Message details:',
      (q) => [
        'Hi. This is the James mail server at mx.example.net.',
        "I'm afraid I wasn't able to deliver your message to the following addresses.",
        '',
        'Failed recipient(s):',
        q.address,
        '',
        'Error message:',
        spoken(q.reply),
      ],
    ),
  },
  {
    name: 'interscan',
    otherwise: null,
    write: inText(
      ['From: "Mail gateway" <postmaster@mx.example.net>', 'Subject: Mail could not be delivered'],
      '',
      (q) => [
        '****** Message from InterScan Messaging Security Suite ******',
        '',
        `Sent >>> ${q.reply.stage === 'DATA' ? 'DATA' : `${q.reply.stage}:<${q.address}>`}`,
        `Received <<< ${spoken(q.reply)}`,
        '',
        `Unable to deliver message to <${q.address}>.`,
      ],
    ),
  },
  {
    name: 'dragonfly',
    otherwise: null,
    write: inText([daemon(''), 'Subject: Mail delivery failed'], 'Original message headers follow.', (q) => [
      'This is the DragonFly Mail Agent at mx.example.net.',
      '',
      `There was an error delivering your mail to <${q.address}>.`,
      '',
      `mx.example.org [192.0.2.1] did not like our ${q.reply.stage}:`,
      spoken(q.reply),
    ]),
  },
  {
    name: 'mail.ru',
    otherwise: null,
    write: inText(
      [
        'From: mailer-daemon@corp.example',
        `Subject: =?UTF-8?B?${Buffer.from('Ваше сообщение не доставлено').toString('base64')}?=`,
      ],
      '------ This is a copy of your message, including all the headers. ------',
      (q) => [
        'Это письмо создано автоматически сервером. Ваше письмо не может быть доставлено:',
        '',
        q.address,
        `SMTP error from remote mail server after ${q.reply.stage}:<${q.address}>:`,
        `host mx.example.org: ${spoken(q.reply)}`,
      ],
    ),
  },
  {
    name: 'surfcontrol',
    otherwise: null,
    write: inText(
      ['From: Mail gateway <postmaster@mx.example.net>', 'Subject: Message could not be sent'],
      '--- Message non-deliverable.',
      (q) => [
        'Your message could not be sent.',
        'A transcript of the attempts to send the message follows.',
        `Addressed To: ${q.address}`,
        '',
        'Failed to send to identified host,',
        `${q.address}: [192.0.2.1], ${spoken(q.reply)}`,
      ],
    ),
  },
  {
    name: 'mailmarshal',
    otherwise: null,
    write: inText(
      [daemon('MailMarshal'), 'Subject: Undeliverable Mail: "News of this month"'],
      'Additional Information',
      (q) => [
        'Your message:',
        '   Subject: News of this month',
        '',
        'Could not be delivered because of',
        '',
        spoken(q.reply),
        '',
        'The following recipients were affected:',
        `   ${q.address}`,
      ],
    ),
  },
  {
    name: 'zoho',
    otherwise: null,
    write: inText(
      ['From: mailer-daemon@mail.example', 'Subject: Undelivered Mail Returned to Sender'],
      '',
      (q) => [
        'This message was created automatically by mail delivery software.',
        'A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.',
        '',
        `${q.address}, ERROR_CODE :${q.reply.code}, ERROR_CODE :${[q.reply.status, q.reply.words].filter(Boolean).join(' ')}`,
      ],
    ),
  },
  {
    name: 'ironport',
    otherwise: '5.0.0',
    write: inText(
      [daemon('Mail Delivery System'), 'Subject: Delivery Status Notification (Failure)'],
      '',
      (q) => [
        `The following message to <${q.address}> was undeliverable.`,
        'The reason for the problem:',
        `${q.reply.status ?? '5.0.0'} - Other mail system problem ${q.reply.code}-'${q.reply.words}'`,
      ],
    ),
  },
]
